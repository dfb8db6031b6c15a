"""Between the hub, the desk and the window: orders out, facts in, one view on the screen."""

from __future__ import annotations

import time
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, SignalInstance

from counter import pin_texts, texts
from counter.desk import Desk
from counter.desk_view import desk_view
from counter.entry import Entry
from counter.facts import Facts
from counter.moment import DEAF_FOR
from counter.page_presenter import Link, PagePresenter, Window
from counter.shown import DeskView, Quiet
from shared.domain.catalogue import Role
from shared.domain.commands import Command, NoteAttended
from shared.lan.messages import Answer


class DeskWindow(Window[DeskView], Protocol):
    """The advisor's window has keys."""

    struck: SignalInstance


class Presenter(PagePresenter[DeskView]):
    """The advisor's. The primary action is shown deaf for a moment, and then not."""

    def __init__(
        self, link: Link, desk: Desk, window: DeskWindow, parent: QObject | None = None, demo_pin: str = ""
    ) -> None:
        entry = Entry(frozenset({Role.ADVISOR}), pin_texts.WHO, demo_pin=demo_pin)
        super().__init__(f"counter {desk.number}", link, desk, window, parent, entry)
        self._desk = desk
        self.not_welcome = Quiet(texts.counter_not_welcome(desk.number), texts.COUNTER_NOT_WELCOME_HINT)
        self._hears = QTimer(self, singleShot=True, interval=round(DEAF_FOR * 1000) + 10)
        self._hears.timeout.connect(self.refresh)
        window.struck.connect(self._struck)
        self._take()

    def page(self) -> DeskView:
        return desk_view(self._desk, self._link.now(), time.monotonic())

    def refresh(self) -> None:
        super().refresh()
        if not self._desk.ready(time.monotonic()) and not self._hears.isActive():
            self._hears.start()

    def see(self) -> None:
        self._desk.see(Facts.of(self._link, self._desk.number), time.monotonic())
        if not self.entry.is_open:
            self.order(self._desk.due())

    def sitting(self) -> tuple[str, str]:
        facts = Facts.of(self._link, self._desk.number)
        attention = facts.counter.attention if facts.counter else None
        return facts.seated, attention.number if attention else ""

    def may_lock(self) -> bool:
        """Not over a citizen's head."""
        return self._desk.facts.attention is None

    def press(self, name: str) -> Command | None:
        if name == "leave" and not self._desk.facts.seated:
            self.sign(self.entry.leave())
            return None
        return self._dated(self._desk.press(name, time.monotonic()))

    def _dated(self, command: Command | None) -> Command | None:
        """What is noted by hand happened now, whenever the hub hears of it."""
        if isinstance(command, NoteAttended):
            return replace(command, attended_at=self._link.now())
        return command

    def sent(self, request: str, command: Command) -> None:
        self._desk.sent(request, command)

    def answered(self, answer: Answer) -> None:
        if self._desk.answered(answer.request, answer.result):
            self.sign(self.entry.leave())

    def _struck(self, key: str) -> None:
        self.touched()
        self.order(self._dated(self._desk.strike(key, time.monotonic())))
