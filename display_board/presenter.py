"""Between the hub's words, the board's state, its voice and its window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from display_board.board import Board, BoardView
from display_board.screens.window import BoardWindow
from display_board.voice import Voice
from shared.lan.mirror import Mirror
from shared.lan.views import CallView, CatalogueView, HallView, QueueView

log = logging.getLogger(__name__)

TICK_MS = 500


class Link(Protocol):
    """What the board needs of `shared.ui.hub_link.HubLink`."""

    mirror: Mirror
    is_online: bool

    @property
    def online(self) -> SignalInstance: ...
    @property
    def changed(self) -> SignalInstance: ...
    def now(self) -> datetime: ...


class Presenter(QObject):
    """`sound`: whether this board is one that speaks; the centre file has a say in it too."""

    def __init__(
        self,
        link: Link,
        window: BoardWindow,
        voice: Voice,
        *,
        sound: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._link, self._window, self._voice, self._clock = link, window, voice, clock
        self._sound = sound
        voice.wanted = sound
        self._board = Board(clock())
        link.online.connect(self._online)
        link.changed.connect(self._changed)
        voice.said.connect(self._said)
        voice.heard_changed.connect(self._show)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._go_on)
        self._tick.start()
        self._show()

    def told(self) -> BoardView:
        """The view for the robot, once the window shows it too."""
        self._show()
        return self.view()

    def view(self) -> BoardView:
        """What the window shows."""
        self._board.no_sound = self._voice.is_mute()
        return self._board.view(self._clock(), self._link.now())

    def _online(self, there: bool) -> None:
        if there:
            self._board.hub_came(self._clock())
        else:
            self._board.hub_left(self._clock())
        self._go_on()

    def _changed(self, _keys: object) -> None:
        mirror = self._link.mirror
        catalogue, hall = mirror.get("catalogue", CatalogueView), mirror.get("hall", HallView)
        if catalogue is None or hall is None:
            return
        self._voice.wanted = self._sound and catalogue.catalogue.board.voice
        self._board.hear(catalogue.catalogue, hall, mirror.all(QueueView), mirror.all(CallView))
        self._go_on()

    def _said(self) -> None:
        self._board.announced()
        self._go_on()

    def _go_on(self) -> None:
        """Announce the next call, when it is its turn, and show how things are."""
        announcement = self._board.take(self._clock())
        self._show()
        if announcement:
            shown = announcement.shown
            log.info("announced %s at counter %d", shown.number, shown.counter)
            self._voice.say(announcement)

    def _show(self) -> None:
        self._window.show_view(self.view())
