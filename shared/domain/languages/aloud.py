"""What is written on a screen, as a voice says it: numbers in words, the number of a ticket letter by letter.

Of Spanish and English, the two that an engine speaks. Peru's money; hours of 24.
"""

from __future__ import annotations

import re

from shared.domain.languages.letters import letter_names
from shared.domain.languages.numbers import number_words, sayable
from shared.domain.languages.tags import ENGLISH, SPANISH, Tag

# fmt: off
FEMININE = frozenset((
    "hora", "horas", "persona", "personas", "opción", "opciones", "parada", "paradas", "página", "páginas",
    "vez", "veces",
))
MASCULINE = frozenset((
    "minuto", "minutos", "min", "segundo", "segundos", "día", "días", "número", "números", "dígito",
    "dígitos", "sol", "soles", "céntimo", "céntimos",
))
# fmt: on
"""What is counted on these screens: before it 1 is *un* or *una*; anywhere else it is *uno*."""

_TICKET = re.compile(r"\b(?P<letters>[A-ZÑ]{1,2})[ \u00a0](?P<digits>\d{3,4})\b")
_MONEY = re.compile(r"S/[ \u00a0](?P<soles>\d+)(?:\.(?P<cents>\d\d))?")
_HOUR = re.compile(r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b")
_SPAN = re.compile(r"(?<=\w)[ \u00a0][-\u2013][ \u00a0](?=\w)")
_CHAIN = re.compile(r"(?<![\w-])\d+(?:-\d+)+(?![\w-])")
_FROM_TO = re.compile(r"(\d{1,3})-(\d{1,3})")  # counters; what is longer is a telephone or a code
_NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w])(?P<after>[ \u00a0]+[^\W\d_]+)?")
_UNITS = {"s": ("segundos", "seconds"), "min": ("minutos", "minutes")}
_SIGNS = (("\u00a0", " "), (" · ", ". "), ("…", "."), ("n.º", "número"), ("N.º", "número"), ("D.S.", "Decreto Supremo"))
_BREAK = re.compile(r"(?<=[^.:;,?!\s])\s*\n+\s*")


def aloud(text: str, language: Tag = SPANISH) -> str:
    """ "PJ 047: De 5 a 10 minutos" -> "pe jota, cuarenta y siete: De cinco a diez minutos"."""
    english = language == ENGLISH
    text = _TICKET.sub(lambda found: ticket_aloud(found["letters"], found["digits"], language), text)
    text = _MONEY.sub(lambda found: _money(int(found["soles"]), int(found["cents"] or 0), language), text)
    text = _HOUR.sub(lambda found: _hour(int(found["hour"]), int(found["minute"]), language), text)
    to = (" and " if "between" in text else " to ") if english else " a "
    text = _CHAIN.sub(lambda found: _chain(found[0], to, language), _SPAN.sub(to, text))
    text = _NUMBER.sub(lambda found: _counted(found, language), text)
    for sign, said in _SIGNS:
        text = text.replace(sign, said)
    return " ".join(_BREAK.sub(". ", text).split())


def ticket_aloud(letters: str, digits: str, language: Tag = SPANISH) -> str:
    """PJ, 047 -> "pe jota, cuarenta y siete": as the board calls it."""
    return f"{letter_names(letters, language)}, {number_words(int(digits), language)}"


def one_by_one(text: str, language: Tag = SPANISH) -> str:
    """Letter by letter and digit by digit: "A-40" -> "a, cuatro, cero"."""
    said = (
        number_words(int(c), language) if c.isdigit() else letter_names(c.upper(), language) for c in text if _is(c)
    )
    return ", ".join(said)


def _chain(digits: str, to: str, language: Tag) -> str:
    span = _FROM_TO.fullmatch(digits)
    return f"{span[1]}{to}{span[2]}" if span else one_by_one(digits, language)


def _is(character: str) -> bool:
    return character.isdecimal() or bool(re.fullmatch("[A-ZÑ]", character.upper()))


def _counted(found: re.Match[str], language: Tag) -> str:
    after = found["after"] or ""
    digits = found[0][: len(found[0]) - len(after)]
    if int(digits) not in sayable(language) or len(digits) > 4:
        return one_by_one(digits, language) + after  # a telephone, a document, a law
    words, unit = number_words(int(digits), language), _UNITS.get(after.strip(), ("", ""))[language == ENGLISH]
    if unit:
        after = f" {unit}"
    return (words if language != SPANISH else _before(words, after.strip())) + after


def _before(words: str, counted: str) -> str:
    """In Spanish a last *uno* is another word before what it counts."""
    if not words.endswith("uno") or counted not in FEMININE | MASCULINE:
        return words
    if counted in FEMININE:
        return f"{words[:-1]}a"
    return f"{words[:-3]}ún" if words == "veintiuno" else words[:-1]


def _money(soles: int, cents: int, language: Tag) -> str:
    if language == ENGLISH:
        return f"{number_words(soles, ENGLISH)} soles" + (f" {number_words(cents, ENGLISH)}" if cents else "")
    whole = f"{_before(number_words(soles), 'soles')} {'sol' if soles == 1 else 'soles'}"
    return f"{whole} con {_before(number_words(cents), 'céntimos')} céntimos" if cents else whole


def _hour(hour: int, minute: int, language: Tag) -> str:
    """10:05 -> "diez cero cinco"; "ten oh five". 1 is *una*: hours are. No *y*, which stands between two hours."""
    if language == ENGLISH:
        return f"{number_words(hour, ENGLISH)} {_english_minute(minute)}"
    said = _before(number_words(hour), "horas")
    if not minute:
        return f"{said} en punto"
    return f"{said} cero {number_words(minute)}" if minute < 10 else f"{said} {number_words(minute)}"


def _english_minute(minute: int) -> str:
    if not minute:
        return "o'clock"
    return f"oh {number_words(minute, ENGLISH)}" if minute < 10 else number_words(minute, ENGLISH)
