"""How printers stand, as their devices tell it: kept in memory, shown to those who can put paper in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from shared.domain import commands as c
from shared.lan import views as v

NEEDS_SOMEBODY = ("paper_out", "offline")


class Printers:
    """What each device told last. One that is not here tells nothing."""

    def __init__(self) -> None:
        self._told: dict[str, v.PrinterView] = {}

    def told(self, said: c.TellPrinter, device: str, now: datetime) -> bool:
        """Returns whether that is news."""
        known = self._told.get(device)
        if known and (known.state, known.paper_low) == (said.state, said.paper_low):
            return False
        self._told[device] = v.PrinterView(device, said.state[:32], said.paper_low, now)
        return True

    def views(self, present: Iterable[str]) -> dict[str, v.View]:
        """By key, those that need somebody. `present`: names of the devices that are here."""
        here = set(present)
        return {
            f"printer/{name}": view
            for name, view in sorted(self._told.items())
            if name in here and (view.paper_low or view.state in NEEDS_SOMEBODY)
        }
