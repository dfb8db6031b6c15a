"""The one door to paper: an address in the centre file becomes something that prints slips."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from shared.printing import profiles
from shared.printing.address import Cups, Folder, parse
from shared.printing.device import DevicePrinter
from shared.printing.folder import FolderPrinter
from shared.printing.links import Patience
from shared.printing.outcome import Outcome, Verdict
from shared.printing.printable import Printable
from shared.printing.spool import SpoolPrinter


class Printer(Protocol):
    """Both calls block and never raise for a fault of the printer; any thread may make them."""

    def print(self, slip: Printable) -> Outcome: ...

    def status(self) -> Outcome: ...


class NoPrinter:
    """Where a centre has none: the screen is all that the citizen gets."""

    def print(self, slip: Printable) -> Outcome:  # noqa: ARG002
        return self.status()

    def status(self) -> Outcome:
        return Outcome(Verdict.NO_PRINTER, "the centre has no printer")


def open_printer(url: str, dots: int = 576, profile: str = "default", patience: Patience | None = None) -> Printer:
    """A printer by its address (see `address.EXPECTED`), printable dots across and python-escpos model.

    Raises PrinterSettingError for what can never print; an absent printer is told by `status` and `print`.
    """
    address = parse(url)
    if address is None:
        return NoPrinter()
    profiles.check(profile, dots)
    match address:
        case Folder(path):
            return FolderPrinter(Path(path), dots, profile)
        case Cups(queue):
            return SpoolPrinter(queue, dots, profile)
        case _:
            return DevicePrinter(address, dots, profile, patience or Patience())
