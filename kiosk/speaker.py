"""Says some sentences as one sound, and stops at once when something else is to be said.

As one: a sound server tells the end of a sound up to two seconds late, and a gap after each sentence would be heard.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from shared.ui.sound.piece import Piece
from shared.ui.sound.ports import Interruptible, Speech
from shared.ui.sound.wav import Sound, join

log = logging.getLogger(__name__)

PAUSE_S = 0.35  # between sentences
WITHOUT_MS = 2_500
"""Without a device, before the kiosk stops trying to speak."""


class Speaker(QObject):
    """finished: all was said. `percent`: how loud, of what the machine is set to.

    Its programs are started with the first thing to say: most kiosks never speak on most days.
    """

    finished = Signal()

    def __init__(
        self, speech: Callable[[], Speech], loudspeaker: Callable[[], Interruptible], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.percent = 100
        self._make_speech, self._make_loudspeaker = speech, loudspeaker
        self._speech: Speech | None = None
        self._loudspeaker: Interruptible | None = None
        self._left: deque[Piece] = deque()  # to be made into sound
        self._made_so_far: list[Sound] = []
        self._news: list[Piece] = []  # for after the sound that is playing
        self._is_making = self._is_stale = self._is_playing = False
        self._told = self._is_mute = False
        self._without = QTimer(self, singleShot=True, interval=WITHOUT_MS)
        self._without.timeout.connect(self.be_mute)

    @property
    def is_speaking(self) -> bool:
        return bool(self._left) or self._is_playing or (self._is_making and not self._is_stale)

    def say(self, pieces: Iterable[Piece]) -> None:
        """At once; what was being said is cut short."""
        self.stop()
        self.add(pieces)

    def add(self, pieces: Iterable[Piece]) -> None:
        """After what is being said. Nothing where there is nothing to play on."""
        if self._is_mute:
            return
        (self._news if self._is_playing else self._left).extend(pieces)
        self._begin()
        self._go_on()

    def stop(self) -> None:
        for waiting in (self._left, self._made_so_far, self._news):
            waiting.clear()
        self._is_stale = self._is_making
        if self._is_playing and self._loudspeaker:
            self._loudspeaker.stop()
        self._is_playing = False

    def close(self) -> None:
        self._without.stop()
        self.stop()
        for part in (self._speech, self._loudspeaker):
            if part:
                part.close()

    def _begin(self) -> None:
        if self._speech is None or self._loudspeaker is None:
            self._speech, self._loudspeaker = self._make_speech(), self._make_loudspeaker()
            self._speech.made.connect(self._made)
            self._loudspeaker.ended.connect(self._ended)
            self._loudspeaker.devices_changed.connect(self._devices_changed)

    def _go_on(self) -> None:
        """Make what is left into sound, then play it as one; then what came meanwhile."""
        if self._is_making or self._is_playing or not self._speech or not self._loudspeaker:
            return
        if self._left:
            self._is_making, self._is_stale = True, False
            self._speech.make(((self._left.popleft(),),))
        elif self._made_so_far:
            sound = _joined(self._made_so_far)
            self._made_so_far.clear()
            self._is_playing = True
            self._loudspeaker.play(sound, self.percent)
        elif self._news:
            self._left.extend(self._news)
            self._news.clear()
            self._go_on()
        else:
            self.finished.emit()

    def _made(self, sound: Sound | None) -> None:
        stale, self._is_making, self._is_stale = self._is_stale, False, False
        if sound is not None and not stale:
            self._made_so_far.append(sound)
        if self._left or not stale:
            self._go_on()

    def _ended(self) -> None:
        if self._is_playing:
            self._is_playing = False
            self._go_on()

    def _devices_changed(self) -> None:
        """A player that ended is started again within a moment; a device that stays away is told once."""
        if self._loudspeaker and self._loudspeaker.can_play():
            self._without.stop()
            self._is_mute = False
        elif not self._is_mute and not self._without.isActive():
            self._without.start()

    def be_mute(self) -> None:
        """Until there is a device again."""
        self.stop()
        self._is_mute = True
        if not self._told:
            self._told = True
            log.warning("this kiosk has nothing to play on: its audio guide is not heard")


def _joined(sounds: list[Sound]) -> Sound:
    pause = Sound.silence(PAUSE_S, sounds[0].rate)
    return join([part for sound in sounds for part in (sound, pause)][:-1])
