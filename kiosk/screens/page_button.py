"""The way to the other pages: one button at a fixed place, never a scroll bar."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk import texts
from kiosk.screens.screen import keep_room
from shared.domain.languages import both
from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_BACK, KIOSK_TEXT, KIOSK_TOUCH

WIDTH = 520


class PageButton(CardButton):
    """What comes next at the left, the page at the right. Hidden when there is one page; its room stays."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("button", "soft", parent)
        self.setObjectName(name)
        self._words = Label(KIOSK_BACK, tone="blue", wrap=True, lines=2)
        self._page = Label(KIOSK_TEXT, tone="blue")
        self._icon = Pictogram(44)
        face = Row()
        face.setContentsMargins(scale.px(32), scale.px(8), scale.px(32), scale.px(8))
        face.setSpacing(scale.px(24))
        face.addWidget(self._icon)
        face.addWidget(self._words)
        face.addStretch()
        face.addWidget(self._page)
        self.set_face(face)
        self.setMinimumHeight(scale.px(KIOSK_TOUCH))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        keep_room(self)

    def stand_beside_question(self, beside: bool) -> None:
        """One width on every page; below the cards it is as wide as they are."""
        self.setMinimumWidth(scale.px(WIDTH) if beside else 0)

    def show_page(self, words: str, page: int, pages: int) -> None:
        last = page == pages - 1
        self._icon.show_icon("arrow-left" if last else "arrow-right", colours().blue)
        self._words.show_text(words)
        self._page.show_text(texts.page(page + 1, pages))
        self.setVisible(pages > 1)
        self.show_name(both(words, " · "), both(texts.page(page + 1, pages), " · "))
