"""Nobody there, nothing open."""

from __future__ import annotations

from datetime import datetime

from shared.domain import spanish
from shared.domain.catalogue import Opening


def still_there() -> str:
    return "¿Sigue ahí?"


def back_to_start_in(seconds: int) -> str:
    return "Volveremos al inicio en 1 segundo." if seconds == 1 else f"Volveremos al inicio en {seconds} segundos."


def more_time() -> str:
    return "Necesito más tiempo"


def closed(opens_at: datetime | None, now: datetime | None) -> str:
    return "Todavía no abrimos" if is_today(opens_at, now) else "Por ahora estamos cerrados"


def closed_lead(opens_at: datetime | None, now: datetime | None) -> str:
    """When numbers are given again, as one says it."""
    if opens_at is None or now is None:
        return "Aquí sacará su número cuando abramos."
    days = (opens_at.date() - now.date()).days
    when = {0: "hoy", 1: "mañana"}.get(days) or f"el {spanish.day_words(opens_at.date())}"
    return f"Damos números {when} desde las {spanish.hour(opens_at)}."


def opening(span: Opening) -> str:
    """One line of the week: "Lunes a viernes: 08:30 a 18:00"."""
    days = [spanish.WEEKDAYS[day] for day in span.weekdays]
    run = list(span.weekdays) == list(range(span.weekdays[0], span.weekdays[-1] + 1)) if days else False
    words = f"{days[0]} a {days[-1]}" if run and len(days) > 2 else ", ".join(days)
    return f"{words.capitalize()}: {span.opens:%H:%M} a {span.closes:%H:%M}"


def hours_title() -> str:
    return "Horario de atención"


def is_today(at: datetime | None, now: datetime | None) -> bool:
    return at is not None and now is not None and at.date() == now.date()
