"""What the presenters of the three programs at the counters have in common."""

from __future__ import annotations

import logging
import time
from typing import Generic, Protocol, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, SignalInstance

from counter import texts
from counter.entry import Entry, Known
from counter.facts import Shows
from counter.refusals import Params
from counter.shown import Page, Quiet
from shared.domain.catalogue import Catalogue
from shared.domain.commands import Command
from shared.lan.messages import Answer, Refused
from shared.lan.signing_in import PinMessage
from shared.lan.views import CatalogueView
from shared.ui.tokens import TOAST_MS

log = logging.getLogger(__name__)

DIGITS_LAST = 20.0  # seconds that half a PIN is kept for whoever began it

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

    def sign(self, message: PinMessage) -> bool: ...


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

    def __init__(
        self, who: str, link: Link, state: State, window: Window[V], parent: QObject | None, entry: Entry
    ) -> None:
        """`who`: as the log names it. `entry`: how a person comes in here."""
        super().__init__(parent)
        self.entry = entry
        self._last_touch = time.monotonic()
        self._who, self._link, self._state, self._window = who, link, state, window
        self._said = ""
        self._turned_away = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._second_passed)
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
        if self._turned_away:
            return replace(page, mode="connecting", quiet=self.not_welcome)
        if page.mode == "connecting" or (entry := self.entry.shown()) is None:
            return page
        here = page.bar.person if self._link.person else ""
        bar = replace(page.bar, person=here, line="", way_out=False)
        return replace(page, mode="entry", entry=entry, bar=bar)

    def sitting(self) -> tuple[str, str]:
        """Who has this place by the day's log, and the number of their citizen: expected back."""
        return "", ""

    def may_lock(self) -> bool:
        """Whether nothing is being done that a lock would break off."""
        return True

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
        if self.entry.notice:
            self._state.notice, self.entry.notice = self.entry.notice, ""
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

    def sign(self, message: PinMessage | None) -> None:
        """Say something about signing in or out to the hub."""
        if message and not self._link.sign(message):
            self.entry.not_sent()
        self.refresh()

    def touched(self) -> None:
        """Somebody is there."""
        self._last_touch = time.monotonic()

    def _second_passed(self) -> None:
        idle = time.monotonic() - self._last_touch
        catalogue = self._catalogue()
        minutes = catalogue.lock_minutes if catalogue else 0
        if idle > DIGITS_LAST:
            self.entry.forget_digits()
        if minutes and idle > minutes * 60 and self._link.person and not self.entry.is_busy and self.may_lock():
            self.sign(self.entry.lock())
        self.refresh()

    def _catalogue(self) -> Catalogue | None:
        shown = self._link.mirror.get("catalogue", CatalogueView)
        return shown.catalogue if shown else None

    def _take(self, _what: object = None) -> None:
        link, (seated, number) = self._link, self.sitting()
        self.entry.see(Known(link.is_online, self._catalogue(), link.person, link.change_pin, seated, number))
        self.see()
        self.refresh()

    def _pressed(self, name: str) -> None:
        self.touched()
        if name == "me":
            self.entry.account()
            self.refresh()
        elif self.entry.is_open:
            self.sign(self.entry.press(name))
        else:
            self.order(self.press(name))

    def _searched(self, text: str) -> None:
        self.touched()
        if self.entry.is_open:
            self.entry.search(text)
        else:
            self._state.search(text)
        self.refresh()

    def _answered(self, answer: Answer) -> None:
        if not self.entry.answered(answer.request):
            self.answered(answer)
        self.refresh()

    def _refused(self, refused: Refused) -> None:
        log.info("%s: refused: %s", self._who, refused.code)
        if self.entry.refused(refused.request, refused.code, refused.params):
            self.refresh()
            return
        self._state.refused(refused.request, refused.code, refused.params)
        self.refresh()

    def _forget(self) -> None:
        self._state.notice = ""
        self.refresh()
