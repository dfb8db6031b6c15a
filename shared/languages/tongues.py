"""The languages of a centre as one device speaks them: packs, and the words of the centre file."""

from __future__ import annotations

from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.domain.languages import Speech, speak
from shared.domain.translation import words_of
from shared.languages.packs import Languages


class Tongues:
    """Reads the packs once. `own`: the centre's folder of packs."""

    def __init__(self, own: Path | None = None) -> None:
        self.languages = Languages(own)
        self._catalogue: Catalogue | None = None
        self._speeches: dict[str, Speech] = {}
        self._pictograms: dict[tuple[str, str], Path | None] = {}

    def centre_has(self, catalogue: Catalogue) -> None:
        """Another catalogue may have other words."""
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            self._speeches.clear()

    def speech(self, tag: str) -> Speech:
        if tag not in self._speeches:
            words = words_of(self._catalogue, tag) if self._catalogue else {}
            self._speeches[tag] = self.languages.speech(tag, words)
        return self._speeches[tag]

    def pictogram(self, tag: str, name: str) -> Path | None:
        """An SVG that this language has in the place of ours; looked for once."""
        if (tag, name) not in self._pictograms:
            self._pictograms[tag, name] = self.languages.pictogram(tag, name)
        return self._pictograms[tag, name]

    def speak(self, tag: str) -> None:
        """From now on every text is in this language, in this thread or task."""
        speak(self.speech(tag))
