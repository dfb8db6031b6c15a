"""The Spanish words of the office's pages that are made of something; the others stand in the templates."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shared.domain import spanish
from sync.office.standing import State

LIMA = ZoneInfo("America/Lima")
NOTHING = "–"

STATES = {State.LIVE: "En línea", State.LATE: "Con retraso", State.SILENT: "Sin señal"}
SERVICE_STATES = {
    "open": "Abierto",
    "closed": "Cerrado",
    "full": "Sin más números",
    "suspended": "Suspendido",
    "last_ticket": "Último número dado",
}
UNNAMED_SERVICE = "Sin trámite indicado"


def number(count: int) -> str:
    """As in Peru, from five digits on with a space: 1234, 12 345."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}") if abs(count) >= 10_000 else str(count)


def share(of: float | None) -> str:
    return NOTHING if of is None else f"{round(of * 100)}\N{NO-BREAK SPACE}%"


def minutes(count: int | None) -> str:
    return NOTHING if count is None else f"{count}\N{NO-BREAK SPACE}min"


def seconds(count: float | None) -> str:
    """To the minute, or in seconds below one."""
    if count is None:
        return NOTHING
    return f"{round(count)}\N{NO-BREAK SPACE}s" if count < 60 else minutes(round(count / 60))


def change(now: int, before: int | None) -> str:
    """+4 %, −12 %."""
    if not before:
        return NOTHING
    part = round((now - before) / before * 100)
    sign = "+" if part > 0 else "\N{MINUS SIGN}" if part < 0 else ""
    return f"{sign}{abs(part)}\N{NO-BREAK SPACE}%"


def day_words(day: date) -> str:
    """Lunes 23 de noviembre de 2026"""
    return f"{spanish.day_words(day)} de {day.year}".capitalize()


def month_words(day: date) -> str:
    """Noviembre de 2026"""
    return f"{spanish.MONTHS[day.month - 1]} de {day.year}".capitalize()


def month_short(day: date) -> str:
    """nov. 2026"""
    return f"{spanish.MONTHS[day.month - 1][:3]}. {day.year}"


def wait(limits: tuple[int, int] | None) -> str:
    if limits is None:
        return NOTHING
    low, high = limits
    return minutes(high) if low == high else f"{low} a {minutes(high)}"


def heard(at: datetime | None, now: datetime) -> str:
    """hace 3 min; hoy a las 10:24; el 21/11 a las 17:02"""
    if at is None:
        return "nunca"
    here, today = at.astimezone(LIMA), now.astimezone(LIMA)
    ago = now - at
    if ago < timedelta(minutes=1):
        return "ahora"
    if ago < timedelta(hours=1):
        return f"hace {round(ago.total_seconds() / 60)} min"
    if here.date() == today.date():
        return f"hoy a las {spanish.hour(here)}"
    return f"el {here:%d/%m/%Y} a las {spanish.hour(here)}"


def here(at: datetime) -> datetime:
    """In Lima."""
    return at.astimezone(LIMA)


def clock(at: datetime) -> str:
    """24/11/2026, 10:00"""
    here = at.astimezone(LIMA)
    return f"{here:%d/%m/%Y}, {spanish.hour(here)}"


def slot(hour: int) -> str:
    """10:00 a 11:00"""
    return f"{hour}:00 a {hour + 1}:00"
