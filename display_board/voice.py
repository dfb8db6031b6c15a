"""Says one call after the other: never two at once, none left out, and at a walking pace where there is no sound."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from display_board import texts
from display_board.board import Announcement
from display_board.clip import clip
from display_board.wav import Sound

log = logging.getLogger(__name__)

LEAST_MS = 3_500  # each call is the newest at least so long, for eyes too
SOON_MS = 2_500  # the same while others wait behind it


class Loudspeaker(Protocol):
    """What the voice needs of `player.Player`."""

    @property
    def ended(self) -> SignalInstance: ...
    @property
    def devices_changed(self) -> SignalInstance: ...
    def can_play(self) -> bool: ...
    def play(self, sound: Sound) -> None: ...
    def close(self) -> None: ...


class Speech(Protocol):
    """What the voice needs of `talker.Talker`."""

    @property
    def made(self) -> SignalInstance: ...
    def make(self, sentence: str) -> None: ...
    def close(self) -> None: ...


class Voice(QObject):
    """said: the call has been said to its end. heard_changed: `is_mute` may be another one.

    wanted: whether this board speaks at all. Without a loudspeaker, or where it is not wanted, calls still pass in
    order, each for a while.
    """

    said = Signal()
    heard_changed = Signal()

    def __init__(
        self, loudspeaker: Loudspeaker | None = None, speech: Speech | None = None, *, pace: float = 1.0
    ) -> None:
        super().__init__()
        self.wanted = True
        self._loudspeaker, self._speech, self._pace = loudspeaker, speech, pace
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
        return self.wanted and not self._can_play()

    def say(self, announcement: Announcement) -> None:
        """`said` follows. Raises RuntimeError while another call is being said."""
        if self._announcement:
            raise RuntimeError("a call is being said already")
        self._announcement = announcement
        self._least.start(round((LEAST_MS if announcement.times > 1 else SOON_MS) * self._pace))
        if not self.wanted or not self._can_play():
            return
        self._sounding = True
        if self._speech:
            self._speech.make(texts.spoken(announcement.shown.number, announcement.shown.counter))
        else:
            self._made(None)

    def close(self) -> None:
        self._least.stop()
        for part in (self._speech, self._loudspeaker):
            if part:
                part.close()

    def _can_play(self) -> bool:
        return self._loudspeaker is not None and self._loudspeaker.can_play()

    def _made(self, sentence: Sound | None) -> None:
        if self._announcement and self._loudspeaker:
            self._loudspeaker.play(clip(sentence, self._announcement.times))

    def _ended(self) -> None:
        self._sounding = False
        self._maybe_said()

    def _maybe_said(self) -> None:
        if self._announcement and not self._sounding and not self._least.isActive():
            self._announcement = None
            self.said.emit()
