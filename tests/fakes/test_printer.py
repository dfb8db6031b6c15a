"""The fake printer judged by a program that knows real ones. It only calls port 9100, so each test has an address."""

from __future__ import annotations

import sys

import pytest

from tests.fakes.printer import FakePrinter, Faults, printing
from tests.tools.foreign import node

if sys.platform != "linux":
    pytest.skip("elsewhere 127.0.0.1 is the only address of the machine itself", allow_module_level=True)

RECEIPTIO = "node_modules/receiptio/bin/cli.js"


@pytest.mark.parametrize(
    ("host", "faults", "judged"),
    [
        ("127.0.0.91", Faults(), b"online"),
        ("127.0.0.92", Faults(cover_open=True), b"coveropen"),
        ("127.0.0.93", Faults(no_paper=True), b"paperempty"),
    ],
)
def test_a_program_for_real_printers_sees_the_fault(host: str, faults: Faults, judged: bytes) -> None:
    with printing(FakePrinter(faults, host=host, port=9100)):
        assert node(RECEIPTIO, "-d", host, "-q", "-p", "escpos").stderr.strip() == judged


def test_a_program_for_real_printers_prints_on_it() -> None:
    with printing(FakePrinter(host="127.0.0.94", port=9100)) as printer:
        done = node(RECEIPTIO, "-d", "127.0.0.94", "-p", "escpos", data=b"PJ 047\n{code:abc;option:qrcode}\n")
    assert done.stderr.strip() == b"success"
    assert len(printer.slips) == 1
    assert b"PJ 047" in printer.slips[0]
