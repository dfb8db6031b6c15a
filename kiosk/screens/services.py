"""Which of the entity's services?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.screens.cards import CardsScreen, show_choices
from kiosk.screens.screen import in_columns, in_rows
from kiosk.screens.service_card import ServiceCard
from kiosk.showing import SERVICES_A_PAGE
from kiosk.views import ServicesView
from shared.ui import scale

LANDSCAPE_COLUMNS = 3


class ServicesScreen(CardsScreen[ServicesView]):
    """Five cards; in a portrait window each is as high as its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cards = [ServiceCard() for _ in range(SERVICES_A_PAGE)]
        super().__init__(self._cards, "more-services", parent)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        super().arrange(portrait)
        self._column.setSpacing(scale.px(30 if portrait else 16))
        for card in self._cards:
            card.arrange(portrait)
        if portrait:
            in_rows(self._grid, self._cards)
        else:
            in_columns(self._grid, self._cards, LANDSCAPE_COLUMNS, fill=True)

    def show_view(self, view: ServicesView) -> None:
        self._heading.show_question(texts.services_question(), texts.name(view.entity))
        show_choices(self._cards, view.choices, ServiceCard.show_service)
        self.show_page(view.page, view.pages, texts.more_services())
