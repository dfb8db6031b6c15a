"""Between the hub, the watch and the supervisor's page."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from counter.presenter import Link
from counter.supervisor.hall_facts import HallFacts
from counter.supervisor.shown import SupervisorView
from counter.supervisor.watch import Watch
from shared.lan.messages import Answer, Refused
from shared.ui.tokens import TOAST_MS

log = logging.getLogger(__name__)


class Window(Protocol):
    """The window, as `screens.supervisor_window.SupervisorWindow` is."""

    pressed: SignalInstance
    searched: SignalInstance

    def show_view(self, view: SupervisorView) -> None: ...


class Presenter(QObject):
    """Lives as long as the window."""

    def __init__(self, link: Link, watch: Watch, window: Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._watch, self._window = link, watch, window
        self._said = ""
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.refresh)
        self._second.start()
        self._toast = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._toast.timeout.connect(self._forget)
        link.online.connect(self._take)
        link.changed.connect(self._take)
        link.answered.connect(self._answered)
        link.refused.connect(self._refused)
        window.pressed.connect(self._pressed)
        window.searched.connect(self._searched)
        self._take()

    def view(self) -> SupervisorView:
        return self._watch.view(self._link.now())

    def refresh(self) -> None:
        view = self.view()
        if view.notice != self._said:
            self._said = view.notice
            self._toast.start()
        self._window.show_view(view)

    def _take(self, _what: object = None) -> None:
        self._watch.see(HallFacts.of(self._link))
        self.refresh()

    def _pressed(self, name: str) -> None:
        command = self._watch.press(name, self._link.now())
        if command is not None:
            log.info("supervisor: %s", command.__struct_config__.tag)
            self._watch.sent(self._link.send(command))
        self.refresh()

    def _searched(self, text: str) -> None:
        self._watch.search(text)
        self.refresh()

    def _answered(self, answer: Answer) -> None:
        self._watch.answered(answer.request)

    def _refused(self, refused: Refused) -> None:
        log.info("supervisor: refused: %s", refused.code)
        self._watch.refused(refused.request, refused.code, refused.params)
        self.refresh()

    def _forget(self) -> None:
        self._watch.notice = ""
        self.refresh()
