"""Who is signed in, on the dark bar: pressing it offers what one can do for oneself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import COUNTER_TEXT


class PersonButton(CardButton):
    """Named `me`. Hidden while nobody is there."""

    def __init__(self, meaning: str, parent: QWidget | None = None) -> None:
        """`meaning`: what a screen reader says of it beside the name."""
        super().__init__("button", "dark", parent)
        self.setObjectName("me")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._meaning = meaning
        self._name = Label(COUNTER_TEXT, tone="on_night")
        face = Row()
        face.setContentsMargins(scale.px(10), scale.px(4), scale.px(10), scale.px(4))
        face.setSpacing(scale.px(8))
        face.addWidget(Pictogram(18, "user", colours().on_night_soft))
        face.addWidget(self._name)
        self.set_face(face)

    def show_person(self, name: str) -> None:
        self._name.show_text(name)
        self.setVisible(bool(name))
        self.show_name(name, self._meaning)
