from __future__ import annotations

from pathlib import Path

from installers.officelab.chaos import ROW
from tests.fakes.shown import short_form_of


def test_records_reach_the_office_once_through_a_hostile_line_and_without_cursor_or_key_they_do_not(
    tmp_path: Path,
) -> None:
    short_form_of(ROW, tmp_path)
