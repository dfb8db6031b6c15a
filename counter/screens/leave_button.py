"""The way out, on the dark bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import COUNTER_SMALL


class LeaveButton(CardButton):
    """The way out: words and the key that does the same."""

    def __init__(
        self, name: str, text: str, key: str = "", icon: str = "logout", parent: QWidget | None = None
    ) -> None:
        super().__init__("button", "dark", parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        face = Row()
        face.setContentsMargins(scale.px(10), scale.px(4), scale.px(10), scale.px(4))
        face.setSpacing(scale.px(8))
        face.addWidget(Pictogram(18, icon, colours().on_night_soft))
        face.addWidget(Label(COUNTER_SMALL, text, tone="on_night"))
        if key:
            face.addWidget(Label(COUNTER_SMALL, key, tone="on_night_soft"))
        self.set_face(face)
        self.show_name(text, key)
