from __future__ import annotations

import logging
from pathlib import Path

import pytest

from installers.faultlab.clock import ROW
from tests.fakes.shown import short_form_of


@pytest.mark.logs("clock")
def test_steps_of_the_clock_touch_nothing_and_the_wall_itself_is_found_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    short_form_of(ROW, tmp_path)
