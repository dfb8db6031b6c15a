"""Says what it is told to its end, never two at once, and at a walking pace where there is no sound."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from display_board.calls import Announcement
from display_board.clip import clip
from display_board.phrases import Phrases
from shared.ui.sound.ports import Loudspeaker, Speech
from shared.ui.sound.wav import Sound

log = logging.getLogger(__name__)

LEAST_MS = 3_500  # each call is the newest at least so long, for eyes too: three of them are seen for ten seconds


class Voice(QObject):
    """said: what was to be said is over. heard_changed: `is_mute` may be another one.

    wanted: whether this board speaks at all. Without a loudspeaker, or where it is not wanted, calls still pass in
    order, each for a while. percent: how loud, of what the machine is set to. was_aloud: the last one was heard.
    """

    said = Signal()
    heard_changed = Signal()

    def __init__(
        self,
        loudspeaker: Loudspeaker | None = None,
        speech: Speech | None = None,
        phrases: Phrases | None = None,
        *,
        pace: float = 1.0,
    ) -> None:
        super().__init__()
        self.wanted, self.percent, self.was_aloud = True, 100, False
        self._loudspeaker, self._speech, self._pace = loudspeaker, speech, pace
        self._phrases = phrases or Phrases()
        self._announcement: Announcement | None = None
        self._sounding = False
        self._least = QTimer(self, singleShot=True)
        self._least.timeout.connect(self._maybe_said)
        if loudspeaker:
            loudspeaker.ended.connect(self._ended)
            loudspeaker.devices_changed.connect(self.heard_changed)
        if speech:
            speech.made.connect(self._made)

    def is_mute(self) -> bool:
        """Whether somebody should be told: sound is wanted and there is none."""
        return self.wanted and not self.can_play()

    def say(self, announcement: Announcement, way: str = "") -> None:
        """`said` follows. way: to the counter, in Spanish. Raises RuntimeError while another call is being said."""
        if self._announcement:
            raise RuntimeError("a call is being said already")
        self._announcement, self.was_aloud = announcement, False
        self._least.start(round(LEAST_MS * self._pace))
        if not self.wanted or not self.can_play():
            return
        self._sounding = True
        if self._speech:
            shown = announcement.shown
            self._speech.make(
                self._phrases.saying(
                    shown.number, shown.counter, announcement.languages, way, hurried=announcement.hurried
                )
            )
        else:
            self._made(None)

    def close(self) -> None:
        self._least.stop()
        for part in (self._speech, self._loudspeaker):
            if part:
                part.close()

    def can_play(self) -> bool:
        """Whether there is something to play on."""
        return self._loudspeaker is not None and self._loudspeaker.can_play()

    def _made(self, sentence: Sound | None) -> None:
        if self._announcement and self._loudspeaker:
            self.was_aloud = sentence is not None
            again, hurried = self._announcement.again, self._announcement.hurried
            self._loudspeaker.play(clip(sentence, again=again, hurried=hurried), self.percent)

    def _ended(self) -> None:
        self._sounding = False
        self._maybe_said()

    def _maybe_said(self) -> None:
        if self._announcement and not self._sounding and not self._least.isActive():
            self._announcement = None
            self.said.emit()
