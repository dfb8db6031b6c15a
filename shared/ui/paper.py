"""Printing beside the screen: slips go to the printer one after another, in a thread of their own."""

from __future__ import annotations

import logging

from msgspec.structs import replace
from PySide6.QtCore import QObject, QThreadPool, Signal

from shared.domain import catalogue
from shared.printing.address import PrinterSettingError
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printer import NoPrinter, Printer, open_printer
from shared.printing.slip import Slip

log = logging.getLogger(__name__)


class Paper(QObject):
    """`ended` tells what became of a slip: the ticket, and a `Verdict` as text."""

    ended = Signal(object, str)  # a ticket id is larger than Qt's int

    def __init__(self, url: str = "", parent: QObject | None = None) -> None:
        """With a `url` of its own the device does not use the centre's printer. Raises PrinterSettingError."""
        super().__init__(parent)
        self._url = url
        self._setting = catalogue.Printer(url)
        self._printer = _open(self._setting)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def is_there(self) -> bool:
        return not isinstance(self._printer, NoPrinter)

    def centre_has(self, setting: catalogue.Printer) -> None:
        """Take the centre's printer from the next slip on. One that can never print is none, and the log says why."""
        setting = replace(setting, url=self._url or setting.url)
        if setting == self._setting:
            return
        self._setting = setting
        try:
            self._printer = _open(setting)
        except PrinterSettingError as error:
            log.error("the printer cannot be used: %s", error)
            self._printer = NoPrinter()

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
        if outcome.paper_low:
            log.warning("the roll of paper ends soon")
        self.ended.emit(ticket, outcome.verdict.value)


def _open(setting: catalogue.Printer) -> Printer:
    return open_printer(setting.url, setting.dots, setting.profile)
