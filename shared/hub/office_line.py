"""How the way to the office stands, as sync tells it: kept in memory, shown to whoever supervises."""

from __future__ import annotations

from datetime import datetime

import msgspec

from shared.domain import commands as c
from shared.domain.hall import Hall
from shared.lan import views as v


class OfficeLine:
    """What was told last, and whether who told it is still here."""

    def __init__(self) -> None:
        self._told: tuple[c.TellOfficeLine, datetime, str] | None = None

    def told(self, said: c.TellOfficeLine, device: str, now: datetime) -> None:
        self._told = said, now, device

    def view(self, present: set[str]) -> dict[str, v.View]:
        """By key; nothing before anything was told. `present`: names of the devices that are here."""
        if self._told is None:
            return {}
        said, at, device = self._told
        state = said.state if device in present else "away"
        return {"office_line": v.OfficeLineView(**msgspec.structs.asdict(said) | {"state": state, "told_at": at})}


def from_office_view(hall: Hall) -> v.FromOfficeView:
    """What the log knows of it."""
    templates = hall.centre.templates
    waiting = templates.waiting
    known = v.FromOfficeView(templates.version, templates.digest, appointments=hall.centre.appointments_change)
    if waiting is None:
        return known
    return msgspec.structs.replace(known, waits=waiting.version, waits_digest=waiting.digest, waits_since=waiting.since)
