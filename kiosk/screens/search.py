"""Typing what one came for: letters below, what they find above."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.cards import show_choices
from kiosk.screens.heading import Heading
from kiosk.screens.keyboard import Keyboard
from kiosk.screens.page_button import PageButton
from kiosk.screens.screen import Screen, in_rows, keep_room
from kiosk.screens.service_card import ServiceCard
from kiosk.showing import FOUND_A_PAGE
from kiosk.views import SearchView
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_BACK, KIOSK_BUTTON, KIOSK_GAP, KIOSK_TOUCH

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
        self._space = self._key("letter-space", " ")
        self._erase = self._key("letter-erase", "")
        self._keyboard = Keyboard()
        self._keyboard.typed.connect(self.typed)
        self._cards = [ServiceCard() for _ in range(FOUND_A_PAGE)]
        self._more = PageButton("more-found")
        self._more.clicked.connect(self.more)
        self._found = QWidget()
        self._writing = QWidget()
        self._fill()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(KIOSK_GAP))
        self.arrange(True)

    def _key(self, name: str, key: str) -> BigButton:
        button = BigButton("", "quiet", kind=KIOSK_BACK)
        button.setObjectName(name)
        button.setFixedSize(scale.px(KEY), scale.px(KIOSK_TOUCH))
        button.clicked.connect(lambda: self.typed.emit(key))
        return button

    def _fill(self) -> None:
        field = Panel("panel")
        inside = QHBoxLayout(field)
        inside.setContentsMargins(scale.px(24), 0, scale.px(24), 0)
        inside.addWidget(self._typed)
        field.setFixedHeight(scale.px(KIOSK_TOUCH))
        line = QHBoxLayout()
        line.setSpacing(scale.px(KIOSK_GAP))
        line.addWidget(field, 1)
        line.addWidget(self._space)
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
            keep_room(card)
            card.chosen.connect(self.chosen)
        in_rows(cards, self._cards)
        column.addLayout(cards, 1)
        column.addWidget(self._more)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._grid.addWidget(self._heading, 0, 0, 1, 1 if portrait else 2)
        self._grid.addWidget(self._found, 1, 0 if portrait else 1)
        self._grid.addWidget(self._writing, 2 if portrait else 1, 0)
        self._grid.setRowStretch(1, 1)
        self._grid.setRowStretch(2, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)
        self._grid.setHorizontalSpacing(scale.px(48))

    def show_view(self, view: SearchView) -> None:
        self._heading.show_question(texts.search_question(), texts.search_lead(view), lines=1)
        self._typed.show_text(view.typed.upper() + "▏")
        self._space.show_button(texts.space())
        self._erase.show_button(texts.erase(), enabled=bool(view.typed))
        show_choices(self._cards, view.choices, ServiceCard.show_service)
        self._more.show_page(
            texts.first_page() if view.page == view.pages - 1 else texts.more_services(), view.page, view.pages
        )
