from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from shared.printing.address import PrinterSettingError
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import open_printer
from shared.printing.slip import Slip


def test_a_centre_without_a_printer_is_told_so(make_slip: Callable[..., Slip]) -> None:
    printer = open_printer("")
    assert printer.print(make_slip()) == Outcome(Verdict.NO_PRINTER, "the centre has no printer")


def test_a_wrong_address_is_refused_before_anybody_waits_for_a_slip() -> None:
    with pytest.raises(PrinterSettingError, match='did you mean "tcp"'):
        open_printer("tpc://10.0.0.9:9100")


def test_a_wrong_model_is_refused_before_anybody_waits_for_a_slip() -> None:
    with pytest.raises(PrinterSettingError, match='did you mean "TM-T20II"'):
        open_printer("file:out", profile="TM-T20")


def test_importing_the_door_leaves_the_log_to_the_program() -> None:
    """python-escpos configures the root logger when it is imported."""
    script = "import logging, sys, shared.printing.printer; sys.exit(len(logging.root.handlers))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
