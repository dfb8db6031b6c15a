"""Without a hub: provisional numbers, and none."""

from __future__ import annotations

from kiosk import views as v
from kiosk.texts.frame import NO_BREAK
from shared.printing import texts as slip


def alone() -> str:
    """In the place of the motto, while the kiosk gives numbers by itself."""
    return "Sin conexión: se dan números provisionales"


def provisional_badge() -> str:
    return "Provisional"


def wait_unknown() -> str:
    return "Espera: sin datos por ahora"


def your_provisional_number() -> str:
    return "Su número provisional es"


def provisional_explained() -> str:
    return slip.PROVISIONAL_EXPLAINED


def unprinted(number: str) -> str:
    return f"¿Pidió usted el número {number.replace(' ', NO_BREAK)}?"


def unprinted_lead(view: v.UnprintedView) -> str:
    """Whose it may be, and until when."""
    of = f" Es para: {view.service}." if view.service else ""
    return f"El kiosco se apagó antes de imprimirlo.{of}\nSi nadie lo pide en {view.left} s, deja de valer."


def print_it() -> str:
    return "Sí, imprimir mi número"


def away() -> str:
    return "Un momento: sin conexión…"


def away_spent() -> str:
    return "Pida su número a un orientador.\nSi ya tiene el suyo, no lo pierde."


def away_lead() -> str:
    return "Daremos números en cuanto vuelva la conexión.\nSi ya tiene su número, no lo pierde."
