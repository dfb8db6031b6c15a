"""A printer on a serial line: a pair of pseudo-terminals stands for the cable."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from shared.printing.job import job
from shared.printing.links import Patience
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import open_printer
from shared.printing.slip import Slip, layout

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import tty

Make = Callable[..., Slip]
ANSWERS = {b"\x10\x04\x01": b"\x12", b"\x10\x04\x02": b"\x12", b"\x10\x04\x04": b"\x1e", b"\x1dr\x01": b"\x03"}


class SerialPrinter:
    """Reads the printer's end of the cable until the other end hangs up."""

    def __init__(self, end: int, answers: dict[bytes, bytes]) -> None:
        self.end = end
        self.answers = answers
        self.received = b""

    def run(self) -> None:
        while piece := self._read():
            self.received += piece
            for question, answer in self.answers.items():
                if self.received.endswith(question):
                    self.received = self.received.removesuffix(question)
                    os.write(self.end, answer)

    def _read(self) -> bytes:
        try:
            return os.read(self.end, 1)
        except OSError:  # EIO: nobody holds the other end any more
            return b""


@contextmanager
def serial_printer(answers: dict[bytes, bytes]) -> Iterator[tuple[SerialPrinter, str]]:
    printer_end, our_end = os.openpty()
    tty.setraw(our_end)
    printer = SerialPrinter(printer_end, answers)
    reading = Thread(target=printer.run, name="serial printer")
    reading.start()
    try:
        yield printer, os.ttyname(our_end)
    finally:
        os.close(our_end)
        reading.join()
        os.close(printer_end)


def test_a_serial_printer_prints_the_exact_bytes_and_says_so(make_slip: Make) -> None:
    with serial_printer(ANSWERS) as (printer, device):
        outcome = open_printer(f"serial:{device}?baud=115200").print(make_slip())
    assert outcome == Outcome(Verdict.PRINTED, "printed", paper_low=True)
    assert printer.received == job(layout(make_slip(), 576), 576)


def test_a_serial_printer_without_status_gets_its_slip_and_is_unknown(make_slip: Make) -> None:
    with serial_printer({}) as (printer, device):
        outcome = open_printer(f"serial:{device}?baud=115200", patience=Patience(1.0, 0.1, 0.5)).print(make_slip())
    assert outcome == Outcome(Verdict.UNKNOWN, "the printer took the slip and tells no status")
    assert printer.received == b"\x10\x04\x01" + job(layout(make_slip(), 576), 576)


def test_a_cable_that_takes_nothing_is_half_a_slip_and_lets_go(make_slip: Make) -> None:
    endless = make_slip(footer=("Pida el Libro de Reclamaciones.",) * 1500)
    printer_end, our_end = os.openpty()
    tty.setraw(our_end)
    try:
        address = f"serial:{os.ttyname(our_end)}?baud=921600"
        outcome = open_printer(address, patience=Patience(1.0, 0.1, 0.2)).print(endless)
    finally:
        os.close(our_end)
        os.close(printer_end)
    assert outcome == Outcome(Verdict.HALF, "the line broke while printing: Write timeout")


def test_a_port_that_is_not_there_is_offline(make_slip: Make) -> None:
    printer = open_printer("serial:/dev/no-such-port")
    for outcome in (printer.status(), printer.print(make_slip())):
        assert outcome.verdict is Verdict.OFFLINE
        assert "/dev/no-such-port" in outcome.detail
        assert "\n" not in outcome.detail
