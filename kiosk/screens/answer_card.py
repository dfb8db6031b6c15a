"""One of two equal answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Column
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_CHOICE, KIOSK_EXPLAIN

HEIGHT = 190


class AnswerCard(CardButton):
    """The answer, and what follows from it. Connect to `clicked`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.setObjectName(name)
        centre = Qt.AlignmentFlag.AlignCenter
        self._icon = Pictogram(84)
        self._icon.hide()
        self._answer = Label(KIOSK_CHOICE, tone="ink", align=centre)
        self._follows = Label(
            KIOSK_EXPLAIN, tone="soft", wrap=True, align=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        )
        face = Column()
        face.setContentsMargins(scale.px(34), scale.px(30), scale.px(34), scale.px(30))
        face.setSpacing(scale.px(10))
        face.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        face.addWidget(self._answer)
        face.addWidget(self._follows)
        face.addStretch()
        self.set_face(face)
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_answer(self, answer: str, follows: str, icon: str = "") -> None:
        self._icon.show_icon(icon, colours().red)
        self._icon.setVisible(bool(icon))
        self._answer.show_text(answer)
        self._follows.show_text(follows)
        self.show_name(answer, follows)
