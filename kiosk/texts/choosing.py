"""Entities and services: the cards, and how many wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk import views as v
from kiosk.texts.frame import DOT
from shared.domain import spanish
from shared.domain.catalogue import Purpose
from shared.domain.languages import Words, joined, named, phrases, say, small


def entities_question(of: Purpose) -> Words:
    return {
        Purpose.PROCEDURE: say("¿Con qué entidad?"),
        Purpose.GUIDANCE: say("¿Sobre qué entidad?"),
        Purpose.COMPANY: say("¿Con qué entidad?"),
        Purpose.PICKUP: say("¿De qué entidad?"),
    }[of]


def entities_lead(*, known: bool = True) -> Words:
    if not known:
        return say("Ahora no sabemos cuántas personas esperan")
    return say("Vea cuántas personas esperan y cuánto puede demorar")


def more_entities() -> Words:
    return say("Más entidades")


def services_question() -> Words:
    return say("¿Qué servicio necesita?")


def more_services() -> Words:
    return say("Más opciones")


def first_page() -> Words:
    return say("Ver las primeras")


def page(number: int, of: int) -> Words:
    return say("Página {number} de {of}", number=number, of=of)


def name(of: str) -> Words:
    """An entity, a service, what one brings: as the centre file has it in the language."""
    return phrases.term(of)


def waiting(count: int) -> Words:
    return phrases.waiting(count)


def wait(minutes: tuple[int, int] | None, serves_from: datetime | None = None, interrupted: str = "") -> Words:
    """How long until the call, as one says it. None: nobody attends this now; `serves_from`: then somebody will.

    interrupted: why nobody can.
    """
    if minutes is None and interrupted:
        return phrases.interrupted(interrupted)
    if minutes is None and serves_from:
        return say("Reabre a las {hour}", hour=spanish.hour(serves_from))
    if minutes is None:
        return say("Sin módulo abierto por ahora")
    low, high = minutes
    if low >= 60:
        return say("Más de 1 hora") if low < 120 else say("Más de {hours} horas", hours=low // 60)
    if low == 0:
        return say("Menos de {minutes} minutos", minutes=high)
    return say("De {low} a {high} minutos", low=low, high=high)


def fee(cents: int) -> Words:
    return named(say("Tasa"), spanish.soles(cents))


def bring(requirements: Sequence[str]) -> Words:
    return named(say("Traiga"), joined(DOT, (name(one) for one in requirements)))


def chosen(service: v.ServiceChoice) -> Words:
    what = name(service.name) if service.name else say("cita {code}", code=service.appointment)
    return named(say("Usted eligió"), what)


def chosen_facts(service: v.ServiceChoice) -> Words:
    """Where, how many wait, how long: what the citizen saw on the card."""
    crowd = service.crowd
    said = small(wait(crowd.wait, crowd.serves_from, crowd.interrupted))
    line = (small(waiting(crowd.waiting)), said) if crowd.is_open and crowd.known else ()
    cost = (fee(service.fee_cents),) if service.fee_cents else ()
    return joined(DOT, (name(service.entity), *line, *cost))
