from __future__ import annotations

from pathlib import Path

from installers.faultlab.kills import ROW
from tests.fakes.shown import short_form_of


def test_a_killed_hub_loses_and_doubles_nothing_and_one_that_answers_too_early_is_found_out(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
