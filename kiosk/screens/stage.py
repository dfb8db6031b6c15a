"""The place where the screens stand, one at a time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.screens.code import CodeScreen
from kiosk.screens.document import DocumentScreen
from kiosk.screens.entities import EntitiesScreen
from kiosk.screens.home import HomeScreen
from kiosk.screens.message import MessageScreen
from kiosk.screens.paid import PaidScreen
from kiosk.screens.preference import PreferenceScreen
from kiosk.screens.screen import Screen
from kiosk.screens.services import ServicesScreen
from kiosk.screens.ticket import TicketScreen
from kiosk.screens.yours import YoursScreen
from kiosk.views import (
    CodeView,
    DocumentView,
    EntitiesView,
    HomeView,
    KioskView,
    PaidView,
    PreferenceView,
    ServicesView,
    TicketView,
    YoursView,
)


class Stage(QStackedWidget):
    """Knows which screen shows which view, and passes on what the citizen does there."""

    purpose_chosen = Signal(str)
    entity_chosen = Signal(str)
    service_chosen = Signal(str)
    more_asked = Signal()
    paid_said = Signal(bool)
    preferential_said = Signal(bool)
    done_said = Signal()
    appointment_asked = Signal()
    code_typed = Signal(str)
    code_said = Signal()
    change_asked = Signal()
    give_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, low: bool = False) -> None:
        """low: what is touched stands in the lower part of a portrait window."""
        super().__init__(parent)
        self._low = low
        self._message = MessageScreen()
        self._message.done.connect(self.done_said)
        self._current: Screen[Any] = self._message
        self.document = DocumentScreen()
        self._screens: dict[type[KioskView], Screen[Any]] = {
            HomeView: self._home(),
            EntitiesView: self._entities(),
            ServicesView: self._services(),
            PaidView: self._paid(),
            PreferenceView: self._preference(),
            CodeView: self._code(),
            DocumentView: self.document,
            YoursView: self._yours(),
            TicketView: self._ticket(),
        }
        for screen in (self._message, *self._screens.values()):
            self.addWidget(screen)

    def arrange(self, portrait: bool) -> None:
        for screen in (self._message, *self._screens.values()):
            screen.arrange(portrait)

    def show_view(self, view: KioskView) -> None:
        self._current = self._screens.get(type(view), self._message)
        self._current.show_view(view)
        self.setCurrentWidget(self._current)

    def current(self) -> QWidget:
        return self._current

    def minimumSizeHint(self) -> QSize:
        """What the screen that stands needs; the others wait their turn."""
        return self._current.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self._current.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def _home(self) -> HomeScreen:
        screen = HomeScreen()
        screen.chosen.connect(self.purpose_chosen)
        screen.appointment.connect(self.appointment_asked)
        return screen

    def _code(self) -> CodeScreen:
        screen = CodeScreen()
        screen.typed.connect(self.code_typed)
        screen.said.connect(self.code_said)
        return screen

    def _entities(self) -> EntitiesScreen:
        screen = EntitiesScreen()
        screen.chosen.connect(self.entity_chosen)
        screen.more.connect(self.more_asked)
        return screen

    def _services(self) -> ServicesScreen:
        screen = ServicesScreen()
        screen.chosen.connect(self.service_chosen)
        screen.more.connect(self.more_asked)
        return screen

    def _paid(self) -> PaidScreen:
        screen = PaidScreen()
        screen.said.connect(self.paid_said)
        return screen

    def _preference(self) -> PreferenceScreen:
        screen = PreferenceScreen()
        screen.said.connect(self.preferential_said)
        return screen

    def _yours(self) -> YoursScreen:
        screen = YoursScreen()
        screen.said.connect(self._say_of_yours)
        return screen

    def _say_of_yours(self, change: bool) -> None:
        (self.change_asked if change else self.give_back_asked).emit()

    def _ticket(self) -> TicketScreen:
        screen = TicketScreen()
        screen.done.connect(self.done_said)
        return screen
