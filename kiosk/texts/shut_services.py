"""What cannot be chosen, and until when."""

from __future__ import annotations

from datetime import datetime

from kiosk import views as v
from shared.domain import spanish
from shared.domain.languages import Words, capital, joined, phrases, say


def shut(crowd: v.Crowd) -> Words:
    """The badge of what cannot be chosen."""
    if crowd.state == "last_ticket":
        return say("Último {hour}", hour=spanish.hour(crowd.last_at)) if crowd.last_at else say("Hoy ya no")
    return {"suspended": say("Suspendido"), "full": say("Sin cupo")}.get(crowd.state) or say("Cerrado")


def until_when(crowd: v.Crowd) -> Words:
    """Below what cannot be chosen: until when."""
    hour = spanish.hour(crowd.opens_at) if crowd.opens_at else ""
    if crowd.state == "suspended":
        return say("No se atiende por ahora")
    if crowd.state == "last_ticket":
        return capital(_again_from(crowd.last_at, crowd.opens_at)) or say("Hoy ya no alcanza")
    if crowd.state == "full":
        return say("Más números desde las {hour}", hour=hour) if hour else say("Hoy ya no hay cupo")
    return say("Atiende desde las {hour}", hour=hour) if hour else say("Hoy ya no atiende")


def why_not(crowd: v.Crowd) -> Words:
    """Where there is room for the whole sentence."""
    return last_ticket(crowd.last_at, crowd.opens_at) if crowd.state == "last_ticket" else until_when(crowd)


def last_ticket(last_at: datetime | None, again: datetime | None) -> Words:
    """ "Hoy ya no alcanza: último ticket 16:40. Puede venir mañana desde las 08:30" """
    what = say("Hoy ya no alcanza")
    if last_at:
        what = say("Hoy ya no alcanza: último ticket {hour}", hour=spanish.hour(last_at))
    when = _again_from(last_at, again)
    return joined(". ", (what, say("Puede venir {when}", when=when) if when else ""))


def _again_from(last_at: datetime | None, again: datetime | None) -> Words:
    """ "mañana desde las 08:30" """
    if again is None or last_at is None:
        return Words("")
    return from_when((again.date() - last_at.date()).days, phrases.weekday(again.date()), spanish.hour(again))


def from_when(days: int, day: Words, hour: str) -> Words:
    """In so many days, on that day, from that hour on."""
    if days == 0:
        return say("hoy desde las {hour}", hour=hour)
    if days == 1:
        return say("mañana desde las {hour}", hour=hour)
    return say("el {day} desde las {hour}", day=day, hour=hour)
