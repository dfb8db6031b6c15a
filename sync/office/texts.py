"""The Spanish words of the office's page."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.domain import spanish
from sync.record import Ending

TITLE = "Oficina central"
LEAD = "Atenciones que los centros MAC han enviado."
NOTHING_YET = "Todavía no ha llegado ningún registro. Cuando un centro envíe el primero, aparecerá aquí."
ENTITY = "Entidad"
TOTAL = "Total"
NO_RECORDS = "Este centro aún no tiene atenciones terminadas."
FOOT = "Para ver datos nuevos, vuelva a cargar la página."

OUTCOMES = {
    Ending.SERVED: "Atendidos",
    Ending.TRANSFERRED: "Derivados",
    Ending.ABSENT: "Ausentes",
    Ending.CANCELLED: "Cancelados",
    Ending.LEFT: "Sin atender",
}
"""Column heads, in the order of the page."""

LIMA = ZoneInfo("America/Lima")


def records_received(count: int) -> str:
    return "1 registro recibido" if count == 1 else f"{number(count)} registros recibidos"


def last_received(at: datetime) -> str:
    here = at.astimezone(LIMA)
    return f"Último envío: {here:%d/%m/%Y} a las {spanish.hour(here)} (hora de Lima)"


def day_table(day: date) -> str:
    return f"{spanish.day_words(day)} de {day.year}".capitalize()


def number(count: int) -> str:
    """As in Peru, from five digits on with a space: 1234, 12 345."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}") if count >= 10_000 else str(count)
