"""Coming in: whose name, which PIN; and what one can do for oneself once inside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from counter.screens.account_page import AccountPage
from counter.screens.names_page import NamesPage
from counter.screens.pin_page import PinPage
from counter.shown import EntryView


class EntryScreen(QStackedWidget):
    """`pressed` with the name of what was pressed; `searched` with what is typed."""

    pressed = Signal(str)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = NamesPage()
        self._pin = PinPage()
        self._account = AccountPage()
        for page in (self._names, self._pin, self._account):
            page.pressed.connect(self.pressed)
            self.addWidget(page)
        self._names.searched.connect(self.searched)

    def take_key(self, event: QKeyEvent) -> None:
        """A key that came to the window, because nothing here has the focus."""
        page = self.currentWidget()
        if page is self._names:
            self._names.begin_typing(event.text())
        elif isinstance(page, PinPage | AccountPage):
            page.keyPressEvent(event)

    def show_entry(self, shown: EntryView) -> None:
        page = {"who": self._names, "pin": self._pin, "account": self._account}[shown.step]
        if page is not self.currentWidget():
            self._names.clear()
            self.setCurrentWidget(page)
            page.setFocus()
        match shown.step:
            case "who":
                self._names.show_names(shown)
            case "pin":
                self._pin.show_pin(shown)
            case _:
                self._account.show_account(shown)
