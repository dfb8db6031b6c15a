"""The number, and the slip that carries it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk import views as v
from kiosk.texts.frame import DOT
from shared.domain import spanish
from shared.printing import texts as slip


def working() -> str:
    return "Un momento"


def working_lead() -> str:
    return "Estamos sacando su número."


def still_asking() -> str:
    return "Su número saldrá cuando vuelva la conexión"


def still_asking_lead() -> str:
    return "No hace falta pedirlo otra vez.\nSi no lo pidió usted, podrá sacar el suyo después."


def asked_for(service: str) -> str:
    """Whose number it is: whoever comes by must not take it for theirs."""
    return f"Pedido para: {service}" if service else ""


def your_number() -> str:
    return "Su número es"


def preferential() -> str:
    return slip.PREFERENTIAL


def pay_first(entity: str) -> str:
    return f"Primero pague en {spanish.named(entity)}"


def where_first(stops: Sequence[v.StopLine]) -> str:
    """Below the service: where to pay first, or where one will be called."""
    if not stops:
        return ""
    first = stops[0]
    return pay_first(first.entity) if first.is_payment else stop(first)


def people_before() -> str:
    return slip.PEOPLE_BEFORE


def people_before_count(count: int) -> str:
    return slip.people_before(count).capitalize()


def call(between: tuple[datetime, datetime], issued_at: datetime) -> tuple[str, str]:
    """When one will be called: the words before the hours, and the hours."""
    return slip.call(between, issued_at)


def nobody_attends() -> str:
    return slip.NOBODY_SERVES


def stop(line: v.StopLine) -> str:
    task = slip.payment(line.pays_cents) if line.is_payment else slip.return_leg(line.gap, line.returns_at)
    return DOT.join(part for part in (line.entity, spanish.counters(line.counters), task) if part)


def paper_title(paper: str) -> str:
    """What to do about the slip."""
    return {
        v.PRINTING: "Imprimiendo su ticket…",
        v.PRINTED: "Recoja su ticket.",
        v.UNSURE: "Recoja su ticket.",
    }.get(paper, "Anote su número o tómele una foto.")


def paper_explained(paper: str) -> str:
    """What happened to the slip, then how one is called."""
    return {
        v.NOT_PRINTED: f"No se pudo imprimir; su número vale igual. {board_tells()}",
        v.UNSURE: f"Si no sale, anote su número o tómele una foto: vale igual. {board_tells()}",
    }.get(paper, board_tells())


def board_tells() -> str:
    return slip.LOOK_AT_BOARD


def code_explained(wifi: str) -> str:
    """`wifi`: the network in which the code opens the page of the ticket on a phone, or ""."""
    return slip.phone_code(wifi) if wifi else "El código identifica su ticket."


def code_of_ticket() -> str:
    return slip.TICKET_CODE
