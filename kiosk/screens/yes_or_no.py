"""A question with two equal answers, asked about what was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.screens.answer_card import AnswerCard
from kiosk.screens.chosen import Chosen
from kiosk.screens.heading import Heading
from kiosk.screens.screen import Screen, V, in_columns
from shared.ui import scale
from shared.ui.tokens import KIOSK_GAP


class YesOrNoScreen(Screen[V]):
    """`said`: whether it was yes."""

    said = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: of the question, for its answers."""
        super().__init__(parent)
        self._heading = Heading()
        self._yes = AnswerCard(f"{name}-yes")
        self._no = AnswerCard(f"{name}-no")
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self._chosen = Chosen()
        answers = QGridLayout()
        answers.setSpacing(scale.px(KIOSK_GAP))
        in_columns(answers, [self._yes, self._no], 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scale.px(20))
        self._column.addWidget(self._heading)
        self._column.addLayout(answers)
        self._column.addStretch()
        self._column.addWidget(self._chosen)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)

    def _say_yes(self) -> None:
        self.said.emit(True)

    def _say_no(self) -> None:
        self.said.emit(False)
