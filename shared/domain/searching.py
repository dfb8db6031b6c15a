"""Finding by typing: without accents or capitals, by the beginnings of words, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

APOSTROPHES = str.maketrans("", "", "'’ʼ`´")


def plain(text: str) -> str:
    """Letters without accents, in lower case; ñ counts as n, as on a foreign keyboard, and p’unchaw as punchaw."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(APOSTROPHES)


def words(*names: str) -> tuple[str, ...]:
    """The words of these names, plain."""
    return tuple(word for name in names for word in re.split(r"\W+", plain(name)) if word)


def begin(query: str, said: Iterable[str]) -> bool:
    """Whether every word of the query begins one of these plain words. An empty query begins everything."""
    said = tuple(said)
    return all(any(word.startswith(wanted) for word in said) for wanted in words(query))


def matches(query: str, *names: str) -> bool:
    """Whether every word of the query begins a word of the names. An empty query finds everything."""
    return begin(query, words(*names))
