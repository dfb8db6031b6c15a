"""Numbers as words in each language, and how sure it is that they are said so."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from shared.domain.languages import aymara_numbers, english_numbers, quechua_numbers, spanish_numbers
from shared.domain.languages.tags import AYMARA, CHANKA, COLLAO, ENGLISH, SPANISH, Tag, canonical


class Certainty(StrEnum):
    """How sure a word is; only what is verified is said or shown without a person's sign."""

    VERIFIED = "verified"  # two independent published sources agree
    ONE_SOURCE = "one_source"
    PROPOSED = "proposed"  # made by a rule; no printed example was found


_WORDS: dict[Tag, tuple[range, Callable[[int], str]]] = {
    SPANISH: (range(10_000), spanish_numbers.words),
    ENGLISH: (range(10_000), english_numbers.words),
    COLLAO: (range(1, 1000), quechua_numbers.words),
    CHANKA: (range(1, 1000), quechua_numbers.words),
    AYMARA: (range(1, 1000), aymara_numbers.words),
}


def sayable(language: Tag = SPANISH) -> range:
    """The numbers that have words in a language. Raises KeyError for an unknown language."""
    return _WORDS[canonical(language)][0]


def number_words(number: int, language: Tag = SPANISH) -> str:
    """47 in `quz` -> "tawa chunka qanchisniyuq". Raises ValueError outside of `sayable`."""
    may_be, words = _WORDS[canonical(language)]
    if number not in may_be:
        raise ValueError(f"{number} cannot be said in {language}: only {may_be.start} to {may_be.stop - 1} can")
    return words(number)


def certainty(number: int, language: Tag = SPANISH) -> Certainty:
    """How sure `number_words` is. Raises ValueError as it does.

    Disputed in Quechua and without a printed example in Aymara: a round ten right after a hundred (110, 120). A unit
    right after a hundred (101): one source in Quechua, none in Aymara.
    """
    number_words(number, language)
    language = canonical(language)
    if language in (SPANISH, ENGLISH) or number < 100 or number % 100 == 0:
        return Certainty.VERIFIED
    tens, unit = divmod(number % 100, 10)
    if tens and unit:
        return Certainty.VERIFIED
    return Certainty.PROPOSED if tens or language == AYMARA else Certainty.ONE_SOURCE


def number_clips(number: int, language: Tag = SPANISH) -> tuple[str, ...]:
    """The recordings that say it, by name: 347 -> ("h300", "n47"). Raises ValueError as `number_words` does.

    nN: 1 to 99 whole, zero where the language has it. hN: the hundreds. uN: a unit right after a hundred in its own
    form (*hukniyuq*). In Spanish and English `hN+` is a hundred before more (*ciento*), tN and `tN+` a thousand.
    Nothing is cut or glued within a word.
    """
    number_words(number, language)
    if canonical(language) in (SPANISH, ENGLISH):
        return _european(number)
    hundreds, rest = divmod(number, 100)
    head = (f"h{hundreds * 100}",) if hundreds else ()
    if not rest:
        return head
    return (*head, f"u{rest}" if head and rest < 10 else f"n{rest}")


def _european(number: int) -> tuple[str, ...]:
    clips: list[str] = []
    for letter, size in (("t", 1000), ("h", 100)):
        whole, number = number - number % size, number % size
        if whole:
            clips.append(f"{letter}{whole}{'+' if number else ''}")
    return (*clips, f"n{number}") if number or not clips else tuple(clips)
