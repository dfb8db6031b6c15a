"""The number of a document."""

from __future__ import annotations

from shared.domain.personal import Keeping, Personal


def document_question() -> str:
    return "Su número de documento"


def document_lead(reason: str, rule: str, *, optional: bool) -> str:
    """What it is for, and whether one has to."""
    must = "Es opcional: le atendemos igual sin él." if optional else f"Es obligatorio: {rule}."
    return f"{_sentence(reason)} {must}"


def document_kind(kind: str) -> str:
    return {"dni": "DNI", "ce": "Carné de extranjería"}[kind]


def document_digits(kind: str) -> str:
    return {"dni": "8 dígitos", "ce": "9 dígitos o más"}[kind]


def erase_all() -> str:
    return "Borrar todo"


def document_done() -> str:
    return "Continuar"


def document_skip(*, optional: bool) -> str:
    return "Continuar sin documento" if optional else ""


def no_document() -> str:
    """Where it is required and one has neither."""
    return "¿No tiene DNI ni carné? Pida su número a un orientador."


def document_told(told: Personal) -> str:
    """What whoever gives a number has to be told (D.S. 016-2024-JUS, art. 6.1), in one small paragraph."""
    kept = {
        Keeping.VISIT: "Se guarda cifrado y se borra al terminar su atención.",
        Keeping.DAY: "Se guarda cifrado y se borra hoy, al cierre del centro.",
    }[told.keep_document]
    bank = f" ({told.bank})" if told.bank else ""
    return (
        f"Responsable: {_sentence(told.holder + bank)} Solo lo ve quien le atiende; no sale del centro. {kept} "
        f"Sus derechos: {_sentence(told.rights)}"
    )


def _sentence(text: str) -> str:
    return f"{text.rstrip('. ')}."
