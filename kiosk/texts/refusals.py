"""When the hub says no: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk import views as v
from shared.domain import spanish
from shared.domain.refusals import Code


def sorry() -> str:
    return "No pudimos darle un número"


def refusal(view: v.SorryView) -> str:
    """What happened, and what to do."""
    said = _REFUSALS.get(view.code)
    return said(view) if said else f"Algo salió mal y no se le dio ningún número. {_ASK}"


_ASK = "Pida ayuda a un orientador."


def _entity_closed(view: v.SorryView) -> str:
    who = view.subject or "Esta entidad"
    if view.opens_at:
        return f"{who} atiende desde las {spanish.hour(view.opens_at)}. Vuelva a esa hora, o elija otro trámite."
    return f"{who} ya no atiende hoy. Vuelva otro día, o elija otro trámite."


def _last_ticket(view: v.SorryView) -> str:
    last = f": el último ticket se dio a las {spanish.hour(view.last_at)}" if view.last_at else ""
    what = f"Para {spanish.named(view.subject)}" if view.subject else "Para este trámite"
    return f"{what} hoy ya no alcanza el tiempo{last}. {_again(view)}"


def _again(view: v.SorryView) -> str:
    if view.opens_at is None or view.head.now is None:
        return _ASK
    days = (view.opens_at.date() - view.head.now.date()).days
    when = {0: "hoy", 1: "mañana"}.get(days) or f"el {spanish.day_words(view.opens_at.date())}"
    return f"Puede venir {when} desde las {spanish.hour(view.opens_at)}."


def _service_suspended(view: v.SorryView) -> str:
    what = f"«{view.subject}»" if view.subject else "Este servicio"
    return f"{what} no se atiende por el momento. {_ASK}"


def _too_early(view: v.SorryView) -> str:
    begins = f"desde las {spanish.hour(view.opens_at)}" if view.opens_at else "un poco antes"
    return f"Su cita es {view.subject or 'más tarde'}. Aquí puede registrarla {begins}."


def _service_full(view: v.SorryView) -> str:
    what = f"«{view.subject}»" if view.subject else "Este servicio"
    when = f"Habrá más desde las {spanish.hour(view.opens_at)}." if view.opens_at else "Vuelva otro día."
    return f"{what} ya dio todos los números de este horario. {when}"


def _already_has(view: v.SorryView) -> str:
    what = f"«{view.subject}»" if view.subject else "este trámite"
    return f"Con ese documento ya hay un número en espera para {what}. Si lo perdió, pida ayuda a un orientador."


_REFUSALS: dict[str, Callable[[v.SorryView], str]] = {
    Code.SERVICE_FULL: _service_full,
    Code.UNKNOWN_APPOINTMENT: lambda _: f"No encontramos una cita con ese código. {_ASK}",
    Code.APPOINTMENT_USED: lambda view: f"Esa cita ya tiene un número: {view.subject}. {_ASK}",
    Code.APPOINTMENT_OTHER_DAY: lambda view: f"Su cita es {view.subject or 'otro día'}. Vuelva ese día.",
    Code.APPOINTMENT_TOO_EARLY: _too_early,
    Code.UNKNOWN_CODE: lambda _: f"Ese ticket no es de hoy. {_ASK}",
    Code.UNKNOWN_TICKET: lambda _: f"Ese ticket no es de hoy. {_ASK}",
    Code.NOT_WAITING: lambda _: "Su número ya fue llamado o ya terminó: no se puede cambiar aquí.",
    Code.DOCUMENT_REQUIRED: lambda _: f"Este trámite pide el número de su documento. {_ASK}",
    Code.DOCUMENT_NOT_ASKED: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.DOCUMENT_WRONG: lambda _: "El número de documento no está completo. Elija otra vez desde el inicio.",
    Code.ALREADY_HAS_TICKET: _already_has,
    Code.SAME_SERVICE: lambda _: "Su número ya es para ese trámite: no hay nada que cambiar.",
    Code.DAY_NOT_OPEN: lambda _: "El centro no está atendiendo en este momento.",
    Code.ENTITY_CLOSED: _entity_closed,
    Code.SERVICE_SUSPENDED: _service_suspended,
    Code.LAST_TICKET_GIVEN: _last_ticket,
    Code.NUMBERS_EXHAUSTED: lambda _: f"Ya se dieron todos los números de hoy para este servicio. {_ASK}",
    Code.UNKNOWN_LANGUAGE: lambda _: "Este centro no atiende en ese idioma. Elija otra vez desde el inicio.",
    Code.UNKNOWN_SERVICE: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.UNKNOWN_QUEUE: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.NOTHING_TO_PAY: lambda _: "Este servicio acaba de cambiar. Elija otra vez desde el inicio.",
    Code.DISK_FULL: lambda _: f"En este momento no podemos dar más números. {_ASK}",
    Code.NOT_ALLOWED: lambda _: "Esta pantalla no puede dar números. Pida el suyo a un orientador.",
}
