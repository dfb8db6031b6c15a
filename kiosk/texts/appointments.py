"""Checking in with an appointment."""

from __future__ import annotations

from datetime import datetime

from kiosk import views as v
from kiosk.texts.nobody import is_today
from shared.domain import spanish
from shared.domain.languages import Words, phrases, say
from shared.printing import texts as slip


def code_question() -> Words:
    return say("Escriba el código de su cita")


def code_lead() -> Words:
    return say("Está en la constancia que le dieron. También puede acercarla al lector.")


def code_done() -> Words:
    return say("Listo")


def erase() -> Words:
    return say("Borrar")


def slot(at: datetime, now: datetime | None) -> Words:
    """When an appointment is, as one says it."""
    if is_today(at, now):
        return say("hoy a las {hour}", hour=spanish.hour(at))
    return say("el {day} a las {hour}", day=phrases.day(at), hour=spanish.hour(at))


def appointment_line(view: v.TicketView) -> Words:
    """What became of the appointment, or ""."""
    of = view.late or view.slot
    return slip.appointment(of, late=view.late is not None) if of else Words("")
