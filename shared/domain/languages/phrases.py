"""What several screens and the slip say alike: people, counters, days, why nothing goes on.

Hours are digits in every language. Days are digits too, but in Spanish and English: of the days and months of Quechua
and Aymara there are three rival names each.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from shared.domain import spanish
from shared.domain.languages.speech import say, spoken
from shared.domain.languages.tags import ENGLISH, SPANISH
from shared.domain.languages.words import Words

ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# fmt: off
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
# fmt: on


def day(of: date) -> Words:
    """lunes 23 de noviembre; Monday 23 November; 23/11/2026"""
    if spoken().tag == ENGLISH:
        text = f"{ENGLISH_WEEKDAYS[of.weekday()]} {of.day} {ENGLISH_MONTHS[of.month - 1]}"
    else:
        text = f"{of:%d/%m/%Y}"
    return in_figures(text, spanish.day_words(of))


def weekday(of: date) -> Words:
    """sábado; Saturday; 28/11"""
    text = ENGLISH_WEEKDAYS[of.weekday()] if spoken().tag == ENGLISH else f"{of:%d/%m}"
    return in_figures(text, spanish.weekday(of))


def weekdays(days: Sequence[int], in_spanish: str, *, run: bool) -> Words:
    """Monday to Friday; in Quechua and Aymara by their Spanish names, as CLDR has them. 0 is Monday."""
    if spoken().tag != ENGLISH:
        return Words(in_spanish)
    names = [ENGLISH_WEEKDAYS[day] for day in days]
    return in_figures(f"{names[0]} to {names[-1]}" if run else ", ".join(names), in_spanish)


def opening(days: Sequence[int], opens: time, closes: time) -> Words:
    """One line of the week: "Lunes a viernes: 08:30 a 18:00"; 0 is Monday."""
    run = list(days) == list(range(days[0], days[-1] + 1)) and len(days) > 2 if days else False
    if run:
        words = f"{spanish.WEEKDAYS[days[0]]} a {spanish.WEEKDAYS[days[-1]]}"
    else:
        words = ", ".join(spanish.WEEKDAYS[day] for day in days)
    said = weekdays(days, words.capitalize(), run=run)
    return say("{days}: {opens} a {closes}", days=said, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")


def named(entity: str) -> Words:
    """An entity inside a sentence: in Spanish "el Poder Judicial"."""
    name = term(entity)
    return Words(
        name if name.language != SPANISH or spoken().tag != SPANISH else spanish.named(entity),
        spanish.named(entity),
        alone=name.alone,
        language=name.language,
    )


def term(text: str) -> Words:
    """A name or a sentence of the centre file, in the language where somebody has given it."""
    return spoken().term(text)


def waiting(people: int) -> Words:
    """12 esperan"""
    if not people:
        return say("Nadie espera")
    return say("1 espera") if people == 1 else say("{count} esperan", count=people)


def counters(numbers: Sequence[int]) -> Words:
    """(1, 2, 3, 7) -> "módulos 1 a 3 y 7"; nothing for none."""
    spans = [str(a) if a == b else f"{a}-{b}" for a, b in spanish.spans(numbers)]
    if not spans:
        return Words("")
    if len(spans) == 1 and spans[0].isdigit():
        return say("módulo {counter}", counter=spans[0])
    in_spanish = spanish.counters(numbers).partition(" ")[2]
    return say("módulos {counters}", counters=in_figures(", ".join(spans), in_spanish))


def interrupted(reason: str) -> Words:
    """Why a service cannot be attended though it is open."""
    return {
        "system": say("Interrumpido: sin sistema"),
        "power": say("Interrumpido: sin luz"),
        "line": say("Interrumpido: sin línea"),
        "evacuation": say("Interrumpido: por evacuación"),
    }.get(reason) or say("Interrumpido: por ahora")


def in_figures(text: str, in_spanish: str) -> Words:
    """What needs no translator, figures and names, and how Spanish has it in words."""
    tag = spoken().tag
    return Words(in_spanish) if tag == SPANISH else Words(text, in_spanish, language=tag)
