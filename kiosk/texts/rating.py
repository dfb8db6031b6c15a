"""How the visit was: asked of whoever holds the slip of a ticket that has ended to the reader."""

from __future__ import annotations

from shared.domain.languages import Words, say


def rate_question() -> Words:
    return say("¿Cómo le atendieron?")


def rate_lead() -> Words:
    return say("Su respuesta es anónima y ayuda a mejorar. Si prefiere no responder, pulse Atrás.")


def rate_answers() -> tuple[tuple[int, Words], ...]:
    """What is said to the hub, and its words; the best first."""
    return (
        (5, say("Muy bien")),
        (4, say("Bien")),
        (3, say("Regular")),
        (2, say("Mal")),
        (1, say("Muy mal")),
    )


def thanked() -> Words:
    return say("Gracias por responder")


def thanked_lead() -> Words:
    return say("Que tenga un buen día.")
