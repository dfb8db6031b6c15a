"""Nobody comes in who does not belong; a hub that does not look lets them all in."""

from __future__ import annotations

from pathlib import Path

import pytest

from installers.faultlab.intruder import ROW
from tests.fakes.shown import short_form_of


@pytest.mark.logs("cannot prove that it is the hub of this centre")
def test_no_intruder_passes_and_a_hub_that_does_not_look_is_found_out(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
