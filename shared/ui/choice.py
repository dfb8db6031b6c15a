"""A choice at the kiosk: pictogram, what it is, what it holds, an arrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.domain.languages import both
from shared.ui import scale
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_CHOICE, KIOSK_EXPLAIN, Type

HEIGHT = 176


class ChoiceCard(CardButton):
    """Full-width card; emits `chosen` with its key."""

    chosen = Signal(str)

    def __init__(self, key: str = "", *, title: Type = KIOSK_CHOICE, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.key = key
        self.setObjectName(f"choice-{key}")
        self._icon = Pictogram(88)
        self._title = Label(title, wrap=True, lines=1)
        self._explanation = Label(KIOSK_EXPLAIN, tone="soft", wrap=True)
        self._arrow = Pictogram(48, "arrow-right", colours().ink_soft)
        self.set_face(self._face())
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)

    def _face(self) -> Row:
        words = Column()
        words.setSpacing(scale.px(2))
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._explanation)
        words.addStretch()
        face = Row()
        face.setContentsMargins(scale.px(46), scale.px(18), scale.px(44), scale.px(18))
        face.setSpacing(scale.px(20))
        face.addWidget(self._icon)
        face.addSpacing(scale.px(23))
        face.addLayout(words, 1)
        face.addWidget(self._arrow)
        return face

    def show_choice(self, icon: str, title: str, explanation: str = "", *, enabled: bool = True) -> None:
        """A choice that cannot be taken stays, grey; its explanation says why or until when."""
        self._icon.show_icon(icon, colours().red if enabled else colours().closed_ink)
        self._icon.setVisible(bool(icon))
        self._title.show_text(title)
        self._explanation.show_text(explanation, hide_empty=True)
        self._arrow.setVisible(enabled)
        self.setEnabled(enabled)
        self.show_name(both(title, " · "), both(explanation, " · "))

    def show_key(self, key: str) -> None:
        """Another key, for cards that are built once and show one page after another."""
        self.key = key
        self.setObjectName(f"choice-{key}")

    def _choose(self) -> None:
        self.chosen.emit(self.key)
