"""Entities and services: the cards, and how many wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk import views as v
from kiosk.texts.frame import DOT
from shared.domain import spanish
from shared.domain.catalogue import Purpose


def entities_question(of: Purpose) -> str:
    return {
        Purpose.PROCEDURE: "¿Con qué entidad?",
        Purpose.GUIDANCE: "¿Sobre qué entidad?",
        Purpose.COMPANY: "¿Con qué entidad?",
        Purpose.PICKUP: "¿De qué entidad?",
    }[of]


def entities_lead(*, known: bool = True) -> str:
    if not known:
        return "Ahora no sabemos cuántas personas esperan"
    return "Vea cuántas personas esperan y cuánto puede demorar"


def more_entities() -> str:
    return "Más entidades"


def services_question() -> str:
    return "¿Qué servicio necesita?"


def more_services() -> str:
    return "Más opciones"


def first_page() -> str:
    return "Ver las primeras"


def page(number: int, of: int) -> str:
    return f"Página {number} de {of}"


def waiting(count: int) -> str:
    return spanish.waiting(count).capitalize()


def wait(minutes: tuple[int, int] | None, serves_from: datetime | None = None, interrupted: str = "") -> str:
    """How long until the call, as one says it. None: nobody attends this now; `serves_from`: then somebody will.

    interrupted: why nobody can.
    """
    if minutes is None and interrupted:
        return spanish.interrupted(interrupted)
    if minutes is None and serves_from:
        return f"Reabre a las {spanish.hour(serves_from)}"
    if minutes is None:
        return "Sin módulo abierto por ahora"
    low, high = minutes
    if low >= 60:
        return "Más de 1 hora" if low < 120 else f"Más de {low // 60} horas"
    return f"Menos de {high} minutos" if low == 0 else f"De {low} a {high} minutos"


def fee(cents: int) -> str:
    return f"Tasa: {spanish.soles(cents)}"


def bring(requirements: Sequence[str]) -> str:
    return f"Traiga: {DOT.join(requirements)}"


def chosen(name: str) -> str:
    return f"Usted eligió: {name}"


def chosen_facts(service: v.ServiceChoice) -> str:
    """Where, how many wait, how long: what the citizen saw on the card."""
    crowd = service.crowd
    said = wait(crowd.wait, crowd.serves_from, crowd.interrupted).lower()
    line = (waiting(crowd.waiting).lower(), said) if crowd.is_open and crowd.known else ()
    cost = (fee(service.fee_cents),) if service.fee_cents else ()
    return DOT.join((service.entity, *line, *cost))
