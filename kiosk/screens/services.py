"""Which of the entity's services?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.page_button import PageButton
from kiosk.screens.screen import Screen, in_columns, in_rows, keep_room
from kiosk.screens.service_card import ServiceCard
from kiosk.showing import SERVICES_A_PAGE
from kiosk.views import ServicesView
from shared.ui import scale
from shared.ui.tokens import KIOSK_GAP

LANDSCAPE_COLUMNS = 3


class ServicesScreen(Screen[ServicesView]):
    """Five cards, and the rest behind one button at a place that does not move."""

    chosen = Signal(str)
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._cards = [ServiceCard() for _ in range(SERVICES_A_PAGE)]
        for card in self._cards:
            keep_room(card)
            card.chosen.connect(self.chosen)
        self._more = PageButton("more-services")
        self._more.clicked.connect(self.more)
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.px(KIOSK_GAP))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._grid, 1)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._column.setSpacing(scale.px(30 if portrait else 16))
        for card in self._cards:
            card.arrange(portrait)
        self._more.stand_beside_question(not portrait)
        if portrait:
            in_rows(self._grid, self._cards)
            self._column.addWidget(self._more)
        else:
            in_columns(self._grid, self._cards, LANDSCAPE_COLUMNS, fill=True)
            self._heading.add_beside(self._more)

    def show_view(self, view: ServicesView) -> None:
        self._heading.show_question(texts.services_question(), view.entity)
        for index, card in enumerate(self._cards):
            there = index < len(view.choices)
            card.setVisible(there)
            if there:
                card.show_service(view.choices[index])
        last = view.page == view.pages - 1
        self._more.show_page(texts.first_services() if last else texts.more_services(), view.page, view.pages)
