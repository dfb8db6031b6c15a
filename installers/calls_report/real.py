"""The same in real time: the board's presenter, voice, composer and engine, and a loudspeaker that takes as long."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from display_board.board import Board
from display_board.voice import Voice
from installers.calls_report.hall import START, seconds
from installers.calls_report.made import bursts
from shared.domain.catalogue import Catalogue
from shared.lan.views import CallView, HallView
from shared.reports.table import Table, as_text
from shared.ui.sound.composer import Composer
from shared.ui.sound.talker import Talker
from shared.ui.sound.wav import Sound

QUICKER = 0.1  # calls come ten times as fast as in the virtual bursts, so that all of them are a backlog


class TakesItsTime(QObject):
    """A loudspeaker without a sound card: each sound takes as long as it is. Two at once are counted."""

    ended = Signal()
    devices_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.played: list[tuple[float, float]] = []
        self.overlapping = 0
        self._playing = False

    def can_play(self) -> bool:
        return True

    def play(self, sound: Sound, percent: int = 100) -> None:  # noqa: ARG002
        self.overlapping += self._playing
        self._playing = True
        self.played.append((monotonic(), sound.seconds))
        QTimer.singleShot(round(sound.seconds * 1000), self._end)

    def close(self) -> None:
        pass

    def _end(self) -> None:
        self._playing = False
        self.ended.emit()


class RealTime(QObject):
    """One board: calls come at their moments, and are said to their end."""

    def __init__(self, catalogue: Catalogue, calls: Sequence[CallView]) -> None:
        super().__init__()
        self.said: list[int] = []
        self.loudspeaker = TakesItsTime()
        self._catalogue, self._calls = catalogue, calls
        self._voice = Voice(self.loudspeaker, Composer(Talker()))
        self._voice.said.connect(self._over)
        self._board = Board(0.0)
        self._board.hub_came(0.0)
        self._hear(0)
        for number, call in enumerate(calls, start=1):
            QTimer.singleShot(round(seconds(call) * QUICKER * 1000), lambda heard=number: self._hear(heard))

    def _hear(self, heard: int) -> None:
        hall = HallView(day=START.date(), open=True)
        self._board.hear(self._catalogue, hall, [], self._calls[:heard], START)
        self._go_on()

    def _over(self) -> None:
        self._board.said()
        self._go_on()

    def _go_on(self) -> None:
        announcement = self._board.take(monotonic())
        if announcement:
            self.said += [] if announcement.again else [announcement.shown.call]
            self._voice.say(announcement)
        elif len(self.said) == len(self._calls) and not self._board.is_busy:
            self._voice.close()
            QApplication.quit()


def in_real_time(catalogue: Catalogue, count: int, seed: int) -> tuple[str, bool]:
    """The report, and whether everything was said in its order and nothing over another."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    calls = bursts(catalogue, count, seed)
    began = monotonic()
    real = RealTime(catalogue, calls)
    application.exec()
    sound = sum(length for _, length in real.loudspeaker.played)
    row = (len(calls), len(real.said), real.loudspeaker.overlapping, f"{sound:.1f}", f"{monotonic() - began:.1f}")
    columns = ("calls", "said", "overlapping", "s of sound", "s in all")
    good = real.said == [call.call for call in calls] and real.loudspeaker.overlapping == 0
    return as_text(Table("In real time, with the speech engine", columns, [row], (f"seed {seed}",))), good
