"""The frame of every screen, and what lies between facts on a line."""

from __future__ import annotations

from shared.domain.languages import Words, say

NO_BREAK = "\u00a0"


DOT = "\u00a0· "
"""Between facts on one line; a line never begins with it."""


def together(number: str) -> str:
    """A number that no line breaks."""
    return number.replace(" ", NO_BREAK)


def window_title() -> Words:
    return say("Kiosco")


def back() -> Words:
    return say("Atrás")


def done() -> Words:
    return say("Listo")


def to_start() -> Words:
    return say("Volver al inicio")
