"""Dates and hours as people say them here. QLocale is not asked: it knows no Aymara and half of Quechua."""

from __future__ import annotations

from datetime import date, datetime

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
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def day_words(day: date) -> str:
    """lunes 23 de noviembre"""
    return f"{WEEKDAYS[day.weekday()]} {day.day} de {MONTHS[day.month - 1]}"


def hour(moment: datetime) -> str:
    """10:24, in the moment's own zone."""
    return f"{moment:%H:%M}"
