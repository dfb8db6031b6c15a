"""What a service asks for: on the screen of one that gives no number now, and on paper."""

from __future__ import annotations

from kiosk import views as v
from kiosk.texts.shut_services import last_ticket, until_when
from shared.domain.languages import Words, say


def about_question() -> Words:
    return say("Ahora no da números")


def about_lead(crowd: v.Crowd) -> Words:
    return last_ticket(crowd.last_at, crowd.opens_at) if crowd.state == "last_ticket" else until_when(crowd)


def bring_title() -> Words:
    return say("Traiga")


def nothing_to_bring() -> Words:
    return say("Pregunte a un orientador qué traer.")


def print_requirements(sheet: str) -> Words:
    """Of the button, by what became of the sheet."""
    return {
        v.SHEET_PRINTING: say("Imprimiendo…"),
        v.SHEET_PRINTED: say("Recoja su hoja"),
        v.SHEET_FAILED: say("No se pudo imprimir"),
    }.get(sheet) or say("Imprimir requisitos")
