"""What is said in one language: for each Spanish text another one, with where it comes from and who signed it."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from datetime import date
from string import Formatter

from shared.domain.languages.numbers import Certainty
from shared.domain.languages.tags import SPANISH, Tag
from shared.domain.languages.words import Words, in_spanish

Key = tuple[str, str]
"""A Spanish text with its placeholders, and what tells two equal ones apart, or ""."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text in the language. `source`: where it comes from, in words. `reviewed_by`: who signed it, or ""."""

    text: str
    certainty: Certainty = Certainty.PROPOSED
    source: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None

    @property
    def alone(self) -> bool:
        """Whether it may stand without the Spanish."""
        return self.certainty is Certainty.VERIFIED or bool(self.reviewed_by)


@dataclass(frozen=True)
class Speech:
    """A language as this centre has it. Without entries it is Spanish."""

    tag: Tag = SPANISH
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    numbers_signed: bool = False

    def say(self, spanish: str, meant: str = "", /, **values: object) -> Words:
        """The text for a Spanish one, with values in its {places}. `meant` tells two equal Spanish texts apart."""
        own = spanish.format_map({name: in_spanish(value) for name, value in values.items()})
        entry = self.entries.get((spanish, meant))
        if entry is None or not entry.text:
            return Words(own)
        if self.tag == SPANISH:  # a centre's own wording
            return Words(entry.text.format_map({name: in_spanish(value) for name, value in values.items()}))
        text = entry.text.format_map(values)
        alone = entry.alone and all(value.alone for value in values.values() if isinstance(value, Words))
        return Words(text, own, alone=alone, language=self.tag)

    def term(self, spanish: str) -> Words:
        """A text without placeholders: a name of the centre file."""
        entry = self.entries.get((spanish, ""))
        if entry is None or not entry.text:
            return Words(spanish)
        return Words(entry.text, spanish, alone=entry.alone, language=self.tag)


def places(text: str) -> frozenset[str]:
    """The names of the {places} of a text. Raises ValueError where a brace is open."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


IN_SPANISH = Speech()

_spoken: ContextVar[Speech] = ContextVar("spoken", default=IN_SPANISH)


def say(spanish: str, meant: str = "", /, **values: object) -> Words:
    """The text for a Spanish one in the language that is spoken now; `make words` collects its literals."""
    return _spoken.get().say(spanish, meant, **values)


def speak(speech: Speech) -> Token[Speech]:
    """From now on `say` speaks this language, in this thread or task."""
    return _spoken.set(speech)


def spoken() -> Speech:
    return _spoken.get()


class Speaking:
    """`with Speaking(speech):` inside it `say` speaks this language."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    def __enter__(self) -> None:
        self._token = speak(self._speech)

    def __exit__(self, *_: object) -> None:
        _spoken.reset(self._token)
