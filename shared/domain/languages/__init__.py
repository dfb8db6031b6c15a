"""What is said and written in each language, with no computer in it: names, numbers as words, letters, calls.

`tags.py` lists the languages; `call.py` is what the voice says. Where a rule comes from stands with it; what no two
published sources agree on is marked, and said in Spanish until a person signs it.
"""

from __future__ import annotations

from shared.domain.languages.call import Said, call, sentence
from shared.domain.languages.letters import letter_names
from shared.domain.languages.numbers import Certainty, certainty, number_words
from shared.domain.languages.speech import Entry, Speaking, Speech, say, speak, spoken
from shared.domain.languages.tags import (
    AYMARA,
    CHANKA,
    COLLAO,
    ENGLISH,
    LANGUAGES,
    OWN_NAMES,
    SPANISH,
    Tag,
    canonical,
    own_name,
    speaks,
)
from shared.domain.languages.words import Words, beside, both, capital, joined, named, small

__all__ = [
    "AYMARA",
    "CHANKA",
    "COLLAO",
    "ENGLISH",
    "LANGUAGES",
    "OWN_NAMES",
    "SPANISH",
    "Certainty",
    "Entry",
    "Said",
    "Speaking",
    "Speech",
    "Tag",
    "Words",
    "beside",
    "both",
    "call",
    "canonical",
    "capital",
    "certainty",
    "joined",
    "letter_names",
    "named",
    "number_words",
    "own_name",
    "say",
    "sentence",
    "small",
    "speak",
    "speaks",
    "spoken",
]
