"""Typing what one came for: letters below, what they find above."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.cards import show_choices
from kiosk.screens.heading import Heading
from kiosk.screens.keyboard import Keyboard
from kiosk.screens.option_button import OptionButton
from kiosk.screens.page_button import PageButton
from kiosk.screens.screen import Screen, in_rows
from kiosk.showing import FOUND_A_PAGE
from kiosk.simple import found
from kiosk.views import SearchView, ServiceChoice
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_BACK, KIOSK_BUTTON, KIOSK_ENTITY, KIOSK_GAP, KIOSK_LEAD, KIOSK_TOUCH

KEY = 210


class SearchScreen(Screen[SearchView]):
    """`typed` with a letter, " ", or "" for the last one taken back."""

    typed = Signal(str)
    chosen = Signal(str)
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._typed = Label(KIOSK_BUTTON, tone="ink")
        self._erase = BigButton("", "quiet", kind=KIOSK_BACK)
        self._erase.setObjectName("letter-erase")
        self._erase.setFixedSize(scale.px(KEY), scale.px(KIOSK_TOUCH))
        self._erase.clicked.connect(lambda: self.typed.emit(""))
        self._keyboard = Keyboard()
        self._keyboard.typed.connect(self.typed)
        self._cards = [OptionButton(words=KIOSK_ENTITY) for _ in range(FOUND_A_PAGE)]
        self._more = PageButton("more-found")
        self._more.clicked.connect(self.more)
        self._hint = Label(KIOSK_LEAD, tone="soft", wrap=True)
        self._found = QWidget()
        self._writing = QWidget()
        self._fill()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(KIOSK_GAP))
        self.arrange(True)

    def _fill(self) -> None:
        field = Panel("panel")
        inside = QHBoxLayout(field)
        inside.setContentsMargins(scale.px(24), 0, scale.px(24), 0)
        inside.addWidget(self._typed)
        field.setFixedHeight(scale.px(KIOSK_TOUCH))
        line = QHBoxLayout()
        line.setSpacing(scale.px(KIOSK_GAP))
        line.addWidget(field, 1)
        line.addWidget(self._erase)
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(scale.px(KIOSK_GAP))
        writing.addLayout(line)
        writing.addWidget(self._keyboard)
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(KIOSK_GAP))
        cards = QGridLayout()
        cards.setSpacing(scale.px(KIOSK_GAP))
        for card in self._cards:
            card.told.connect(self._choose)
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        in_rows(cards, self._cards)
        column.addWidget(self._hint)
        column.addLayout(cards, 1)
        column.addWidget(self._more)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._grid.addWidget(self._heading, 0, 0)
        if portrait:
            self._grid.addWidget(self._found, 1, 0)
        else:
            self._grid.addWidget(self._found, 0, 1, 3, 1)
        self._grid.addWidget(self._writing, 2, 0)
        self._grid.setRowStretch(1, 1)
        self._grid.setRowStretch(2, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)
        self._grid.setHorizontalSpacing(scale.px(48))

    def show_view(self, view: SearchView) -> None:
        self._heading.show_question(texts.search_question(), lines=1 if self.portrait else 2)
        self._hint.show_text(texts.search_lead(view), hide_empty=True)
        self._typed.show_text(view.typed.upper() + "▏")
        self._keyboard.show_words()
        self._erase.show_button(texts.erase())
        show_choices(self._cards, view.choices, _show_found)
        self._more.show_page(
            texts.first_page() if view.page == view.pages - 1 else texts.more_services(), view.page, view.pages
        )

    def _choose(self, name: str) -> None:
        self.chosen.emit(name.removeprefix("service-"))


def _show_found(button: OptionButton, choice: ServiceChoice) -> None:
    button.show_option(found(choice))
