"""A call as people say it in each language: letters by their names, numbers in words.

In Quechua and Aymara no call has been signed by a person yet. What sources allow is a frame: the Spanish name of the
letters, the number in the language, *Módulo*, the number in the language; and a number about which sources do not agree
is said in Spanish. The Spanish call is said too, always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from shared.domain.languages.letters import letter_names
from shared.domain.languages.numbers import Certainty, certainty, number_clips, number_words, sayable
from shared.domain.languages.tags import ENGLISH, SPANISH, Tag, canonical

COUNTER = {SPANISH: "Módulo", ENGLISH: "Counter"}
"""Elsewhere it keeps its Spanish name: no source has a word for it."""

_NUMBER = re.compile(r"(?P<letters>[A-ZÑ]+)[ -]?(?P<digits>\d+)")


class Said(NamedTuple):
    """A part of a call in one language.

    clips: the recordings that say it, in this order, to be looked for in the pack of `language`; () where there is none
    but a voice. Letters are `lX` each; *Módulo* is `counter`. mark: what stands after it in a sentence.
    """

    text: str
    language: Tag
    clips: tuple[str, ...] = ()
    mark: str = ""


def call(number: str, counter: int, language: Tag = SPANISH, *, signed: bool = False) -> tuple[Said, ...]:
    """ "PJ 047" at counter 20 -> letters, number, *Módulo*, number. signed: a person has signed the language's numbers.

    What is no such number is said as written, in Spanish.
    """
    language = canonical(language)
    frame = language if language in COUNTER else SPANISH
    module = Said(COUNTER[frame], frame, ("counter",))
    return (*ticket(number, language, signed=signed), module, _number(counter, language, signed))


def ticket(number: str, language: Tag = SPANISH, *, signed: bool = False) -> tuple[Said, ...]:
    """The number of a ticket alone, as it is called: letters, then number."""
    language = canonical(language)
    frame = language if language in COUNTER else SPANISH
    match = _NUMBER.fullmatch(number.strip().upper())
    if match is None or int(match["digits"]) not in sayable(SPANISH):
        return (Said(number, SPANISH, (), "."),)
    letters = match["letters"]
    named = Said(letter_names(letters, frame), frame, tuple(f"l{letter}" for letter in letters), ",")
    return named, _number(int(match["digits"]), language, signed)


def _number(number: int, language: Tag, signed: bool) -> Said:
    """In Spanish where the language has no words for it that are sure enough."""
    known = number in sayable(language) and (signed or certainty(number, language) is Certainty.VERIFIED)
    language = language if known else SPANISH
    return Said(number_words(number, language), language, number_clips(number, language), ".")


def sentence(parts: Iterable[Said]) -> str:
    """ "pe jota, cuarenta y siete. Módulo veinte." """
    return " ".join(part.text + part.mark for part in parts)
