"""The number of a document."""

from __future__ import annotations

from kiosk.texts.choosing import name
from shared.domain.languages import Words, joined, say
from shared.domain.personal import Keeping, Personal


def document_question() -> Words:
    return say("Su número de documento")


def document_lead(reason: str, rule: str, *, optional: bool) -> Words:
    """What it is for, and whether one has to."""
    must = (
        say("Es opcional: le atendemos igual sin él.") if optional else say("Es obligatorio: {rule}.", rule=name(rule))
    )
    return joined(" ", (_sentence(name(reason)), must))


def document_kind(kind: str) -> Words:
    return {"dni": say("DNI"), "ce": say("Carné de extranjería")}[kind]


def document_digits(kind: str) -> Words:
    return {"dni": say("8 dígitos"), "ce": say("9 dígitos o más")}[kind]


def erase_all() -> Words:
    return say("Borrar todo")


def document_done() -> Words:
    return say("Continuar")


def document_skip(*, optional: bool) -> Words:
    return say("Continuar sin documento") if optional else Words("")


def no_document() -> Words:
    """Where it is required and one has neither."""
    return say("¿No tiene DNI ni carné? Pida su número a un orientador.")


def document_told(told: Personal) -> Words:
    """What whoever gives a number has to be told (D.S. 016-2024-JUS, art. 6.1), in one small paragraph."""
    kept = {
        Keeping.VISIT: say("Se guarda cifrado y se borra al terminar su atención."),
        Keeping.DAY: say("Se guarda cifrado y se borra hoy, al cierre del centro."),
    }[told.keep_document]
    bank = f" ({told.bank})" if told.bank else ""
    return joined(
        " ",
        (
            say("Responsable: {holder}", holder=_sentence(Words(told.holder + bank))),
            say("Solo lo ve quien le atiende; no sale del centro."),
            kept,
            say("Sus derechos: {rights}", rights=_sentence(name(told.rights))),
        ),
    )


def _sentence(text: Words) -> Words:
    ended, spanish = (f"{one.rstrip('. ')}." for one in (text, text.spanish))
    return Words(ended, spanish, alone=text.alone, language=text.language)
