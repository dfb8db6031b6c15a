"""USB without a device: what reaches python-escpos, and what an empty socket means."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any

import escpos.printer
import pytest
import usb.core

from shared.printing.job import job
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import open_printer
from shared.printing.slip import Slip, layout

Make = Callable[..., Slip]


class FakeUsb:
    """In the place of python-escpos' Usb: keeps what it was made with and what was written to it."""

    made: list[FakeUsb]
    answers: dict[bytes, bytes]

    def __init__(self, vendor: int, product: int, **others: Any) -> None:
        self.address = vendor, product
        self.others = others
        self.in_ep = others["in_ep"]
        self.device = self
        self.written: list[bytes] = []
        self.open_now = False
        self.made.append(self)

    def open(self) -> None:
        self.open_now = True

    def _raw(self, data: bytes) -> None:
        self.written.append(data)

    def read(self, endpoint: int, _size: int, _timeout: int) -> bytes:
        assert endpoint == self.in_ep
        answer = self.answers.get(self.written[-1])
        if answer is None:
            raise usb.core.USBTimeoutError("Operation timed out", errno=errno.ETIMEDOUT)
        return answer

    def close(self) -> None:
        self.open_now = False


@pytest.fixture
def usb_driver(monkeypatch: pytest.MonkeyPatch) -> type[FakeUsb]:
    FakeUsb.made = []
    FakeUsb.answers = {
        b"\x10\x04\x01": b"\x12",
        b"\x10\x04\x02": b"\x12",
        b"\x10\x04\x04": b"\x12",
        b"\x1dr\x01": b"\x00",
    }
    monkeypatch.setattr(escpos.printer, "Usb", FakeUsb)
    return FakeUsb


def test_the_device_is_looked_for_only_when_there_is_something_to_print(
    make_slip: Make, usb_driver: type[FakeUsb]
) -> None:
    printer = open_printer("usb:0416:5011?in=81&out=03")
    assert usb_driver.made == []
    assert printer.print(make_slip()) == Outcome(Verdict.PRINTED, "printed")
    [driver] = usb_driver.made
    assert driver.address == (0x0416, 0x5011)
    assert driver.others == {"timeout": 5000, "in_ep": 0x81, "out_ep": 0x03}
    assert job(layout(make_slip(), 576), 576) in driver.written
    assert not driver.open_now


def test_a_printer_without_a_way_back_is_unknown(make_slip: Make, usb_driver: type[FakeUsb]) -> None:
    usb_driver.answers = {}
    outcome = open_printer("usb:0416:5011").print(make_slip())
    assert outcome == Outcome(Verdict.UNKNOWN, "the printer took the slip and tells no status")


def test_a_device_that_is_not_there_is_offline(make_slip: Make) -> None:
    printer = open_printer("usb:ffff:fffe")
    for outcome in (printer.status(), printer.print(make_slip())):
        assert outcome.verdict is Verdict.OFFLINE
        assert outcome.detail.startswith("the printer cannot be reached: ")
        assert "\n" not in outcome.detail
