"""The frame of every screen, and what lies between facts on a line."""

from __future__ import annotations

NO_BREAK = "\u00a0"


DOT = "\u00a0· "
"""Between facts on one line; a line never begins with it."""


def window_title() -> str:
    return "Kiosco"


def back() -> str:
    return "Atrás"


def help_question() -> str:
    return "¿Necesita ayuda?"


def help_at_desk(*, gives_numbers: bool) -> str:
    """`gives_numbers`: whether an orientator can, now."""
    return (
        "Acérquese a un orientador: también puede darle su número." if gives_numbers else "Acérquese a un orientador."
    )


def done() -> str:
    return "Listo"


def to_start() -> str:
    return "Volver al inicio"
