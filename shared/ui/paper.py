"""Printing beside the screen: slips go to the printer one after another, in a thread of their own."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QThreadPool, Signal

from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import NoPrinter, Printer
from shared.printing.slip import Slip

log = logging.getLogger(__name__)


class Paper(QObject):
    """`ended` tells what became of a slip: the ticket, and a `Verdict` as text."""

    ended = Signal(object, str)  # a ticket id is larger than Qt's int

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def is_there(self) -> bool:
        return not isinstance(self._printer, NoPrinter)

    def use(self, printer: Printer) -> None:
        """Print there from the next slip on."""
        self._printer = printer

    def print(self, ticket: int, slip: Slip) -> None:
        """Returns at once; `ended` follows."""
        printer = self._printer
        self._pool.start(lambda: self._print(printer, ticket, slip))

    def close(self) -> None:
        """Wait for the slips that are on their way."""
        self._pool.waitForDone()

    def _print(self, printer: Printer, ticket: int, slip: Slip) -> None:
        try:
            outcome = printer.print(slip)
        except Exception:  # a fault of ours: the citizen must still be told that there is no paper
            log.exception("slip of %s: printing failed", slip.number)
            outcome = Outcome(Verdict.UNKNOWN, "printing failed")
        level = logging.INFO if outcome.verdict is Verdict.PRINTED else logging.WARNING
        log.log(level, "slip of %s: %s, %s", slip.number, outcome.verdict.value, outcome.detail)
        self.ended.emit(ticket, outcome.verdict.value)
