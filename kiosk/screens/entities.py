"""With which entity?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.cards import CardsScreen, show_choices
from kiosk.screens.screen import in_columns, keep_room, where_room
from kiosk.showing import ENTITIES_A_PAGE
from kiosk.views import EntitiesView, EntityChoice
from shared.ui import scale
from shared.ui.entity_card import EntityCard

HIGHEST = 520


class EntitiesScreen(CardsScreen[EntitiesView]):
    """Six cards of one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._a_page = ENTITIES_A_PAGE
        self._cards = [EntityCard() for _ in range(ENTITIES_A_PAGE)]
        super().__init__(self._cards, "more-entities", parent)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        super().arrange(portrait)
        self._column.setSpacing(scale.px(26))
        for card in self._cards:
            card.setMaximumHeight(scale.px(HIGHEST))
        self._place()

    def _place(self) -> None:
        in_columns(self._grid, self._cards[: self._a_page], 2 if self.portrait or self._a_page == 4 else 3, fill=True)

    def show_view(self, view: EntitiesView) -> None:
        known = any(choice.crowd.known for choice in view.choices) or not view.choices
        self._heading.show_question(
            texts.entities_question(view.purpose), where_room(texts.entities_lead(known=known), tight=not self.portrait)
        )
        if view.a_page != self._a_page:
            self._a_page = view.a_page
            for index, card in enumerate(self._cards):
                keep_room(card, index < view.a_page)
            self._place()
        show_choices(self._cards, view.choices, _show_entity)
        self.show_page(view.page, view.pages, texts.more_entities())


def _show_entity(card: EntityCard, choice: EntityChoice) -> None:
    badge, tone, wait = texts.crowd_words(choice.crowd)
    open_now = choice.crowd.is_open
    card.show_entity(
        choice.id, choice.icon, texts.name(choice.name), texts.name(choice.does), wait, badge, tone, open_now=open_now
    )
