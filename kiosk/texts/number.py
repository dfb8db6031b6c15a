"""The number, and the slip that carries it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk import views as v
from kiosk.texts.choosing import name
from kiosk.texts.frame import DOT, done
from shared.domain.languages import Words, capital, joined, named, phrases, say
from shared.printing import texts as slip


def working() -> Words:
    return say("Un momento")


def working_lead() -> Words:
    return say("Estamos sacando su número.")


def still_asking() -> Words:
    return say("Su número saldrá cuando vuelva la conexión")


def still_asking_lead() -> Words:
    return say("No hace falta pedirlo otra vez.\nSi no lo pidió usted, podrá sacar el suyo después.")


def asked_for(service: str) -> Words:
    """Whose number it is: whoever comes by must not take it for theirs."""
    return named(say("Pedido para"), name(service)) if service else Words("")


def your_number() -> Words:
    return say("Su número es")


def preferential() -> Words:
    return slip.preferential()


def pay_first(entity: str) -> Words:
    return say("Primero pague en {entity}", entity=phrases.named(entity))


def where_first(stops: Sequence[v.StopLine]) -> Words:
    """Below the service: where to pay first, or where one will be called."""
    if not stops:
        return Words("")
    first = stops[0]
    return pay_first(first.entity) if first.is_payment else stop(first)


def people_before() -> Words:
    return slip.people_before_title()


def people_before_count(count: int) -> Words:
    return capital(slip.people_before(count))


def call(between: tuple[datetime, datetime], issued_at: datetime) -> tuple[Words, Words]:
    """When one will be called: the words before the hours, and the hours."""
    return slip.call(between, issued_at)


def nobody_attends() -> Words:
    return slip.nobody_serves()


def stop(line: v.StopLine) -> Words:
    task = slip.payment(line.pays_cents) if line.is_payment else slip.return_leg(line.gap, line.returns_at)
    return joined(DOT, (name(line.entity), phrases.counters(line.counters), task))


def paper_title(paper: str) -> Words:
    """What to do about the slip."""
    return {
        v.PRINTING: say("Imprimiendo su ticket…"),
        v.PRINTED: say("Recoja su ticket."),
        v.UNSURE: say("Recoja su ticket."),
        v.HALF: say("¿Salió su ticket?"),
    }.get(paper) or say("Anote su número o tómele una foto.")


def paper_explained(paper: str, *, tight: bool = False) -> Words:
    """What happened to the slip, then how one is called; if `tight` only the first, where there is one."""
    happened = {
        v.NOT_PRINTED: say("No se pudo imprimir; su número vale igual."),
        v.UNSURE: say("Si no sale, anote su número o tómele una foto: vale igual."),
        v.HALF: say("Si salió cortado o no salió, imprima una copia: es el mismo número."),
    }.get(paper, Words(""))
    if happened.beside or (tight and happened):  # in two languages only what one has to know
        return happened
    return joined(" ", (happened, board_tells()))


def print_again() -> Words:
    return say("Imprimir copia")


def came_out(paper: str) -> Words:
    """Of the button that ends the visit to the kiosk."""
    return say("Sí, ya lo tengo") if paper == v.HALF else done()


def no_paper() -> Words:
    """Said before anything is chosen: slips cannot be printed now."""
    return say("Ahora no se imprime: anote su número")


def board_tells() -> Words:
    return slip.look_at_board()


def code_explained(wifi: str) -> Words:
    """`wifi`: the network in which the code opens the page of the ticket on a phone, or ""."""
    return slip.phone_code(wifi) if wifi else say("El código identifica su ticket.")


def code_of_ticket() -> Words:
    return slip.ticket_code()
