"""The orientator's page: services at the left, the ticket at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter.orientator import texts
from counter.orientator.screens.chosen_card import ChosenCard
from counter.orientator.screens.given_card import GivenCard
from counter.orientator.screens.help_row import HelpRow
from counter.orientator.screens.service_list import ServiceList
from counter.orientator.shown import OrientatorView
from counter.screens.page_window import PageWindow
from counter.screens.quiet_card import QuietCard
from counter.screens.top_bar import TopBar
from shared.ui import scale
from shared.ui.notice import Notice
from shared.ui.tokens import COUNTER_GAP, COUNTER_MARGIN, COUNTER_STRONG

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
KEYS = {"P": "preferential", "L": "sign", "I": "language", "S": "paid", "N": "not-paid"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrientatorWindow(PageWindow):
    """Typing goes to the list; the other keys do what the ticket asks for."""

    def __init__(self) -> None:
        super().__init__(TopBar())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mode = ""
        self._banner = Notice(COUNTER_STRONG)
        self._paper = Notice(COUNTER_STRONG)
        self._help = HelpRow()
        self._help.answered.connect(lambda: self.pressed.emit("help"))
        self._services = ServiceList()
        self._quiet = QuietCard(texts.CHOOSE, texts.CHOOSE_HINT)
        self._chosen = ChosenCard()
        self._given = GivenCard()
        self._right = QStackedWidget()
        for card in (self._quiet, self._chosen, self._given):
            self._right.addWidget(card)
        self._sides = self._page()
        self._pages.addWidget(self._sides)
        for part in (self._services, self._chosen, self._given):
            part.pressed.connect(self.pressed)
        self._services.searched.connect(self.searched)

    def _page(self) -> QWidget:
        page = QWidget()
        sides = QHBoxLayout()
        sides.setSpacing(scale.px(COUNTER_GAP))
        sides.addWidget(self._services, 780)
        sides.addWidget(self._right, 520)
        column = QVBoxLayout(page)
        margin = scale.px(COUNTER_MARGIN)
        column.setContentsMargins(margin, scale.px(20), margin, margin)
        column.setSpacing(scale.px(COUNTER_GAP))
        column.addWidget(self._banner)
        column.addWidget(self._help)
        column.addWidget(self._paper)
        column.addLayout(sides, 1)
        return page

    def show_view(self, view: OrientatorView) -> None:
        self._banner.show_notice("offline", view.banner)
        self._help.show_help(view.help)
        self._paper.show_notice("alert", view.paper)
        self._services.show_services(view.rows, view.empty)
        self._services.show_query(view.query)
        self._services.setEnabled(view.given is None)
        if view.chosen:
            self._chosen.show_chosen(view.chosen)
        if view.given:
            self._given.show_given(view.given)
        self._right.setCurrentWidget(self._given if view.given else self._chosen if view.chosen else self._quiet)
        self.show_page(view, self._sides)
        if view.mode != self._mode:
            self._mode = view.mode
            self._take_focus()

    def _take_focus(self) -> None:
        if self._mode == "search":
            self._services.take_focus()
        elif self._mode in ("chosen", "given"):
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        searching = self._mode == "search"
        if self._mode not in ("search", "chosen", "given"):
            self.key_before_the_page(event)
        elif key == Qt.Key.Key_F2:
            self.pressed.emit("help")
        elif searching and key in STEPS:
            self._services.step(STEPS[key])
        elif event.isAutoRepeat():
            pass
        elif key in ENTER and searching:
            self._services.take()
        elif key in ENTER:
            self.pressed.emit("give" if self._mode == "chosen" else "another")
        elif key == Qt.Key.Key_Escape and not searching:
            self.pressed.emit("back" if self._mode == "chosen" else "another")
        elif self._mode == "chosen" and event.text().upper() in KEYS:
            self.pressed.emit(KEYS[event.text().upper()])
        elif self._mode == "given" and event.text().upper() == "G":
            self.pressed.emit("group")
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()
