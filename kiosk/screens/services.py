"""Which of the entity's services?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.cards import CardsScreen, show_choices
from kiosk.screens.screen import in_columns, in_rows, keep_room
from kiosk.screens.service_card import ServiceCard
from kiosk.showing import SERVICES_A_PAGE
from kiosk.views import ServicesView
from shared.ui import scale


class ServicesScreen(CardsScreen[ServicesView]):
    """Four cards; in a portrait window each is as high as its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._a_page = SERVICES_A_PAGE
        self._cards = [ServiceCard() for _ in range(SERVICES_A_PAGE)]
        super().__init__(self._cards, "more-services", parent)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        super().arrange(portrait)
        self._column.setSpacing(scale.px(26))
        self._place()

    def _place(self) -> None:
        if self.portrait:
            in_rows(self._grid, self._cards)
        else:
            in_columns(self._grid, self._cards, 2 if self._a_page > 3 else 3, fill=True)

    def show_view(self, view: ServicesView) -> None:
        self._heading.show_question(texts.services_question(), texts.name(view.entity))
        if view.a_page != self._a_page:
            self._a_page = view.a_page
            for index, card in enumerate(self._cards):
                keep_room(card, index < view.a_page)
            self._place()
        show_choices(self._cards, view.choices, ServiceCard.show_service)
        self.show_page(view.page, view.pages, texts.more_services())
