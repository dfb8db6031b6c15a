"""The Spanish words of what the supervisor reads of the central office."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

TITLE = "Oficina central"
SEE = "Ver"
WAITING = "Por enviar"
LINE = "Línea"
PARKED = "Apartados por la oficina"
NONE_PARKED = "Ninguno"
PROVED = "Comprobado"
CATALOGUE = "Catálogo de la oficina"
APPOINTMENTS = "Citas"
NOTICES = "Avisos para la pantalla"
SOFTWARE = "Versión de Suyana"
NONE = "Este centro no tiene oficina central."
NO_NEWS = "El programa que envía los registros todavía no ha dicho nada. Los registros esperan en el centro."
NO_NEWS_SHORT = "Oficina: sin noticias"
STATES = {
    "online": "Con línea: los registros llegan a la oficina.",
    "offline": "Sin línea: los registros esperan en el centro y no se pierden. Se enviarán solos.",
    "stopped": "La oficina no recibe más de este centro hasta que alguien lo revise. Avise a soporte.",
    "away": "El programa que envía los registros no está en marcha. Los registros esperan en el centro.",
}
MOST = 999  # records told on the button
STOPPED_ALERT = "La oficina central no recibe más de este centro: avise a soporte."


def short(state: str, waiting: int, *, more: bool) -> str:
    """Of the button."""
    if state != "online":
        return {"stopped": "Oficina: detenida", "offline": "Oficina: sin línea"}.get(state, "Oficina: sin envío")
    if not waiting and not more:
        return "Oficina: al día"
    return f"Oficina: {min(waiting, MOST)}{'+' if more or waiting > MOST else ''} por enviar"


def parked_alert(count: int) -> str:
    if count == 1:
        return "La oficina central apartó un registro."
    return f"La oficina central apartó {count} registros."


def waits_long(days: int) -> str:
    return f"Hay registros que esperan desde hace {days} días para ir a la oficina central."


def waiting(count: int, oldest: datetime | None, zone: ZoneInfo, *, more: bool) -> str:
    if not count:
        return "Aún no se han contado." if more else "Nada: la oficina tiene todo."
    records = "1 registro" if count == 1 else f"{count} registros"
    others = " o más" if more else ""
    since = f", el más antiguo del {moment(oldest, zone)}" if oldest else ""
    return f"{records}{others}{since}."


def line(heard_at: datetime | None, speed: int, zone: ZoneInfo) -> str:
    heard = f"Última respuesta: {moment(heard_at, zone)}." if heard_at else "La oficina aún no ha respondido."
    return f"{heard} {kilobytes(speed)} por segundo." if speed else heard


def kilobytes(speed: int) -> str:
    return f"{speed / 1000:.1f} kB".replace(".", ",")


def moment(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%d/%m/%Y a las %H:%M}"


def proved(until: date | None, unlike: date | None) -> str:
    if unlike:
        return f"La oficina no tiene lo mismo que el centro del {unlike:%d/%m/%Y}. Avise a soporte."
    if until:
        return f"La oficina tiene lo mismo que el centro hasta el {until:%d/%m/%Y}."
    return "Al cerrar cada día se compara lo que tienen el centro y la oficina."


def unlike_alert(day: date) -> str:
    return f"La oficina central no tiene lo mismo que el centro del {day:%d/%m/%Y}: avise a soporte."


def parked_explained(count: int) -> str:
    return f"{'1 registro' if count == 1 else f'{count} registros'}. Soporte los corrige; se envían de nuevo solos."


def ticket(number: str, day: str) -> str:
    return f"Ticket {number} del {date.fromisoformat(day):%d/%m/%Y}" if day else f"Ticket {number}"


REASONS = {
    r".* is no word of at most .*": "Un dato no es una palabra válida.",
    "services holds what is no code": "Un servicio no tiene un código válido.",
    "its hours are not in order.*": "Sus horas no están en orden.",
    "it ended at .* has not been yet": "Su hora todavía no ha llegado: el reloj estaba mal.",
    "it took more than a day.*": "Duró más de un día.",
    "its day is .*": "Su día no es el de su número.",
    "it was attended or interrupted.*": "La atención duró más de un día.",
    ".* is no number up to .*": "Un número es más grande de lo que puede ser.",
    "its satisfaction is .*": "La opinión no es un número del 1 al 5.",
    "its promise ends before it begins": "Su espera prometida termina antes de empezar.",
}
"""What the office says, in Spanish. A newer office may have other reasons: they are in the log of the sync program."""


def reason(said: str) -> str:
    found = (words for pattern, words in REASONS.items() if re.fullmatch(pattern, said))
    return next(found, "El motivo está en el registro del programa de envío.")


def catalogue(version: int, waits: int, since: date | None) -> str:
    now = f"Versión {version} en vigor." if version else "Ninguno en vigor."
    if not waits:
        return now
    begins = f"desde el {since:%d/%m/%Y}" if since else "desde la próxima apertura"
    return f"{now} Versión {waits} {begins}."


def appointments(change: int) -> str:
    return f"Recibidas hasta el cambio {change}." if change else "Ninguna recibida de la oficina."


def version(number: int) -> str:
    return f"Versión {number}." if number else "Ninguno."


def software(running: str, wanted: str) -> str:
    now = running or "sin instalar"
    return f"{now}. La oficina pide la {wanted}: instálela soporte." if wanted not in ("", running) else f"{now}."
