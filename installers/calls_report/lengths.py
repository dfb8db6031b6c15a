"""How long a sentence takes to say: measured on what the engine makes of it, or told by a rule for a quick run."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from display_board.clip import end_s, first_word_after
from shared.ui.sound.composer import LANGUAGES_S
from shared.ui.sound.piece import Saying
from shared.ui.sound.talker import PROGRAM, arguments
from shared.ui.sound.wav import read, trimmed

SYLLABLE_S = 0.16  # for a quick run, about what the engine takes for two letters

Length = Callable[[str, str], float]
"""Seconds of a sentence in a language."""


@cache
def measured(sentence: str, language: str) -> float:
    """Raises OSError where there is no engine."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sentence.wav"
        subprocess.run([PROGRAM, *arguments(language, file)], input=sentence.encode(), check=True, capture_output=True)
        return trimmed(read(file.read_bytes())).seconds


def by_rule(sentence: str, _language: str) -> float:
    return len(sentence) / 2 * SYLLABLE_S


def of_saying(saying: Saying, length: Length, *, again: bool, hurried: bool) -> float:
    """Seconds of the whole sound, from its chime to the pause after it. Recordings are not in it: packs differ."""
    spoken = sum(length(piece.text, piece.language) for language in saying for piece in language)
    before = first_word_after(again=again, hurried=hurried)
    return before + spoken + LANGUAGES_S * (len(saying) - 1) + end_s(hurried=hurried)
