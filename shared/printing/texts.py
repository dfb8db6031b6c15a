"""Every Spanish word on a slip."""

from __future__ import annotations

from datetime import datetime

from shared.domain import spanish

COPY = "COPIA"
PROVISIONAL = "NÚMERO PROVISIONAL"
PROVISIONAL_EXPLAINED = (
    "Se dio sin conexión y vale igual: su turno cuenta desde esta hora. Le llamaremos por este número."
)
PREFERENTIAL = "Atención preferente"
PEOPLE_BEFORE = "Personas antes"
NOBODY_BEFORE = "ninguna"
NOBODY_SERVES = "Ahora ningún módulo atiende. Le llamaremos cuando abra uno."
LOOK_AT_BOARD = "La pantalla le dirá su módulo."
TICKET_CODE = "Código de su ticket"
ONLY_TODAY = "Este número vale solo por hoy."
COMPLAINTS = "¿Un reclamo? Pida el Libro de Reclamaciones."


def phone_code(wifi: str) -> str:
    """Under a code that opens the page of the ticket on a phone."""
    return f"Siga su turno en el celular: conéctese a la Wi-Fi {wifi} y escanee el código."


def date_and_hour(at: datetime) -> str:
    """As one says it: "lunes 23 de noviembre de 2026 · 10:24"."""
    return f"{spanish.day_words(at)} de {at.year} · {spanish.hour(at)}"


def short_date_and_hour(at: datetime) -> str:
    """For narrow paper, 28 characters at most: "lunes 23/11/2026 · 10:24"."""
    return f"{spanish.weekday(at)} {at:%d/%m/%Y} · {spanish.hour(at)}"


def people_before(count: int) -> str:
    return str(count) if count else NOBODY_BEFORE


def call(window: tuple[datetime, datetime], issued_at: datetime) -> tuple[str, str]:
    """When the citizen will be called: the words before the hours, and the hours."""
    earliest, latest = (spanish.hour(at) for at in window)
    if earliest == latest:
        return "Le llamaremos hacia", f"las {latest}"
    if window[0] <= issued_at:
        return "Le llamaremos antes de", f"las {latest}"
    return "Le llamaremos entre", f"{earliest} y {latest}"


def stop(position: int) -> str:
    return f"{position}. "


def payment(cents: int) -> str:
    """What one does at the stop where the fee is paid."""
    return f"pago de {spanish.soles(cents)}" if cents else "pago de la tasa"


def return_leg(gap: int, returns_at: datetime | None) -> str:
    """When one comes back for this stop: the hour where it is known, else how long after the stop before."""
    if returns_at:
        return f"vuelva a las {spanish.hour(returns_at)}"
    return f"vuelva {gap} min después" if gap else ""


def appointment(at: datetime, *, late: bool) -> str:
    """Of an appointment: its hour, or why it does not count any more."""
    hour = spanish.hour(at)
    return f"Su cita era a las {hour}: llegó tarde y va por orden de llegada." if late else f"Su cita: {hour}."
