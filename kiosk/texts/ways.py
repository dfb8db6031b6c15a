"""The ways to use the kiosk, and the call for a person."""

from __future__ import annotations

from kiosk.ways import Ways
from shared.domain.languages import Words, say


def way(name: str, ways: Ways) -> Words:
    """What a press does next."""
    if name == "audio":
        return say("Quitar audio") if ways.curtain else say("Ocultar pantalla") if ways.audio else say("Con audio")
    if name == "large":
        return say("Letra grande")
    if name == "contrast":
        return say("Más contraste")
    return say("Más abajo")


def need_help() -> Words:
    return say("Necesito ayuda")


def help_title(help_: str) -> Words:
    return say("Ya avisamos: alguien viene") if help_ == "asked" else say("Acérquese a un orientador")


def help_lead(help_: str) -> Words:
    if help_ == "asked":
        return say("Espere aquí. Si prefiere, acérquese a un orientador.")
    return say("Desde aquí no podemos llamarlo ahora.")


def help_understood() -> Words:
    return say("Entendido")


def read_on() -> Words:
    return say("Seguir leyendo")


def more_answers() -> Words:
    return say("Más opciones")
