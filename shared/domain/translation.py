"""What a centre file says in another language: names of its entities and services, and any other text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from shared.domain.languages.speech import Entry, Key
from shared.domain.languages.tags import Tag, canonical

if TYPE_CHECKING:
    from shared.domain.catalogue import Catalogue


class Translation(msgspec.Struct, frozen=True):
    """`words`: pairs of a Spanish text, as it stands in the file or on a screen, and the text in the language."""

    language: str
    source: str
    words: tuple[tuple[str, str], ...]
    reviewed_by: str = ""
    reviewed_on: date | None = None


def words_of(catalogue: Catalogue, tag: Tag) -> dict[Key, Entry]:
    """The centre's words in a language; they go before those of all packs."""
    return {
        (spanish, ""): Entry(text, source=of.source, reviewed_by=of.reviewed_by, reviewed_on=of.reviewed_on)
        for of in catalogue.translations
        if canonical(of.language) == canonical(tag)
        for spanish, text in of.words
    }
