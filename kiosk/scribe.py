"""In the place of the engine and the loudspeaker, for tests and measurements: what would be heard stands in a file."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from shared.ui.sound.piece import Piece, Saying
from shared.ui.sound.wav import Sound

HOLD_MS = 40
"""How long each sentence takes: long enough to be cut short."""
STAND_IN = Sound.of([1], 22_050)


class Scribe(QObject):
    """A JSON object a line: `percent`, `language`, `text`; or `cut`, where something was cut short."""

    made = Signal(object)
    ended = Signal()
    devices_changed = Signal()

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._pieces: list[Piece] = []
        self._playing = QTimer(self, singleShot=True, interval=0)
        self._playing.timeout.connect(self.ended)

    def make(self, saying: Saying) -> None:
        ((piece,),) = saying
        self._pieces.append(piece)
        self.made.emit(STAND_IN)

    def can_play(self) -> bool:
        return True

    def play(self, _sound: Sound, percent: int = 100) -> None:
        pieces, self._pieces = self._pieces, []
        for piece in pieces:
            said = piece.text or " ".join(path.stem for path in piece.recordings)
            self._write({"percent": percent, "language": piece.language, "text": said})
        self._playing.start(HOLD_MS * len(pieces))

    def stop(self) -> None:
        self._playing.stop()
        self._write({"cut": True})

    def close(self) -> None:
        self._playing.stop()

    def _write(self, line: dict[str, object]) -> None:
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
