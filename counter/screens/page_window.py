"""What the windows of the three programs at the counters have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter.screens.connecting import Connecting
from counter.screens.entry_screen import EntryScreen
from counter.screens.top_bar import TopBar
from counter.shown import Page
from shared.ui import theme
from shared.ui.toast import Toast


class PageWindow(QWidget):
    """The bar, and below it the search for the hub, who comes in, or a page. What goes by itself comes over its foot.

    pressed: the name of what was pressed. searched: what is typed.
    """

    pressed = Signal(str)
    searched = Signal(str)

    def __init__(self, bar: TopBar) -> None:
        super().__init__()
        theme.ground(self, "paper")
        self._bar = bar
        self._bar.pressed.connect(self.pressed)
        self._connecting = Connecting()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._connecting)
        self._entry = EntryScreen()
        self._entry.pressed.connect(self.pressed)
        self._entry.searched.connect(self.searched)
        self._pages.addWidget(self._entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self._toast = Toast(self)
        self._said = ""

    def show_page(self, view: Page, page: QWidget) -> None:
        """The page, or the search for the hub while the view says so; the bar and the toast."""
        self.setWindowTitle(view.bar.title)
        self._bar.show_bar(view.bar)
        if view.mode == "connecting":
            self._connecting.show_quiet(view.quiet)
            page = self._connecting
        if view.entry:
            self._entry.show_entry(view.entry)
            page = self._entry
        if self._pages.currentWidget() is not page:
            self.turn_to(page)
        if view.notice != self._said:
            self._said = view.notice
            self._toast.show_message(view.notice, "alert-circle")

    def key_before_the_page(self, event: QKeyEvent) -> None:
        """A key while there is no page yet."""
        if self._pages.currentWidget() is self._entry:
            self._entry.take_key(event)

    def turn_to(self, page: QWidget) -> None:
        """Another page comes."""
        self._pages.setCurrentWidget(page)
