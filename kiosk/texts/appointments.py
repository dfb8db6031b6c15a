"""Checking in with an appointment."""

from __future__ import annotations

from datetime import datetime

from kiosk import views as v
from kiosk.texts.nobody import is_today
from shared.domain import spanish
from shared.printing import texts as slip


def code_question() -> str:
    return "Escriba el código de su cita"


def code_lead() -> str:
    return "Está en la constancia que le dieron. También puede acercarla al lector."


def code_done() -> str:
    return "Listo"


def erase() -> str:
    return "Borrar"


def appointment(code: str) -> str:
    return f"cita {code}"


def slot(at: datetime, now: datetime | None) -> str:
    """When an appointment is, as one says it."""
    day = "hoy" if is_today(at, now) else f"el {spanish.day_words(at)}"
    return f"{day} a las {spanish.hour(at)}"


def appointment_line(view: v.TicketView) -> str:
    """What became of the appointment, or ""."""
    of = view.late or view.slot
    return slip.appointment(of, late=view.late is not None) if of else ""
