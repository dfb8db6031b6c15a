"""What the presenters of the three programs at the counters have in common."""

from __future__ import annotations

import logging
from typing import Generic, Protocol, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, SignalInstance

from counter import texts
from counter.facts import Shows
from counter.refusals import Params
from counter.shown import Page, Quiet
from shared.domain.commands import Command
from shared.lan.messages import Answer, Refused
from shared.ui.tokens import TOAST_MS

log = logging.getLogger(__name__)

V = TypeVar("V", bound=Page)
V_contra = TypeVar("V_contra", bound=Page, contravariant=True)


class Link(Shows, Protocol):
    """The line to the hub, as `shared.ui.hub_link.HubLink` is."""

    online: SignalInstance
    changed: SignalInstance
    answered: SignalInstance
    refused: SignalInstance
    turned_away: SignalInstance

    def send(self, command: Command) -> str: ...


class State(Protocol):
    """The state of a page. `notice` is what it has to say just now."""

    notice: str

    def search(self, text: str) -> None: ...

    def refused(self, request: str, code: str, params: Params) -> None: ...


class Window(Protocol[V_contra]):
    """The window, as those in `screens` are."""

    pressed: SignalInstance
    searched: SignalInstance

    def show_view(self, view: V_contra) -> None: ...


class PagePresenter(QObject, Generic[V]):
    """Lives as long as the window. Whoever presents a page says how its state is told, pressed and shown."""

    not_welcome = Quiet(texts.NOT_WELCOME, texts.NOT_WELCOME_HINT)
    """What stands while the hub turns this device away."""

    def __init__(self, who: str, link: Link, state: State, window: Window[V], parent: QObject | None = None) -> None:
        """`who`: as the log names it."""
        super().__init__(parent)
        self._who, self._link, self._state, self._window = who, link, state, window
        self._said = ""
        self._turned_away = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.refresh)
        self._second.start()
        self._toast = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._toast.timeout.connect(self._forget)
        link.online.connect(self._online)
        link.turned_away.connect(self._turn_away)
        link.changed.connect(self._take)
        link.answered.connect(self._answered)
        link.refused.connect(self._refused)
        window.pressed.connect(self._pressed)
        window.searched.connect(self._searched)

    def view(self) -> V:
        """All that the window shows now."""
        page = self.page()
        return replace(page, mode="connecting", quiet=self.not_welcome) if self._turned_away else page

    def page(self) -> V:
        """What the state shows now."""
        raise NotImplementedError

    def see(self) -> None:
        """Let the state see what the hub shows now."""
        raise NotImplementedError

    def press(self, name: str) -> Command | None:
        """What was pressed; the order to give, if any."""
        raise NotImplementedError

    def sent(self, request: str, command: Command) -> None:
        """An order is on its way."""
        raise NotImplementedError

    def answered(self, answer: Answer) -> None:
        """The hub carried out an order."""
        raise NotImplementedError

    def refresh(self) -> None:
        view = self.view()
        if view.notice != self._said:
            self._said = view.notice
            self._toast.start()
        self._window.show_view(view)

    def order(self, command: Command | None) -> None:
        if command is not None:
            log.info("%s: %s", self._who, command.__struct_config__.tag)
            self.sent(self._link.send(command), command)
        self.refresh()

    def _online(self, there: bool) -> None:
        self._turned_away = self._turned_away and not there
        self._take()

    def _turn_away(self, _why: str) -> None:
        self._turned_away = True
        self.refresh()

    def _take(self, _what: object = None) -> None:
        self.see()
        self.refresh()

    def _pressed(self, name: str) -> None:
        self.order(self.press(name))

    def _searched(self, text: str) -> None:
        self._state.search(text)
        self.refresh()

    def _answered(self, answer: Answer) -> None:
        self.answered(answer)
        self.refresh()

    def _refused(self, refused: Refused) -> None:
        log.info("%s: refused: %s", self._who, refused.code)
        self._state.refused(refused.request, refused.code, refused.params)
        self.refresh()

    def _forget(self) -> None:
        self._state.notice = ""
        self.refresh()
