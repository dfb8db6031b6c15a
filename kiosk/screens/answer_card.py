"""One of two equal answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from shared.domain.languages import both
from shared.ui import scale
from shared.ui.card_button import CardButton, Column
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_CHOICE, KIOSK_EXPLAIN

HEIGHT = 190
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AnswerCard(CardButton):
    """The answer, and what follows from it. Connect to `clicked`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.setObjectName(name)
        self._icon = Pictogram(84)
        self._icon.hide()
        self._answer = Label(KIOSK_CHOICE, tone="ink", wrap=True, lines=2)
        self._follows = Label(KIOSK_EXPLAIN, tone="soft", wrap=True)
        words = self._words = Column()
        words.addStretch()
        words.setSpacing(scale.px(10))
        words.addWidget(self._answer)
        words.addWidget(self._follows)
        words.addStretch()
        self._face = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._face.setContentsMargins(scale.px(34), scale.px(28), scale.px(34), scale.px(28))
        self._face.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        self._face.addLayout(words, 1)
        self.set_face(self._face)
        self.arrange(True)
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def arrange(self, portrait: bool) -> None:
        """In a landscape window the pictogram stands beside the words, and the card is low."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._face.setDirection(down if portrait else across)
        self._face.setSpacing(scale.px(10 if portrait else 34))
        self._words.setStretch(0, 0 if portrait else 1)
        self._words.setStretch(3, 1)
        self._icon_beside = not portrait
        self._align()

    def _align(self) -> None:
        beside = self._icon_beside and not self._icon.isHidden()
        self._answer.setAlignment(LEFT if beside else Qt.AlignmentFlag.AlignCenter)
        self._follows.setAlignment(LEFT if beside else Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def show_answer(self, answer: str, follows: str, icon: str = "") -> None:
        self._icon.show_icon(icon, colours().red)
        self._icon.setVisible(bool(icon))
        self._align()
        self._answer.show_text(answer)
        self._follows.show_text(follows)
        self.show_name(both(answer, " · "), both(follows, " · "))
