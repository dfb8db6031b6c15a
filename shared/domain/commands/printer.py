"""Orders of whoever has a printer."""

from __future__ import annotations

from shared.domain.commands.order import Order


class TellPrinter(Order, frozen=True, tag="tell_printer"):
    """How this device's printer stands. Kept while the hub runs and shown to those who look after it; never in the log.

    state: ready, paper_out, offline, unknown (it tells no status) or no_printer. paper_low: the roll ends soon.
    """

    state: str
    paper_low: bool = False
