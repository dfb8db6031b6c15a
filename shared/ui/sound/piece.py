"""What a saying is made of. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from shared.domain.languages import ENGLISH, SPANISH, Tag

ENGINE = (SPANISH, ENGLISH)
"""What a machine's voice may say. Its Quechua reads digits one by one, and it has no Aymara."""


class Piece(NamedTuple):
    """Recordings, one after the other; or a sentence for the engine."""

    recordings: tuple[Path, ...] = ()
    text: str = ""
    language: Tag = SPANISH


Saying = tuple[tuple[Piece, ...], ...]
"""The pieces of each language, in order."""
