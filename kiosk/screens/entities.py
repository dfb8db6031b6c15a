"""With which entity?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.cards import CardsScreen, show_choices
from kiosk.screens.screen import in_columns
from kiosk.showing import ENTITIES_A_PAGE
from kiosk.views import Crowd, EntitiesView, EntityChoice
from shared.ui import scale
from shared.ui.entity_card import EntityCard

PORTRAIT_HEIGHT, LANDSCAPE_HEIGHT = 280, 318
LONG_WAIT = 15
"""Minutes from which a wait is shown as long."""


class EntitiesScreen(CardsScreen[EntitiesView]):
    """Eight cards of one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cards = [EntityCard() for _ in range(ENTITIES_A_PAGE)]
        super().__init__(self._cards, "more-entities", parent)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        super().arrange(portrait)
        self._column.setSpacing(scale.px(24 if portrait else 16))
        for card in self._cards:
            card.setFixedHeight(scale.px(PORTRAIT_HEIGHT if portrait else LANDSCAPE_HEIGHT))
        columns = 2 if portrait else 4
        in_columns(self._grid, self._cards, columns)
        self._grid.setRowStretch(ENTITIES_A_PAGE // columns, 1)  # the free room below the last

    def show_view(self, view: EntitiesView) -> None:
        known = any(choice.crowd.known for choice in view.choices) or not view.choices
        self._heading.show_question(texts.entities_question(view.purpose), texts.entities_lead(known=known))
        show_choices(self._cards, view.choices, _show_entity)
        self.show_page(view.page, view.pages, texts.more_entities())


def _show_entity(card: EntityCard, choice: EntityChoice) -> None:
    badge, tone, wait = crowd_words(choice.crowd)
    open_now = choice.crowd.is_open
    card.show_entity(choice.id, choice.icon, choice.name, choice.does, wait, badge, tone, open_now=open_now)


def crowd_words(crowd: Crowd) -> tuple[str, str, str]:
    """Badge, its tone, and the line that says how long or until when."""
    if not crowd.is_open:
        return texts.shut(crowd), "neutral", texts.until_when(crowd)
    if not crowd.known:
        return texts.provisional_badge(), "gold", texts.wait_unknown()
    long = crowd.wait is None or crowd.wait[0] >= LONG_WAIT
    words = texts.wait(crowd.wait, crowd.serves_from, crowd.interrupted)
    return texts.waiting(crowd.waiting), "gold" if long else "green", words
