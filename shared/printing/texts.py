"""Every Spanish word on a slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)

COPY = "COPIA"
PREFERENTIAL = "Atención preferente"
PEOPLE_BEFORE = "Personas antes"
NOBODY_BEFORE = "ninguna"
CALL_BETWEEN = "Le llamaremos entre"
CALL_ABOUT = "Le llamaremos hacia"
NOBODY_SERVES = "Ahora ningún módulo atiende este servicio. Le llamaremos cuando abra uno."
LOOK_AT_BOARD = "La pantalla le dirá su módulo."
TICKET_CODE = "Código de su ticket"
ONLY_TODAY = "Este número vale solo por hoy."
COMPLAINTS = "¿Un reclamo? Pida el Libro de Reclamaciones."


def date_and_hour(at: datetime) -> str:
    """As one says it: "lunes 23 de noviembre de 2026 · 10:24"."""
    return f"{WEEKDAYS[at.weekday()]} {at.day} de {MONTHS[at.month - 1]} de {at.year} · {at:%H:%M}"


def short_date_and_hour(at: datetime) -> str:
    """For narrow paper, 28 characters at most: "lunes 23/11/2026 · 10:24"."""
    return f"{WEEKDAYS[at.weekday()]} {at:%d/%m/%Y} · {at:%H:%M}"


def people_before(count: int) -> str:
    return str(count) if count else NOBODY_BEFORE


def between(earliest: datetime, latest: datetime) -> str:
    return f"{earliest:%H:%M} y {latest:%H:%M}"


def about(at: datetime) -> str:
    return f"las {at:%H:%M}"


def stop(position: int) -> str:
    return f"{position}. "


def counters(spans: Sequence[tuple[int, int]]) -> str:
    """[(1, 3), (7, 7)] -> "módulos 1 a 3 y 7"."""
    words = [str(first) if first == last else f"{first} a {last}" for first, last in spans]
    if not words:
        return ""
    listed = f"{', '.join(words[:-1])} y {words[-1]}" if len(words) > 1 else words[0]
    return f"módulo {listed}" if listed.isdigit() else f"módulos {listed}"


def payment(cents: int) -> str:
    """What one does at the stop where the fee is paid."""
    return f"pago de S/ {cents // 100}.{cents % 100:02d}" if cents else "pago de la tasa"
