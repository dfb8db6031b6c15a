"""Whatever a printer does, a citizen has one number; a kiosk that takes another one is found out."""

from __future__ import annotations

from pathlib import Path

from installers.faultlab.printer import ROW
from tests.fakes.shown import short_form_of


def test_one_number_whatever_the_printer_does_and_a_kiosk_that_takes_another_is_found_out(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)
