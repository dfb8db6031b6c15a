"""Between the hub's words, the board's state, its voice and its window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, SignalInstance

from display_board.board import Board, BoardView, Stage
from display_board.calls import Announcement
from display_board.media.programme import Programme
from display_board.screens.window import BoardWindow
from display_board.voice import Voice
from shared.domain.catalogue import Catalogue
from shared.domain.commands import Command, NoteSpoken
from shared.lan.messages import Hello
from shared.lan.mirror import Mirror
from shared.lan.views import CallView, CatalogueView, HallView, QueueView, VoiceView

log = logging.getLogger(__name__)

TICK_MS = 500
MUTE_AFTER_S = 5.0  # without a sound device: then another board of the zone may speak


class Link(Protocol):
    """What the board needs of `shared.ui.hub_link.HubLink`."""

    mirror: Mirror
    is_online: bool

    @property
    def hello(self) -> Hello: ...
    @property
    def online(self) -> SignalInstance: ...
    @property
    def changed(self) -> SignalInstance: ...
    def now(self) -> datetime: ...
    def send(self, command: Command, request: str = ...) -> str: ...
    def present_as(self, hello: Hello) -> None: ...


class Presenter(QObject):
    """`sound`: whether this board is one that speaks; the centre file has a say in it too."""

    def __init__(
        self,
        link: Link,
        window: BoardWindow,
        voice: Voice,
        *,
        sound: bool = True,
        programme: Programme | None = None,
        board: Board | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._link, self._window, self._voice, self._clock = link, window, voice, clock
        self._sound = sound
        voice.wanted = sound
        self._board = board or Board(clock())
        self._catalogue: Catalogue | None = None
        self._programme = programme
        self._mute_since: float | None = None
        link.online.connect(self._online)
        link.changed.connect(self._changed)
        voice.said.connect(self._said)
        voice.heard_changed.connect(self._show)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self._show()

    def told(self) -> BoardView:
        """The view for the robot, once the window shows it too."""
        self._show()
        return self.view()

    def view(self) -> BoardView:
        """What the window shows."""
        self._board.no_sound = self._voice.is_mute()
        at = self._clock()
        view = self._board.view(at, self._link.now())
        if self._programme is None or view.now is None or view.stage is not Stage.OPEN:
            return view
        item = self._programme.on_now(at, view.now, view.notice, calling=view.is_calling)
        return replace(view, item=item, has_media=self._programme.has_files())

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
        self._catalogue = catalogue.catalogue
        speaks = self._speaker() in (None, self._link.hello.device)
        self._voice.wanted = self._sound and self._catalogue.board.voice and speaks
        queues, calls = mirror.all(QueueView), mirror.all(CallView)
        self._board.hear(self._catalogue, hall, queues, calls, self._link.now(), speaks=speaks)
        self._go_on()

    def _speaker(self) -> str | None:
        """The board that speaks here: "" where none can, None where the hub does not say."""
        voice = self._link.mirror.get("voice", VoiceView)
        return voice.device if voice else None

    def _said(self) -> None:
        """The hub is told by one board of each zone: by the one that speaks, or by each where none can."""
        call = self._board.said()
        if call and self._speaker() in ("", self._link.hello.device):
            self._link.send(NoteSpoken(call.call, call.number, self._voice.was_aloud))
        self._go_on()

    def _on_tick(self) -> None:
        self._tell_mute()
        self._go_on()

    def _tell_mute(self) -> None:
        """A board that lost its sound leaves speaking to another one, until it is back."""
        hello = self._link.hello
        if not self._sound or not self._link.is_online:
            return
        if not self._voice.can_play():
            self._mute_since = self._clock() if self._mute_since is None else self._mute_since
            if not hello.silent and self._clock() - self._mute_since >= MUTE_AFTER_S:
                self._link.present_as(replace(hello, silent=True))
            return
        self._mute_since = None
        if hello.silent:
            self._link.present_as(replace(hello, silent=False))

    def _go_on(self) -> None:
        """Say what is to be said next, and show how things are."""
        announcement = self._board.take(self._clock())
        self._show()
        if announcement and self._catalogue:
            self._say(announcement, self._catalogue)

    def _say(self, announcement: Announcement, catalogue: Catalogue) -> None:
        shown = announcement.shown
        if not announcement.again:
            log.info("announced %s at counter %d", shown.number, shown.counter)
        counter = catalogue.counter.get(shown.counter)
        hour = self._link.now().astimezone(catalogue.timezone).time()
        self._voice.percent = catalogue.voice.percent_at(hour)
        self._voice.say(announcement, counter.way if counter else "")

    def _show(self) -> None:
        self._window.show_view(self.view())
