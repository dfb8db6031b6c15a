"""Without a hub: provisional numbers, and none."""

from __future__ import annotations

from kiosk import views as v
from kiosk.texts.choosing import name
from kiosk.texts.frame import together
from shared.domain.languages import Words, joined, say
from shared.printing import texts as slip


def alone() -> Words:
    """In the place of the motto, while the kiosk gives numbers by itself."""
    return say("Sin conexión: se dan números provisionales")


def wait_unknown() -> Words:
    return say("Espera: sin datos por ahora")


def your_provisional_number() -> Words:
    return say("Su número provisional es")


def provisional_explained() -> Words:
    return slip.provisional_explained()


def unprinted(number: str) -> Words:
    return say("¿Pidió usted el número {number}?", number=together(number))


def unprinted_lead(view: v.UnprintedView) -> Words:
    """Whose it may be, and until when."""
    off = say("El kiosco se apagó antes de imprimirlo.")
    of = say("Es para: {service}.", service=name(view.service)) if view.service else ""
    until = say("Si nadie lo pide en {seconds} s, deja de valer.", seconds=view.left)
    return joined("\n", (joined(" ", (off, of)), until))


def print_it() -> Words:
    return say("Sí, imprimir mi número")


def away() -> Words:
    return say("Un momento: sin conexión…")


def away_spent() -> Words:
    return say("Pida su número a un orientador.\nSi ya tiene el suyo, no lo pierde.")


def away_lead() -> Words:
    return say("Daremos números en cuanto vuelva la conexión.\nSi ya tiene su número, no lo pierde.")
