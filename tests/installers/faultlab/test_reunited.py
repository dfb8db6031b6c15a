from __future__ import annotations

from pathlib import Path

from installers.faultlab.reunited import ROW
from tests.fakes.shown import short_form_of


def test_a_kiosk_and_its_hub_reunited_leave_each_citizen_with_one_ticket(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
