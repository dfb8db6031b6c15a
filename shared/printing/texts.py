"""Every word on a slip, in the language that is spoken; the source is Spanish."""

from __future__ import annotations

from datetime import datetime

from shared.domain import spanish
from shared.domain.languages import Words, phrases, say


def phone_code(wifi: str) -> Words:
    """Under a code that opens the page of the ticket on a phone."""
    return say("Siga su turno en el celular: conéctese a la Wi-Fi {wifi} y escanee el código.", wifi=wifi)


def copy() -> Words:
    return say("COPIA")


def provisional() -> Words:
    return say("NÚMERO PROVISIONAL")


def provisional_explained() -> Words:
    return say("Se dio sin conexión y vale igual: su turno cuenta desde esta hora. Le llamaremos por este número.")


def preferential() -> Words:
    return say("Atención preferente")


def people_before_title() -> Words:
    return say("Personas antes")


def nobody_serves() -> Words:
    return say("Ahora ningún módulo atiende. Le llamaremos cuando abra uno.")


def look_at_board() -> Words:
    return say("La pantalla le dirá su módulo.")


def ticket_code() -> Words:
    return say("Código de su ticket")


def only_today() -> Words:
    return say("Este número vale solo por hoy.")


def complaints() -> Words:
    return say("¿Un reclamo? Pida el Libro de Reclamaciones.")


def date_and_hour(at: datetime) -> Words:
    """As one says it: "lunes 23 de noviembre de 2026 · 10:24"; in Quechua and Aymara "23/11/2026 · 10:24"."""
    hour = spanish.hour(at)
    return phrases.in_figures(f"{at:%d/%m/%Y} · {hour}", f"{spanish.day_words(at)} de {at.year} · {hour}")


def short_date_and_hour(at: datetime) -> Words:
    """For narrow paper, 28 characters at most: "lunes 23/11/2026 · 10:24"."""
    figures = f"{at:%d/%m/%Y} · {spanish.hour(at)}"
    return phrases.in_figures(figures, f"{spanish.weekday(at)} {figures}")


def people_before(count: int) -> Words:
    return Words(str(count)) if count else say("ninguna")


def call(window: tuple[datetime, datetime], issued_at: datetime) -> tuple[Words, Words]:
    """When the citizen will be called: the words before the hours, and the hours."""
    earliest, latest = (spanish.hour(at) for at in window)
    at = phrases.in_figures(latest, f"las {latest}")
    if earliest == latest:
        return say("Le llamaremos hacia"), at
    if window[0] <= issued_at:
        return say("Le llamaremos antes de"), at
    return say("Le llamaremos entre"), phrases.in_figures(f"{earliest} - {latest}", f"{earliest} y {latest}")


def no_ticket() -> Words:
    """Of the sheet of requirements: nobody must wait with it."""
    return say("Requisitos. No es un ticket: no da turno.")


def bring_title() -> Words:
    return say("Traiga")


def ask_what_to_bring() -> Words:
    return say("Pregunte a un orientador qué traer.")


def fee_title() -> Words:
    return say("Tasa")


def pays_at(entity: str) -> Words:
    return say("Se paga en {entity}", entity=phrases.named(entity))


def amount(cents: int) -> Words:
    return Words(spanish.soles(cents))


def hours_title() -> Words:
    return say("Horario de atención")


def printed_on(at: datetime) -> Words:
    """Fees and requirements change."""
    return Words(f"{at:%d/%m/%Y} · {spanish.hour(at)}")


def stop(position: int) -> str:
    return f"{position}. "


def payment(cents: int) -> Words:
    """What one does at the stop where the fee is paid."""
    return say("pago de {amount}", amount=spanish.soles(cents)) if cents else say("pago de la tasa")


def return_leg(gap: int, returns_at: datetime | None) -> Words:
    """When one comes back for this stop: the hour where it is known, else how long after the stop before."""
    if returns_at:
        return say("vuelva a las {hour}", hour=spanish.hour(returns_at))
    return say("vuelva {minutes} min después", minutes=gap) if gap else Words("")


def appointment(at: datetime, *, late: bool) -> Words:
    """Of an appointment: its hour, or why it does not count any more."""
    hour = spanish.hour(at)
    if late:
        return say("Su cita era a las {hour}: llegó tarde y va por orden de llegada.", hour=hour)
    return say("Su cita: {hour}.", hour=hour)
