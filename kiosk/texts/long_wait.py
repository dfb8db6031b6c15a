"""A long wait is told before the number is given."""

from __future__ import annotations

from kiosk import views as v
from shared.domain.languages import Words, say


def long_wait_question() -> Words:
    return say("¿Quiere su número?")


def long_wait_lead(service: v.ServiceChoice) -> Words:
    """The whole range: here nothing is rounded."""
    low, high = service.crowd.wait or (0, 0)
    return say("La espera es de unos {low} a {high} minutos.", low=low, high=high)


def long_wait_yes() -> Words:
    return say("Sí, quiero mi número")


def long_wait_yes_explained() -> Words:
    return say("Le llamaremos en su turno")


def long_wait_no() -> Words:
    return say("No, otro día")


def long_wait_no_explained() -> Words:
    return say("No se saca ningún número")
