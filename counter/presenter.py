"""Between the hub, the desk and the window: orders out, facts in, one view on the screen."""

from __future__ import annotations

import logging
import time
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from counter.desk import Desk
from counter.desk_view import desk_view
from counter.facts import Facts, Shows
from counter.moment import DEAF_FOR
from counter.shown import DeskView
from shared.domain.commands import Command
from shared.lan.messages import Answer, Refused
from shared.ui.tokens import TOAST_MS

log = logging.getLogger(__name__)


class Link(Shows, Protocol):
    """The line to the hub, as `shared.ui.hub_link.HubLink` is."""

    online: SignalInstance
    changed: SignalInstance
    answered: SignalInstance
    refused: SignalInstance

    def send(self, command: Command) -> str: ...


class Window(Protocol):
    """The window, as `counter.screens.desk_window.DeskWindow` is."""

    pressed: SignalInstance
    struck: SignalInstance
    searched: SignalInstance

    def show_view(self, view: DeskView) -> None: ...


class Presenter(QObject):
    """Lives as long as the window."""

    def __init__(self, link: Link, desk: Desk, window: Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._desk, self._window = link, desk, window
        self._said = ""
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.refresh)
        self._second.start()
        self._hears = QTimer(self, singleShot=True, interval=round(DEAF_FOR * 1000) + 10)
        self._hears.timeout.connect(self.refresh)
        self._toast = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._toast.timeout.connect(self._forget)
        link.online.connect(self._take)
        link.changed.connect(self._take)
        link.answered.connect(self._answered)
        link.refused.connect(self._refused)
        window.pressed.connect(self._pressed)
        window.struck.connect(self._struck)
        window.searched.connect(self._searched)
        self._take()

    def view(self) -> DeskView:
        return desk_view(self._desk, self._link.now(), time.monotonic())

    def refresh(self) -> None:
        view = self.view()
        if view.notice != self._said:
            self._said = view.notice
            self._toast.start()
        if not view.ready and not self._hears.isActive():
            self._hears.start()
        self._window.show_view(view)

    def _take(self, _what: object = None) -> None:
        self._desk.see(Facts.of(self._link, self._desk.number), time.monotonic())
        self.refresh()

    def _pressed(self, name: str) -> None:
        self._order(self._desk.press(name, time.monotonic()))

    def _struck(self, key: str) -> None:
        self._order(self._desk.strike(key, time.monotonic()))

    def _searched(self, text: str) -> None:
        self._desk.search(text)
        self.refresh()

    def _order(self, command: Command | None) -> None:
        if command is not None:
            log.info("counter %d: %s", self._desk.number, command.__struct_config__.tag)
            self._desk.sent(self._link.send(command), command)
        self.refresh()

    def _answered(self, answer: Answer) -> None:
        self._desk.answered(answer.request)
        self.refresh()

    def _refused(self, refused: Refused) -> None:
        log.info("counter %d: refused: %s", self._desk.number, refused.code)
        self._desk.refused(refused.request, refused.code, refused.params)
        self.refresh()

    def _forget(self) -> None:
        self._desk.notice = ""
        self.refresh()
