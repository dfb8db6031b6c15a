"""Why a translation cannot be used."""

from __future__ import annotations

from shared.domain.languages.speech import places
from shared.domain.languages.tags import CHANKA, Tag, canonical


def text_fault(tag: Tag, spanish: str, text: str) -> str:
    """In words, or ""."""
    if not text:
        return ""
    try:
        if places(text) != places(spanish):
            return "the translation has other {places} than the Spanish text"
    except ValueError:
        return "the translation has an open brace"
    if canonical(tag) == CHANKA and any(sign in text for sign in "'’´ʼ"):
        return "Quechua of Ayacucho and Chanka has no apostrophe"
    return ""
