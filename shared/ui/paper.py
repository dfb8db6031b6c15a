"""Printing beside the screen: slips go to the printer one after another, in a thread of their own."""

from __future__ import annotations

import logging

from msgspec.structs import replace
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from shared.domain import catalogue
from shared.printing.address import PrinterSettingError
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printable import Printable
from shared.printing.printer import NoPrinter, Printer, open_printer

log = logging.getLogger(__name__)

LOOK_EVERY = 20_000
"""Milliseconds between two looks at the printer while nothing is printed."""
UNLIKE = {Verdict.PRINTED: Verdict.READY, Verdict.HALF: Verdict.UNKNOWN}
"""What the end of a slip says of the printer, where that is another word; how it stands now a look will tell."""


class Paper(QObject):
    """`ended` tells what became of a slip: the ticket, and a `Verdict` as text.

    `stands`: how the printer stands, when that changes: a `Verdict` as text, and whether the roll ends soon.
    """

    ended = Signal(object, str)  # a ticket id is larger than Qt's int
    stands = Signal(str, bool)
    _looked = Signal(object, object)  # printer and outcome, from the other thread

    def __init__(self, url: str = "", parent: QObject | None = None) -> None:
        """With a `url` of its own the device does not use the centre's printer. Raises PrinterSettingError."""
        super().__init__(parent)
        self._url = url
        self._setting = catalogue.Printer(url)
        self._printer = _open(self._setting)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.standing: tuple[str, bool] = (Verdict.NO_PRINTER.value, False)
        self._looked.connect(self._take_look)
        self._watch = QTimer(self, interval=LOOK_EVERY)
        self._watch.timeout.connect(self.look)

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
        if self._watch.isActive():
            self.look()

    def watch(self) -> None:
        """From now on look now and then how the printer stands."""
        self._watch.start()
        self.look()

    def look(self) -> None:
        """Returns at once; `stands` follows where it changed. Nobody looks while a slip is on its way."""
        if self._pool.activeThreadCount() == 0:
            printer = self._printer
            self._pool.start(lambda: self._look(printer))

    def print(self, ticket: int, slip: Printable) -> None:
        """Returns at once; `ended` follows."""
        printer = self._printer
        self._pool.start(lambda: self._print(printer, ticket, slip))

    def close(self) -> None:
        """Wait for the slips that are on their way."""
        self._watch.stop()
        self._pool.waitForDone()

    def _look(self, printer: Printer) -> None:
        try:
            outcome = printer.status()
        except Exception:  # a fault of ours: printing goes on as if nobody had looked
            log.exception("the printer's status could not be asked")
            return
        self._looked.emit(printer, outcome)

    def _take_look(self, printer: Printer, outcome: Outcome) -> None:
        """In the thread of the screen. What an earlier printer says means nothing any more."""
        standing = (outcome.verdict.value, outcome.paper_low)
        if printer is not self._printer or standing == self.standing:
            return
        self.standing = standing
        is_well = outcome.verdict in (Verdict.READY, Verdict.UNKNOWN, Verdict.NO_PRINTER) and not outcome.paper_low
        log.log(logging.INFO if is_well else logging.WARNING, "printer: %s", _sentence(outcome))
        self.stands.emit(*standing)

    def _print(self, printer: Printer, ticket: int, slip: Printable) -> None:
        try:
            outcome = printer.print(slip)
        except Exception:  # a fault of ours: the citizen must still be told that there is no paper
            log.exception("slip of %s: printing failed", slip.label)
            outcome = Outcome(Verdict.UNKNOWN, "printing failed")
        level = logging.INFO if outcome.verdict is Verdict.PRINTED else logging.WARNING
        log.log(level, "slip of %s: %s, %s", slip.label, outcome.verdict.value, outcome.detail)
        if outcome.paper_low:
            log.warning("the roll of paper ends soon")
        self.ended.emit(ticket, outcome.verdict.value)
        if self._watch.isActive():
            self._looked.emit(printer, replace(outcome, verdict=UNLIKE.get(outcome.verdict, outcome.verdict)))


def _sentence(outcome: Outcome) -> str:
    return f"{outcome.detail}, and its roll of paper ends soon" if outcome.paper_low else outcome.detail


def _open(setting: catalogue.Printer) -> Printer:
    return open_printer(setting.url, setting.dots, setting.profile)
