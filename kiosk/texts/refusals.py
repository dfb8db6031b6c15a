"""When the hub says no: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk import views as v
from kiosk.texts.appointments import slot
from kiosk.texts.choosing import name
from kiosk.texts.shut_services import from_when
from shared.domain import spanish
from shared.domain.languages import Words, joined, phrases, say
from shared.domain.refusals import Code


def sorry() -> Words:
    return say("No pudimos darle un número")


def refusal(view: v.SorryView) -> Words:
    """What happened, and what to do."""
    said = _REFUSALS.get(view.code)
    return said(view) if said else _and_ask(say("Algo salió mal y no se le dio ningún número."))


def _and_ask(what: Words) -> Words:
    return joined(" ", (what, say("Pida ayuda a un orientador.")))


def _asks(spanish_text: Callable[[], Words]) -> Callable[[v.SorryView], Words]:
    return lambda _: _and_ask(spanish_text())


def _entity_closed(view: v.SorryView) -> Words:
    who = name(view.subject) if view.subject else say("Esta entidad")
    if view.opens_at:
        hour = spanish.hour(view.opens_at)
        return say("{entity} atiende desde las {hour}. Vuelva a esa hora, o elija otro trámite.", entity=who, hour=hour)
    return say("{entity} ya no atiende hoy. Vuelva otro día, o elija otro trámite.", entity=who)


def _last_ticket(view: v.SorryView) -> Words:
    what = say("Para este trámite hoy ya no alcanza el tiempo")
    if view.subject:
        what = say("Para {entity} hoy ya no alcanza el tiempo", entity=phrases.named(view.subject))
    last = say("el último ticket se dio a las {hour}", hour=spanish.hour(view.last_at)) if view.last_at else ""
    return joined(" ", (joined(": ", (what, last)).ended(), _again(view)))


def _again(view: v.SorryView) -> Words:
    if view.opens_at is None or view.head.now is None:
        return say("Pida ayuda a un orientador.")
    day = view.opens_at.date()
    when = from_when((day - view.head.now.date()).days, phrases.day(day), spanish.hour(view.opens_at))
    return say("Puede venir {when}", when=when).ended()


def _service(view: v.SorryView) -> Words:
    return say("«{service}»", service=name(view.subject)) if view.subject else say("Este servicio")


def _service_suspended(view: v.SorryView) -> Words:
    return _and_ask(say("{service} no se atiende por el momento.", service=_service(view)))


def _when(view: v.SorryView) -> Words | None:
    return slot(view.slot, view.head.now) if view.slot else None


def _too_early(view: v.SorryView) -> Words:
    when = _when(view) or say("más tarde")
    if view.opens_at:
        hour = spanish.hour(view.opens_at)
        return say("Su cita es {when}. Aquí puede registrarla desde las {hour}.", when=when, hour=hour)
    return say("Su cita es {when}. Aquí puede registrarla un poco antes.", when=when)


def _other_day(view: v.SorryView) -> Words:
    return say("Su cita es {when}. Vuelva ese día.", when=_when(view) or say("otro día"))


def _service_full(view: v.SorryView) -> Words:
    what = say("{service} ya dio todos los números de este horario.", service=_service(view))
    if view.opens_at:
        return joined(" ", (what, say("Habrá más desde las {hour}.", hour=spanish.hour(view.opens_at))))
    return joined(" ", (what, say("Vuelva otro día.")))


def _already_has(view: v.SorryView) -> Words:
    what = _service(view) if view.subject else say("este trámite")
    return say(
        "Con ese documento ya hay un número en espera para {service}. Si lo perdió, pida ayuda a un orientador.",
        service=what,
    )


def _used(view: v.SorryView) -> Words:
    return _and_ask(say("Esa cita ya tiene un número: {number}.", number=view.subject))


def _changed(_: v.SorryView) -> Words:
    return say("Este servicio acaba de cambiar. Elija otra vez desde el inicio.")


_REFUSALS: dict[str, Callable[[v.SorryView], Words]] = {
    Code.SERVICE_FULL: _service_full,
    Code.UNKNOWN_APPOINTMENT: _asks(lambda: say("No encontramos una cita con ese código.")),
    Code.APPOINTMENT_USED: _used,
    Code.APPOINTMENT_OTHER_DAY: _other_day,
    Code.APPOINTMENT_TOO_EARLY: _too_early,
    Code.UNKNOWN_CODE: _asks(lambda: say("Ese ticket no es de hoy.")),
    Code.UNKNOWN_TICKET: _asks(lambda: say("Ese ticket no es de hoy.")),
    Code.NOT_WAITING: lambda _: say("Su número ya fue llamado o ya terminó: no se puede cambiar aquí."),
    Code.DOCUMENT_REQUIRED: _asks(lambda: say("Este trámite pide el número de su documento.")),
    Code.DOCUMENT_NOT_ASKED: _changed,
    Code.DOCUMENT_WRONG: lambda _: say("El número de documento no está completo. Elija otra vez desde el inicio."),
    Code.ALREADY_HAS_TICKET: _already_has,
    Code.SAME_SERVICE: lambda _: say("Su número ya es para ese trámite: no hay nada que cambiar."),
    Code.DAY_NOT_OPEN: lambda _: say("El centro no está atendiendo en este momento."),
    Code.ENTITY_CLOSED: _entity_closed,
    Code.SERVICE_SUSPENDED: _service_suspended,
    Code.LAST_TICKET_GIVEN: _last_ticket,
    Code.NUMBERS_EXHAUSTED: _asks(lambda: say("Ya se dieron todos los números de hoy para este servicio.")),
    Code.UNKNOWN_LANGUAGE: lambda _: say("Este centro no atiende en ese idioma. Elija otra vez desde el inicio."),
    Code.UNKNOWN_SERVICE: _changed,
    Code.UNKNOWN_QUEUE: _changed,
    Code.NOTHING_TO_PAY: _changed,
    Code.DISK_FULL: _asks(lambda: say("En este momento no podemos dar más números.")),
    Code.NOT_ALLOWED: lambda _: say("Esta pantalla no puede dar números. Pida el suyo a un orientador."),
}
