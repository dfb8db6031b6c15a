"""A button of one line, with a key or without."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_SMALL, COUNTER_STRONG

HEIGHT = 34


class SmallButton(CardButton):
    def __init__(self, name: str = "", text: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("action", "quiet", parent)
        self.setObjectName(name)
        self._text = Label(COUNTER_STRONG, text, tone="ink")
        self._key = Label(COUNTER_SMALL, key, tone="soft")
        self._key.setVisible(bool(key))
        face = Row()
        face.setContentsMargins(scale.px(14), scale.px(3), scale.px(14), scale.px(3))
        face.setSpacing(scale.px(10))
        face.addStretch()
        face.addWidget(self._text)
        face.addWidget(self._key)
        face.addStretch()
        self.set_face(face)
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_name(text, key)

    def show_button(self, name: str, text: str, *, enabled: bool = True) -> None:
        self.setObjectName(name)
        self._text.show_text(text)
        self.setEnabled(enabled)
        self.show_name(text, self._key.text())
