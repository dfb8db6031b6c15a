"""Numbers in Quechua; Cusco-Collao and Ayacucho-Chanka share them, in the official spelling of three vowels.

The rules agree in CLDR's spell-out rules for `qu`, languagesandnumbers.com (Southern Quechua), the Universidad Nacional
del Altiplano's course and the Ministry's Ayacucho dictionary, but for what `certainty` says of them. CLDR's own output
is not used: it hyphenates, says *huk pachak* for 100 and no linker right after a hundred.
"""

from __future__ import annotations

UNITS = ("", "huk", "iskay", "kimsa", "tawa", "pichqa", "suqta", "qanchis", "pusaq", "isqun")
TEN, HUNDRED = "chunka", "pachak"


def words(number: int) -> str:
    """347 -> "kimsa pachak tawa chunka qanchisniyuq". Of 1 to 999; zero is not said."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    before = [*_of(hundreds, HUNDRED), *_of(tens, TEN)]
    if unit:
        before.append(linked(UNITS[unit]) if before else UNITS[unit])
    return " ".join(before)


def _of(count: int, what: str) -> list[str]:
    """One of them has no count before it: *chunka*, *pachak*."""
    return [] if not count else [what] if count == 1 else [UNITS[count], what]


def linked(unit: str) -> str:
    """The last unit after a ten or a hundred: -yuq after a vowel, -niyuq after a consonant, and y is one."""
    return f"{unit}yuq" if unit[-1] in "aiu" else f"{unit}niyuq"
