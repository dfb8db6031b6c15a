"""What cannot be chosen, and until when."""

from __future__ import annotations

from datetime import datetime

from kiosk import views as v
from shared.domain import spanish


def shut(crowd: v.Crowd) -> str:
    """The badge of what cannot be chosen."""
    if crowd.state == "last_ticket":
        return f"Último {spanish.hour(crowd.last_at)}" if crowd.last_at else "Hoy ya no"
    return {"suspended": "Suspendido", "full": "Sin cupo"}.get(crowd.state, "Cerrado")


def until_when(crowd: v.Crowd) -> str:
    """Below what cannot be chosen: until when."""
    if crowd.state == "suspended":
        return "No se atiende por ahora"
    if crowd.state == "last_ticket":
        again = _again_from(crowd.last_at, crowd.opens_at)
        return f"{again[:1].upper()}{again[1:]}" if again else "Hoy ya no alcanza"
    if crowd.state == "full":
        return f"Más números desde las {spanish.hour(crowd.opens_at)}" if crowd.opens_at else "Hoy ya no hay cupo"
    return f"Atiende desde las {spanish.hour(crowd.opens_at)}" if crowd.opens_at else "Hoy ya no atiende"


def why_not(crowd: v.Crowd) -> str:
    """Where there is room for the whole sentence."""
    return last_ticket(crowd.last_at, crowd.opens_at) if crowd.state == "last_ticket" else until_when(crowd)


def last_ticket(last_at: datetime | None, again: datetime | None) -> str:
    """ "Hoy ya no alcanza: último ticket 16:40. Puede venir mañana desde las 08:30" """
    last = f": último ticket {spanish.hour(last_at)}" if last_at else ""
    from_when = _again_from(last_at, again)
    return f"Hoy ya no alcanza{last}. Puede venir {from_when}" if from_when else f"Hoy ya no alcanza{last}"


def _again_from(last_at: datetime | None, again: datetime | None) -> str:
    """ "mañana desde las 08:30" """
    if again is None or last_at is None:
        return ""
    days = (again.date() - last_at.date()).days
    when = {0: "hoy", 1: "mañana"}.get(days) or f"el {spanish.weekday(again.date())}"
    return f"{when} desde las {spanish.hour(again)}"
