"""Every Spanish word that the board shows or says."""

from __future__ import annotations

from datetime import datetime, timedelta

from display_board.waits import WaitShown
from shared.domain import spanish

WINDOW_TITLE = "Llamados"
MODULE = "Módulo"
NUMBER = "Número"
CALLED_AGAIN = "Le llamamos de nuevo"
NO_SOUND = "Sin audio"
WAITS = "Tiempo de espera"
NOTICE = "Aviso"
TIME = "Hora"

EMPTY = "Aquí aparecerán los llamados"
EMPTY_LEAD = "Cuando vea su número, acérquese al módulo que se indica."

CONNECTING = "Conectando esta pantalla"
CONNECTING_LEAD = "En un momento aparecerán los llamados."
AWAY = "Por favor, escuche al personal"
AWAY_LEAD = "Esta pantalla está sin conexión. Su número sigue valiendo: le llamará el personal."
ENDED = "Por hoy terminó la atención"
NOT_YET = "La atención todavía no empieza"
NOT_TODAY = "Hoy no hay atención"
UNKNOWN_OPENING = "Gracias por su visita."


def closed(ended: bool, opens_at: datetime | None, now: datetime | None) -> str:
    """Why nobody is called: `ended` says that there was attention today."""
    if ended:
        return ENDED
    if opens_at is None or now is None or opens_at.date() == now.date():
        return NOT_YET
    return NOT_TODAY


def opens(opens_at: datetime | None, now: datetime | None) -> str:
    """When the centre attends next, seen from `now`; both in the centre's zone."""
    if opens_at is None or now is None:
        return UNKNOWN_OPENING
    day, hour = spanish.day_words(opens_at), spanish.hour(opens_at)
    if opens_at.date() == now.date():
        return f"Le atenderemos desde las {hour}."
    if opens_at.date() == now.date() + timedelta(days=1):
        return f"Le esperamos mañana, {day}, desde las {hour}."
    return f"Le esperamos el {day} desde las {hour}."


def wait(minutes: tuple[int, int], interrupted: str = "") -> str:
    """ "10 a 15 min"; the wait as a range, in words; or why nobody can attend: "sin sistema"."""
    if interrupted:
        return spanish.INTERRUPTED.get(interrupted, spanish.INTERRUPTED["other"])
    low, high = minutes
    if low <= 0:
        return f"menos de {high} min" if high > 0 else "sin espera"
    return f"{low} a {high} min" if low < high else f"{low} min"


def wait_of(shown: WaitShown) -> str:
    """The wait of an entity, or from when it attends."""
    if shown.opens_at:
        return f"desde las {spanish.hour(shown.opens_at)}"
    return wait(shown.minutes, shown.interrupted)


def more_of(shown: WaitShown) -> str:
    """ "12 esperan · atiende hasta las 18:00"."""
    if shown.until is None:
        return "todavía no atiende"
    return f"{spanish.waiting(shown.waiting)} · atiende hasta las {spanish.hour(shown.until)}"


def module(counter: int) -> str:
    return f"{MODULE} {counter}"


def called(number: str, counter: int) -> str:
    """A call for whoever reads the screen with a screen reader."""
    return f"{number}, {module(counter)}"
