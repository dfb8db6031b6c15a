"""A question that is answered with one of several cards, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.page_button import PageButton
from kiosk.screens.screen import Screen, V, keep_room
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_GAP, KIOSK_STRONG

SEARCH_WIDTH = 160

Card = TypeVar("Card", bound=QWidget)
Choice = TypeVar("Choice")


class CardsScreen(Screen[V]):
    """The cards of a page, and the rest behind one button at a place that does not move."""

    chosen = Signal(str)
    more = Signal()
    search = Signal()

    def __init__(self, cards: Sequence[Any], more: str, parent: QWidget | None = None) -> None:
        """`cards` are widgets that tell by `chosen` which they are. `more`: the name of the button."""
        super().__init__(parent)
        for card in cards:
            keep_room(card)
            card.chosen.connect(self.chosen)
        self._heading = Heading()
        self._more = PageButton(more)
        self._more.clicked.connect(self.more)
        self._search = BigButton("", "quiet", kind=KIOSK_STRONG, above=True)
        self._search.setObjectName("search")
        self._search.setFixedWidth(scale.px(SEARCH_WIDTH))
        self._search.clicked.connect(self.search)
        self._last = QHBoxLayout()
        self._last.setSpacing(scale.px(KIOSK_GAP))
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.px(KIOSK_GAP))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._grid, 1)
        self._column.addLayout(self._last)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._more.stand_beside_question(not portrait)
        if portrait:
            self._last.addWidget(self._search)
            self._last.addWidget(self._more, 1)
        else:
            self._heading.add_beside(self._search)
            self._heading.add_beside(self._more)

    def show_page(self, page: int, pages: int, more: str) -> None:
        """`more`: the words for the pages that follow."""
        self._search.show_button(texts.search(), "search")
        last = page == pages - 1
        self._more.show_page(texts.first_page() if last else more, page, pages)


def show_choices(cards: Sequence[Card], choices: Sequence[Choice], show: Callable[[Card, Choice], object]) -> None:
    """One card for each choice; the cards left over keep their room."""
    for index, card in enumerate(cards):
        there = index < len(choices)
        card.setVisible(there)
        if there:
            show(card, choices[index])
