"""What more than one room says in Spanish, in the same words. Peru's: setiembre, S/ 52.80.

No locale is asked: none knows Aymara, or more than half of Quechua, and those who add a language write its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
# fmt: off
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "setiembre", "octubre", "noviembre",
    "diciembre",
)
# fmt: on
ARTICLES = {"Banco": "el", "Ministerio": "el", "Municipalidad": "la", "Poder": "el", "Policía": "la"}


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def day_words(day: date) -> str:
    """lunes 23 de noviembre"""
    return f"{weekday(day)} {day.day} de {MONTHS[day.month - 1]}"


def hour(moment: datetime) -> str:
    """10:24, in the moment's own zone."""
    return f"{moment:%H:%M}"


def soles(cents: int) -> str:
    """S/ 52.80, kept together."""
    return f"S/\N{NO-BREAK SPACE}{cents // 100}.{cents % 100:02}"


def named(entity: str) -> str:
    """An entity inside a sentence: "el Poder Judicial", but "SUNARP"."""
    article = ARTICLES.get(entity.partition(" ")[0])
    return f"{article} {entity}" if article else entity


def waiting(people: int) -> str:
    """12 esperan"""
    if not people:
        return "nadie espera"
    return "1 espera" if people == 1 else f"{people} esperan"


def counters(numbers: Sequence[int]) -> str:
    """(1, 2, 3, 7) -> "módulos 1 a 3 y 7"; nothing for none."""
    words = [str(first) if first == last else f"{first} a {last}" for first, last in spans(numbers)]
    if not words:
        return ""
    places = listed(words)
    return f"módulo {places}" if places.isdigit() else f"módulos {places}"


def listed(words: Sequence[str]) -> str:
    """("uno", "dos", "tres") -> "uno, dos y tres"."""
    return f"{', '.join(words[:-1])} y {words[-1]}" if len(words) > 1 else "".join(words)


def spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """(1, 2, 3, 7, 8) -> [(1, 3), (7, 7), (8, 8)]: two are said one by one."""
    found: list[tuple[int, int]] = []
    ordered = sorted(set(numbers))
    starts = [n for before, n in pairwise([ordered[0] - 2, *ordered]) if n != before + 1] if ordered else []
    for start in starts:
        end = start
        while end + 1 in ordered:
            end += 1
        found += [(start, end)] if end - start != 1 else [(start, start), (end, end)]
    return found


INTERRUPTED = {
    "system": "sin sistema",
    "power": "sin luz",
    "line": "sin línea",
    "evacuation": "por evacuación",
    "other": "por ahora",
}


def interrupted(reason: str) -> str:
    """Why a service cannot be attended though it is open: "Interrumpido: sin sistema"."""
    return f"Interrumpido: {INTERRUPTED.get(reason, INTERRUPTED['other'])}"
