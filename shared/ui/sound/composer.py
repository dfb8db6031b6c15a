"""Makes the sound of one saying from its pieces: recordings as they are, sentences by the engine."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from shared.ui.sound.piece import Piece, Saying
from shared.ui.sound.wav import NotASound, Sound, at_rate, join, read, trimmed

log = logging.getLogger(__name__)

RATE = 22_050  # the engine's own; recordings at this rate are taken as they are
BETWEEN_S = 0.12  # between two recordings of one call
LANGUAGES_S = 0.5  # between two languages


class Engine(Protocol):
    """What the composer needs of `talker.Talker`."""

    @property
    def made(self) -> SignalInstance: ...
    def make(self, sentence: str, language: str = ...) -> None: ...
    def close(self) -> None: ...


class Composer(QObject):
    """made: the Sound of the whole saying, or None where nothing of it can be said. One saying at a time."""

    made = Signal(object)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._pieces: Iterator[Piece | None] = iter(())
        self._parts: list[Sound] = []
        engine.made.connect(self._take)

    def make(self, saying: Saying) -> None:
        """`made` follows."""
        self._parts = []
        self._pieces = iter([piece for language in saying for piece in (None, *language)][1:])
        self._go_on()

    def close(self) -> None:
        self._engine.close()

    def _go_on(self) -> None:
        """Up to the next sentence, for which the engine takes its time."""
        for piece in self._pieces:
            if piece is None:
                self._add(Sound.silence(LANGUAGES_S, RATE))
            elif piece.recordings:
                for path in piece.recordings:
                    self._take_recording(path)
            else:
                self._engine.make(piece.text, piece.language)
                return
        spoken = any(any(part.samples) for part in self._parts)
        self.made.emit(join(self._parts) if spoken else None)

    def _take_recording(self, path: Path) -> None:
        try:
            self._add(recording(path))
            self._add(Sound.silence(BETWEEN_S, RATE))
        except (OSError, NotASound) as error:
            log.warning("the recording %s cannot be played: %s", path, error)

    def _take(self, sentence: Sound | None) -> None:
        if sentence:
            self._add(at_rate(sentence, RATE))
        self._go_on()

    def _add(self, sound: Sound) -> None:
        self._parts.append(sound)


@lru_cache(maxsize=512)
def recording(path: Path) -> Sound:
    """Raises OSError, NotASound."""
    return at_rate(trimmed(read(path.read_bytes())), RATE)
