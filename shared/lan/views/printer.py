"""What is shown of a device's printer."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown


class PrinterView(Shown, frozen=True, tag="printer"):
    """A printer that needs somebody.

    state: ready, paper_out or offline; paper_low: the roll ends soon. since: when its device told so.
    """

    device: str
    state: str
    paper_low: bool
    since: datetime
