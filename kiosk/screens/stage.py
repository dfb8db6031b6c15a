"""The place where the screens stand, one at a time."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from kiosk.screens.about import AboutScreen
from kiosk.screens.code import CodeScreen
from kiosk.screens.document import DocumentScreen
from kiosk.screens.entities import EntitiesScreen
from kiosk.screens.home import HomeScreen
from kiosk.screens.long_wait import LongWaitScreen
from kiosk.screens.message import MessageScreen
from kiosk.screens.paid import PaidScreen
from kiosk.screens.preference import PreferenceScreen
from kiosk.screens.rate import RateScreen
from kiosk.screens.screen import Screen
from kiosk.screens.search import SearchScreen
from kiosk.screens.services import ServicesScreen
from kiosk.screens.simple import SimpleScreen
from kiosk.screens.ticket import TicketScreen
from kiosk.screens.yours import YoursScreen
from kiosk.simple import simple_of
from kiosk.views import (
    AboutView,
    CodeView,
    DocumentView,
    EntitiesView,
    HomeView,
    KioskView,
    LongWaitView,
    PaidView,
    PreferenceView,
    RateView,
    SearchView,
    ServicesView,
    TicketView,
    YoursView,
)
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_GAP


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
    search_asked = Signal()
    letter_typed = Signal(str)
    wanted_said = Signal(bool)
    print_asked = Signal()
    again_asked = Signal()
    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, low: bool = False) -> None:
        """low: what is touched stands in the lower part of a portrait window."""
        super().__init__(parent)
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
            RateView: self._rate(),
            TicketView: self._ticket(),
            SearchView: self._search(),
            AboutView: self._about(),
            LongWaitView: self._long_wait(),
        }
        for screen in (self._message, *self._screens.values()):
            self.addWidget(screen)
        self.simple = SimpleScreen(low=low)
        self.simple.pressed.connect(self._answer)
        self.addWidget(self.simple)
        self._standing: QWidget = self._message

    def arrange(self, portrait: bool) -> None:
        for screen in (self._message, *self._screens.values()):
            screen.arrange(portrait)
        self.simple.arrange(portrait)

    def show_view(self, view: KioskView) -> None:
        if view.head.ways.is_simple:
            self.show_list(view)
            return
        self._current = self._screens.get(type(view), self._message)
        self._current.show_view(view)
        self._standing = self._current
        self.setCurrentWidget(self._current)

    def show_list(self, view: KioskView) -> None:
        """The same as one list, which has as many pages as its words need."""
        self._standing = self.simple
        self.setCurrentWidget(self.simple)
        self.simple.show_simple(simple_of(view))

    def fits(self) -> bool:
        """Whether every word of the screen that stands has room."""
        least = self._standing.minimumSizeHint()
        if least.width() > self.width() or least.height() > self.height():
            return False
        buttons = [button for button in self._standing.findChildren(QAbstractButton) if button.isVisible()]
        if any(_gap(one, other) < scale.px(KIOSK_GAP) for one, other in combinations(buttons, 2)):
            return False
        labels = (label for label in self._standing.findChildren(Label) if label.isVisible() and label.text())
        return all(label.fits() and _is_inside(label, self._standing) for label in labels)

    def current(self) -> QWidget:
        return self._standing

    def _answer(self, name: str) -> None:
        """An answer of a list, by the name of the button that means the same on its own screen."""
        kind, _, rest = name.partition("-")
        match kind, rest:
            case "purpose", of:
                self.purpose_chosen.emit(of)
            case "entity", of:
                self.entity_chosen.emit(of)
            case "service", of:
                self.service_chosen.emit(of)
            case "paid", said:
                self.paid_said.emit(said == "yes")
            case "preferential", said:
                self.preferential_said.emit(said == "yes")
            case "yours", said:
                self._say_of_yours(said == "yes")
            case "rate", said:
                self.rated.emit(int(said))
            case "key", digit:
                self.code_typed.emit("" if digit == "erase" else digit)
            case "code", "done":
                self.code_said.emit()
            case "digit", digit:
                self.document.typed.emit("" if digit == "erase" else digit)
            case "kind", of:
                self.document.kind_chosen.emit(of)
            case "document", said:
                (self.document.said if said == "done" else self.document.skipped).emit()
            case "letter", typed:
                self.letter_typed.emit({"space": " ", "erase": ""}.get(typed, typed))
            case "wanted", said:
                self.wanted_said.emit(said == "yes")
            case "print", _:
                self.print_asked.emit()
            case "again", _:
                self.again_asked.emit()
            case "search", _:
                self.search_asked.emit()
            case "more", _:
                self.more_asked.emit()
            case "appointment", _:
                self.appointment_asked.emit()
            case "done", _:
                self.done_said.emit()

    def minimumSizeHint(self) -> QSize:
        """What the screen that stands needs; the others wait their turn."""
        return self._standing.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self._standing.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def _home(self) -> HomeScreen:
        screen = HomeScreen()
        screen.chosen.connect(self.purpose_chosen)
        screen.appointment.connect(self.appointment_asked)
        screen.search.connect(self.search_asked)
        return screen

    def _code(self) -> CodeScreen:
        screen = CodeScreen()
        screen.typed.connect(self.code_typed)
        screen.said.connect(self.code_said)
        return screen

    def _entities(self) -> EntitiesScreen:
        screen = EntitiesScreen()
        screen.search.connect(self.search_asked)
        screen.chosen.connect(self.entity_chosen)
        screen.more.connect(self.more_asked)
        return screen

    def _services(self) -> ServicesScreen:
        screen = ServicesScreen()
        screen.search.connect(self.search_asked)
        screen.chosen.connect(self.service_chosen)
        screen.more.connect(self.more_asked)
        return screen

    def _paid(self) -> PaidScreen:
        screen = PaidScreen()
        screen.print_asked.connect(self.print_asked)
        screen.said.connect(self.paid_said)
        return screen

    def _preference(self) -> PreferenceScreen:
        screen = PreferenceScreen()
        screen.print_asked.connect(self.print_asked)
        screen.said.connect(self.preferential_said)
        return screen

    def _yours(self) -> YoursScreen:
        screen = YoursScreen()
        screen.said.connect(self._say_of_yours)
        return screen

    def _rate(self) -> RateScreen:
        screen = RateScreen()
        screen.said.connect(self.rated)
        return screen

    def _say_of_yours(self, change: bool) -> None:
        (self.change_asked if change else self.give_back_asked).emit()

    def _ticket(self) -> TicketScreen:
        screen = TicketScreen()
        screen.done.connect(self.done_said)
        screen.again.connect(self.again_asked)
        return screen

    def _search(self) -> SearchScreen:
        screen = SearchScreen()
        screen.typed.connect(self.letter_typed)
        screen.chosen.connect(self.service_chosen)
        screen.more.connect(self.more_asked)
        return screen

    def _about(self) -> AboutScreen:
        screen = AboutScreen()
        screen.print_asked.connect(self.print_asked)
        return screen

    def _long_wait(self) -> LongWaitScreen:
        screen = LongWaitScreen()
        screen.said.connect(self.wanted_said)
        return screen


def _is_inside(label: QWidget, screen: QWidget) -> bool:
    """Inside all that it stands in."""
    around = label.parentWidget()
    while around is not None and around is not screen:
        if not around.rect().contains(QRect(label.mapTo(around, label.rect().topLeft()), label.size())):
            return False
        around = around.parentWidget()
    return True


def _gap(one: QWidget, other: QWidget) -> int:
    """Between two controls, in pixels."""
    top = one.window()
    here, there = (QRect(w.mapTo(top, w.rect().topLeft()), w.size()) for w in (one, other))
    across = max(there.left() - here.right(), here.left() - there.right()) - 1
    return max(across, there.top() - here.bottom() - 1, here.top() - there.bottom() - 1)
