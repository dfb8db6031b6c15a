"""How a sentence of a screen becomes sound: by the language's recordings, or by the engine. No Qt.

In a language that the engine does not speak only recordings are heard; what has none is said in Spanish. What nobody
has signed is said with its Spanish after it, as it is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from shared.domain.languages import SPANISH, Words
from shared.domain.languages.aloud import aloud
from shared.domain.languages.call import ticket
from shared.languages.packs import Languages
from shared.ui.sound.piece import ENGINE, Piece

FOLDER = "screens/"
"""Of a pack's recordings, where those of whole texts lie."""
BOTH = " / "
"""Between the two languages of a caption: from there on it is said in Spanish, as a whole."""
LONGEST = 80  # characters of a file's name
TICKET = re.compile(r"[A-ZÑ]{1,2}[ \u00a0]\d{3,4}")


def clip_of(spanish: str) -> str:
    """The recording of a text, by its Spanish: "¿Con qué entidad?" -> "screens/con-que-entidad"."""
    plain = unicodedata.normalize("NFKD", spanish).encode("ascii", "ignore").decode().lower()
    return FOLDER + "-".join(re.findall("[a-z0-9]+", plain))[:LONGEST].rstrip("-")


class Spoken:
    """Of the packs of one kiosk."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def pieces(self, sentences: Iterable[str], language: str) -> list[Piece]:
        """What is heard, in order. language: that of the screen, for the number of a ticket."""
        return [piece for sentence in sentences for piece in self._of(sentence, language)]

    def _of(self, sentence: str, language: str) -> list[Piece]:
        if TICKET.fullmatch(sentence):
            return self._number(sentence, language)
        if not isinstance(sentence, Words):  # a key of a pad, what was typed
            return [_engine(sentence, language if language in ENGINE else SPANISH)]
        words = sentence
        clip = self._languages.recording(words.language, clip_of(words.spanish))
        if clip:
            return [Piece((clip,))]
        if words.language not in ENGINE or not str(words):
            return [_engine(words.spanish, SPANISH)]
        own, _, both = words.partition(BOTH) if words.language != SPANISH else (str(words), "", "")
        beside = words.spanish if both else words.beside
        return [_engine(own, words.language), *([_engine(beside, SPANISH)] if beside else [])]

    def _number(self, number: str, language: str) -> list[Piece]:
        """Recorded as it is called in the language, if all of it is; else by the engine."""
        parts = ticket(number.replace("\u00a0", " "), language, signed=self._languages.speech(language).numbers_signed)
        found = [self._languages.recording(part.language, clip) for part in parts for clip in part.clips]
        if found and all(found):
            return [Piece(tuple(path for path in found if path))]
        return [_engine(number, language if language in ENGINE else SPANISH)]


def _engine(text: str, language: str) -> Piece:
    said = aloud(text, language)
    return Piece(text=said if said.endswith((".", "?", "!")) else f"{said}.", language=language)
