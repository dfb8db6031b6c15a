"""Every Spanish word of the orientator's page that the desk does not say already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

TITLE = "Orientación"
SEARCH = "¿Qué necesita la persona? Escriba el servicio, la entidad o el código"
NOTHING_FOUND = "Ningún servicio con esas palabras. Borre algunas letras."
CHOOSE = "Ticket para alguien"
CHOOSE_HINT = "Elija un servicio: aquí verá dónde se atiende, qué traer y cuánto se espera."
NEEDS = "Qué debe traer"
NEEDS_NOTHING = "No se pide ningún documento."
PREFERENTIAL = "Atención preferente"
PAID = "Ya pagó la tasa"
NOT_PAID = "Todavía no pagó"
ASK_PAID = "Pregunte si ya pagó la tasa."
GIVE = "Dar el ticket"
GIVING = "Pidiendo el número…"
ANOTHER = "Otro ticket"
BACK = "Volver a la lista"
CLOSED_TODAY = "Ya no atiende hoy"
SUSPENDED = "Suspendido por hoy"
NOBODY_SERVES = "Ahora ningún módulo atiende"
PAPER = {
    "": "",
    "printing": "Imprimiendo…",
    "printed": "Impreso. Entregue el papel a la persona.",
    "unknown": "No se sabe si salió el papel: mire la impresora o dicte el número.",
    "no_printer": "Sin impresora: dicte el número a la persona.",
    "paper_out": "La impresora no tiene papel: dicte el número a la persona.",
    "offline": "La impresora no responde: dicte el número a la persona.",
}


def waiting(people: int) -> str:
    if not people:
        return "nadie espera"
    return "1 espera" if people == 1 else f"{people} esperan"


def expected(wait: tuple[int, int]) -> str:
    low, high = wait
    return f"{low} a {high} min" if low else f"menos de {high} min"


def opens(at: str) -> str:
    return f"Abre a las {at}"


def fee(cents: int) -> str:
    return f"Tasa: S/ {cents // 100}.{cents % 100:02d}"


def pays_at(entity: str) -> str:
    return f"Se paga antes en {entity}."


def counters(numbers: Sequence[int]) -> str:
    """Módulos 19 y 20; with many, first and last."""
    ordered = sorted(numbers)
    if len(ordered) == 1:
        return f"Módulo {ordered[0]}"
    joint = "y" if len(ordered) == 2 else "a"
    return f"Módulos {ordered[0]} {joint} {ordered[-1]}"


def ahead(people: int) -> str:
    if not people:
        return "Nadie antes"
    return "1 persona antes" if people == 1 else f"{people} personas antes"


def between(window: tuple[datetime, datetime] | None) -> str:
    """Hours in the centre's zone."""
    if window is None:
        return "Se le llamará cuando abra un módulo."
    earliest, latest = (f"{at:%H:%M}" for at in window)
    return f"Se le llamará hacia las {earliest}" if earliest == latest else f"Se le llamará entre {earliest} y {latest}"


def first_stop(entity: str, numbers: Sequence[int]) -> str:
    return f"Primero: {entity}, {counters(numbers).lower()}."
