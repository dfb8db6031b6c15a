"""A long wait is told before the number is given."""

from __future__ import annotations

from kiosk import views as v
from kiosk.texts.choosing import name
from shared.domain.languages import Words, joined, named, say


def long_wait_question() -> Words:
    return say("La espera es larga. ¿Quiere su número?")


def long_wait_lead(service: v.ServiceChoice) -> Words:
    """What was chosen, and the whole range: here nothing is rounded."""
    low, high = service.crowd.wait or (0, 0)
    minutes = say("unos {low} a {high} minutos", low=low, high=high)
    return joined(". ", (name(service.name), named(say("Espera"), minutes)))


def long_wait_yes() -> Words:
    return say("Sí, quiero mi número")


def long_wait_yes_explained() -> Words:
    return say("Puede salir y volver a tiempo")


def long_wait_no() -> Words:
    return say("No, otro día")


def long_wait_no_explained() -> Words:
    return say("No se saca ningún número")
