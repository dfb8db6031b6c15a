"""Typing what one came for."""

from __future__ import annotations

from kiosk import views as v
from shared.domain.languages import Words, say


def search() -> Words:
    return say("Buscar")


def search_question() -> Words:
    return say("Busque su trámite")


def search_lead(view: v.SearchView) -> Words:
    """What to type, or what came of it."""
    if not view.typed.strip():
        return say("Escriba las primeras letras: pasaporte, DNI, RUC…")
    return Words("") if view.choices else say("No encontramos nada así. Borre una letra o pida ayuda.")


def space() -> Words:
    return say("Espacio")
