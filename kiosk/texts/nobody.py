"""Nobody there, nothing open."""

from __future__ import annotations

from datetime import datetime

from shared.domain import spanish
from shared.domain.catalogue import Opening
from shared.domain.languages import Words, phrases, say


def still_there() -> Words:
    return say("¿Sigue ahí?")


def back_to_start_in(seconds: int) -> Words:
    if seconds == 1:
        return say("Volveremos al inicio en 1 segundo.")
    return say("Volveremos al inicio en {seconds} segundos.", seconds=seconds)


def more_time() -> Words:
    return say("Necesito más tiempo")


def closed(opens_at: datetime | None, now: datetime | None) -> Words:
    return say("Todavía no abrimos") if is_today(opens_at, now) else say("Por ahora estamos cerrados")


def closed_lead(opens_at: datetime | None, now: datetime | None) -> Words:
    """When numbers are given again, as one says it."""
    if opens_at is None or now is None:
        return say("Aquí sacará su número cuando abramos.")
    hour, days = spanish.hour(opens_at), (opens_at.date() - now.date()).days
    if days == 0:
        return say("Damos números hoy desde las {hour}.", hour=hour)
    if days == 1:
        return say("Damos números mañana desde las {hour}.", hour=hour)
    return say("Damos números el {day} desde las {hour}.", day=phrases.day(opens_at.date()), hour=hour)


def opening(span: Opening) -> Words:
    """One line of the week: "Lunes a viernes: 08:30 a 18:00"."""
    return phrases.opening(span.weekdays, span.opens, span.closes)


def hours_title() -> Words:
    return say("Horario de atención")


def is_today(at: datetime | None, now: datetime | None) -> bool:
    return at is not None and now is not None and at.date() == now.date()
