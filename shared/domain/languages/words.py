"""A text in a language, with what it is in Spanish."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain.languages.tags import SPANISH, Tag


class Words(str):
    """The text in the language that is spoken, or in Spanish where it has none.

    spanish: the same in Spanish. alone: it may stand without it: it is verified, or a person has signed it.
    language: of the text.
    """

    __slots__ = ("alone", "language", "spanish")

    spanish: str
    alone: bool
    language: Tag

    def __new__(cls, text: str, spanish: str = "", *, alone: bool = True, language: Tag = SPANISH) -> Words:
        words = super().__new__(cls, text)
        words.spanish = spanish or text
        words.alone = alone
        words.language = language
        return words

    def ended(self) -> Words:
        """With a period."""
        return Words(f"{self}.", f"{self.spanish}.", alone=self.alone, language=self.language)

    @property
    def beside(self) -> str:
        """The Spanish that has to be shown with it, or ""."""
        return "" if self.alone or self.spanish == str(self) else self.spanish


def in_spanish(value: object) -> object:
    """What a value is called in Spanish; of anything but Words, itself."""
    return value.spanish if isinstance(value, Words) else value


def beside(text: str) -> str:
    """The Spanish that has to be shown with a text, or ""."""
    return text.beside if isinstance(text, Words) else ""


def both(text: str, between: str = "\n") -> str:
    """On one sheet: the text, and the Spanish where it has to be there."""
    spanish = beside(text)
    return f"{text}{between}{spanish}" if spanish else str(text)


def joined(between: str, parts: Iterable[str]) -> Words:
    """The parts that are not empty, one after the other, in both languages; alone if all of them are."""
    there = [part if isinstance(part, Words) else Words(part) for part in parts if part]
    return Words(
        between.join(there),
        between.join(part.spanish for part in there),
        alone=all(part.alone for part in there),
        language=next((part.language for part in there if part.language != SPANISH), SPANISH),
    )


def named(caption: Words, value: str) -> Words:
    """ "Fee / Tasa: S/ 52.80": a caption, in both languages where one may not stand alone, and what it is about."""
    if beside(value):
        return joined(": ", (caption, value))
    return Words(
        f"{both(caption, ' / ')}: {value}", f"{caption.spanish}: {in_spanish(value)}", language=caption.language
    )


def capital(words: Words) -> Words:
    """With a capital first, in both languages."""
    text, spanish = (text[:1].upper() + text[1:] for text in (str(words), words.spanish))
    return Words(text, spanish, alone=words.alone, language=words.language)


def small(words: Words) -> Words:
    """With a small letter first, in both languages."""
    text, spanish = (text[:1].lower() + text[1:] for text in (str(words), words.spanish))
    return Words(text, spanish, alone=words.alone, language=words.language)
