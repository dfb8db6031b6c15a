"""Numbers in Aymara of southern Peru.

The rules agree in the Universidad Nacional del Altiplano's paper on Aymara numbering, three published courses and
Aymara-language news (Global Voices, Jayma), but for what `certainty` says of them.
"""

from __future__ import annotations

UNITS = ("", "maya", "paya", "kimsa", "pusi", "phisqa", "suxta", "paqallqu", "kimsaqallqu", "llätunka")
COUNTING = ("", "", "pä", "kimsa", "pusi", "phisqa", "suxta", "paqallq", "kimsaqallq", "llätunk")
"""Before *tunka* and *pataka*: 2 is *pä*, and 7, 8, 9 lose their last vowel."""

TEN, HUNDRED = "tunka", "pataka"


def words(number: int) -> str:
    """347 -> "kimsa pataka pusi tunka paqallquni". Of 1 to 999; zero is not said."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    before = [*_of(hundreds, HUNDRED), *_of(tens, TEN)]
    if unit:
        before.append(f"{UNITS[unit]}ni" if before else UNITS[unit])
    return " ".join(before)


def _of(count: int, what: str) -> list[str]:
    """One of them has no count before it: *tunka*, *pataka*."""
    return [] if not count else [what] if count == 1 else [COUNTING[count], what]
