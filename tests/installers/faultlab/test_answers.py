from __future__ import annotations

from pathlib import Path

from installers.faultlab.answers import ROW
from tests.fakes.shown import short_form_of


def test_answers_that_are_lost_late_or_doubled_lead_to_one_ticket_each(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
