"""Every Spanish word of the orientator's page that the desk does not say already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counter.texts import LANGUAGES
from shared.domain import spanish
from shared.printing import texts as slip

TITLE = "Orientación"
SEARCH = "¿Qué necesita la persona? Escriba el servicio, la entidad, o un número de ticket"
NOTHING_FOUND = "Ningún servicio con esas palabras. Borre algunas letras."
CHOOSE = "Ticket para alguien"
CHOOSE_HINT = "Elija un servicio: aquí verá dónde se atiende, qué traer y cuánto se espera."
NEEDS = "Qué debe traer"
NEEDS_NOTHING = "No se pide ningún documento."
PREFERENTIAL = str(slip.preferential())
SIGN_LANGUAGE = "Lengua de señas"
PAID = "Ya pagó la tasa"
NOT_PAID = "Todavía no pagó"
ASK_PAID = "Pregunte si ya pagó la tasa."
GIVE = "Dar el ticket"
GIVING = "Pidiendo el número…"
ANOTHER = "Otro ticket"
BACK = "Volver a la lista"
CHECK_IN = "Registrar la cita con este código"
CHECK_IN_PREFERENTIAL = "Registrar la cita, con atención preferente"
GROUP = "Otro para su grupo"
COPY = "Imprimir una copia de su ticket"
RETURNED = "Volvió: espera otra vez su turno"
ROLL_ENTERED = "Los números de papel ya esperan en su cola."
WAITS_AGAIN = "Espera otra vez su turno."
CLOSED_TODAY = "Ya no atiende hoy"
SUSPENDED = "Suspendido por hoy"
NOBODY_SERVES = "Ahora ningún módulo atiende"
PAPER = {
    "": "",
    "printing": "Imprimiendo…",
    "printed": "Impreso. Entregue el papel a la persona.",
    "unknown": "No se sabe si salió el papel: mire la impresora o dicte el número.",
    "no_printer": "Sin impresora: dicte el número a la persona.",
    "half": "La hoja pudo salir cortada: dicte el número a la persona.",
    "paper_out": "La impresora no tiene papel: dicte el número a la persona.",
    "offline": "La impresora no responde: dicte el número a la persona.",
}


def language(tag: str) -> str:
    """Of the ticket: its slip, its call, and who attends it."""
    return f"Idioma: {LANGUAGES.get(tag, 'español').lower()}"


def expected(wait: tuple[int, int]) -> str:
    low, high = wait
    return f"{low} a {high} min" if low else f"menos de {high} min"


def opens(at: str) -> str:
    return f"Abre a las {at}"


def fee(cents: int) -> str:
    return f"Tasa: {spanish.soles(cents)}"


def pays_at(entity: str) -> str:
    return f"Se paga antes en {spanish.named(entity)}."


def ahead(people: int) -> str:
    if not people:
        return "Nadie antes"
    return "1 persona antes" if people == 1 else f"{people} personas antes"


def call(window: tuple[datetime, datetime] | None, issued_at: datetime) -> str:
    """As screen and slip say it. Hours in the centre's zone."""
    return f"{' '.join(slip.call(window, issued_at))}." if window else slip.nobody_serves()


def first_stop(entity: str, numbers: Sequence[int]) -> str:
    return f"Primero: {entity}, {spanish.counters(numbers)}."


def together(number: str) -> str:
    return f"Se le llamará junto con {number}."


def copy_of(state: str) -> str:
    """What a copy is of, beside the number."""
    words = {
        "waiting": "Espera su turno.",
        "called": "Ya le llamaron: mire la pantalla.",
        "serving": "Lo están atendiendo.",
        "held": "Quedó pendiente en un módulo.",
        "returning": "Vuelve más tarde.",
        "expired": "Pasó la hora para volver: necesita un número nuevo.",
    }
    return words.get(state, "Este número ya terminó.")


def full(until: str) -> str:
    return f"Sin cupo hasta las {until}" if until else "Hoy ya no hay cupo"


def roll_title(first: str, last: str) -> str:
    return first if first == last else f"{first} a {last}"


def roll(queue: str, first: str, last: str) -> str:
    return f"Anotar números de papel · {queue}, de {first} a {last}"
