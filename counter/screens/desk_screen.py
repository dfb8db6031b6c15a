"""The desk: what is happening now, what can be done, who waits, my day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.screens.actions import Actions
from counter.screens.figures import Figures
from counter.screens.now_card import NowCard
from counter.screens.waiting_card import WaitingCard
from counter.shown import DeskView
from shared.ui import scale
from shared.ui.notice import Notice
from shared.ui.tokens import COUNTER_GAP, COUNTER_MARGIN, COUNTER_STRONG


class DeskScreen(QWidget):
    """`pressed` with the name of whatever was pressed."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Notice(COUNTER_STRONG)
        self._now = NowCard()
        self._actions = Actions()
        self._waiting = WaitingCard()
        self._figures = Figures()
        for part in (self._now, self._actions, self._waiting):
            part.pressed.connect(self.pressed)
        left = QVBoxLayout()
        left.setSpacing(scale.px(COUNTER_GAP))
        left.addWidget(self._now, 5)
        left.addWidget(self._actions, 2)
        middle = QHBoxLayout()
        middle.setSpacing(scale.px(20))
        middle.addLayout(left, 868)
        middle.addWidget(self._waiting, 430)
        column = QVBoxLayout(self)
        margin = scale.px(COUNTER_MARGIN)
        column.setContentsMargins(margin, scale.px(20), margin, scale.px(16))
        column.setSpacing(scale.px(COUNTER_GAP))
        column.addWidget(self._banner)
        column.addLayout(middle, 1)
        column.addWidget(self._figures)

    def show_desk(self, view: DeskView) -> None:
        self._banner.show_notice("offline" if view.banner else "alert", view.banner or view.interrupted)
        self._now.show_now(view.now, view.quiet)
        if view.primary:
            self._actions.show_actions(view.primary, view.actions)
        self._waiting.show_lists(view.waiting, view.held)
        self._figures.show_figures(view.figures)
        self._figures.setVisible(
            not (view.banner or view.interrupted)
        )  # the banner takes its room: the citizen keeps theirs

    def step(self, by: int) -> None:
        """The arrows go through those who wait."""
        self._waiting.waiting.step(by)

    def take(self) -> None:
        """Enter calls the current one."""
        self._waiting.waiting.take()

    def forget(self) -> None:
        self._waiting.waiting.forget()
