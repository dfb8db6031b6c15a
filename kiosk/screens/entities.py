"""With which entity?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.page_button import PageButton
from kiosk.screens.screen import Screen, in_columns, keep_room
from kiosk.showing import ENTITIES_A_PAGE
from kiosk.views import Crowd, EntitiesView, EntityChoice
from shared.ui import scale
from shared.ui.entity_card import EntityCard
from shared.ui.tokens import KIOSK_GAP

PORTRAIT_HEIGHT, LANDSCAPE_HEIGHT = 280, 318
LONG_WAIT = 15
"""Minutes from which a wait is shown as long."""


class EntitiesScreen(Screen[EntitiesView]):
    """Eight cards, and the rest behind one button at a place that does not move."""

    chosen = Signal(str)
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._cards = [EntityCard() for _ in range(ENTITIES_A_PAGE)]
        for card in self._cards:
            keep_room(card)
            card.chosen.connect(self.chosen)
        self._more = PageButton("more-entities")
        self._more.clicked.connect(self.more)
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.px(KIOSK_GAP))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._grid)
        self._column.addStretch()
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._column.setSpacing(scale.px(24 if portrait else 16))
        in_columns(self._grid, self._cards, 2 if portrait else 4)
        for card in self._cards:
            card.setFixedHeight(scale.px(PORTRAIT_HEIGHT if portrait else LANDSCAPE_HEIGHT))
        self._more.stand_beside_question(not portrait)
        if portrait:
            self._column.addWidget(self._more)
        else:
            self._heading.add_beside(self._more)

    def show_view(self, view: EntitiesView) -> None:
        self._heading.show_question(texts.entities_question(view.purpose), texts.entities_lead())
        for index, card in enumerate(self._cards):
            there = index < len(view.choices)
            card.setVisible(there)
            if there:
                _show_entity(card, view.choices[index])
        last = view.page == view.pages - 1
        self._more.show_page(texts.first_entities() if last else texts.more_entities(), view.page, view.pages)


def _show_entity(card: EntityCard, choice: EntityChoice) -> None:
    badge, tone, wait = crowd_words(choice.crowd)
    open_now = choice.crowd.is_open
    card.show_entity(choice.id, choice.icon, choice.name, choice.does, wait, badge, tone, open_now=open_now)


def crowd_words(crowd: Crowd) -> tuple[str, str, str]:
    """Badge, its tone, and the line that says how long or until when."""
    if not crowd.is_open:
        return texts.shut(crowd), "neutral", texts.until_when(crowd)
    long = crowd.wait is None or crowd.wait[0] >= LONG_WAIT
    return texts.waiting(crowd.waiting), "gold" if long else "green", texts.wait(crowd.wait)
