"""Finding by typing: without accents or capitals, by the beginnings of words, in any order."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """Letters without accents, in lower case; ñ counts as n, as on a foreign keyboard."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def matches(query: str, *names: str) -> bool:
    """Whether every word of the query begins a word of the names. An empty query finds everything."""
    said = [word for name in names for word in re.split(r"\W+", plain(name))]
    return all(any(word.startswith(wanted) for word in said) for wanted in re.split(r"\W+", plain(query)))
