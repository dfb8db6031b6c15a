"""A loudspeaker that keeps what it is given, and a speech that says whatever it is told at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from shared.ui.sound.piece import Saying
from shared.ui.sound.wav import Sound

PLAIN = Sound.of([1000] * 2205, 22_050)  # a tenth of a second


class FakeLoudspeaker(QObject):
    """`played` holds the sounds; the test says when one ends."""

    ended = Signal()
    devices_changed = Signal()

    def __init__(self, there: bool = True) -> None:
        super().__init__()
        self.there = there
        self.playing = False
        self.closed = False
        self.played: list[Sound] = []
        self.percent: list[int] = []

    def can_play(self) -> bool:
        return self.there

    def play(self, sound: Sound, percent: int = 100) -> None:
        assert not self.playing, "two calls at once"
        self.playing = True
        self.played.append(sound)
        self.percent.append(percent)

    def end(self) -> None:
        """The sound was played to its end."""
        self.playing = False
        self.ended.emit()

    def stop(self) -> None:
        self.playing = False

    def plug(self, there: bool) -> None:
        self.there = there
        self.devices_changed.emit()

    def close(self) -> None:
        self.closed = True


class FakeSpeech(QObject):
    """`sentences` holds what was to be said, in all languages; `sound` None is a machine without a voice."""

    made = Signal(object)

    def __init__(self, sound: Sound | None = PLAIN) -> None:
        super().__init__()
        self.sound = sound
        self.sentences: list[str] = []

    def make(self, saying: Saying) -> None:
        pieces = [piece for language in saying for piece in language]
        self.sentences.append(" ".join(piece.text or f"({len(piece.recordings)} recordings)" for piece in pieces))
        self.made.emit(self.sound)

    def close(self) -> None:
        pass
