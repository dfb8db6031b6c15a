"""Is the fee paid already?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.answer_card import AnswerCard
from kiosk.screens.chosen import Chosen
from kiosk.screens.heading import Heading
from kiosk.screens.screen import Screen, in_columns
from kiosk.views import PaidView
from shared.ui import scale
from shared.ui.tokens import KIOSK_GAP


class PaidScreen(Screen[PaidView]):
    """Two equal answers; each says where one is called first."""

    said = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._yes = AnswerCard("paid-yes")
        self._no = AnswerCard("paid-no")
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self._chosen = Chosen()
        answers = QGridLayout()
        answers.setSpacing(scale.px(KIOSK_GAP))
        in_columns(answers, [self._yes, self._no], 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scale.px(20))
        column.setSpacing(scale.px(44))
        column.addWidget(self._heading)
        column.addLayout(answers)
        column.addStretch()
        column.addWidget(self._chosen)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)

    def show_view(self, view: PaidView) -> None:
        service = view.service
        self._heading.show_question(texts.paid_question(), texts.paid_lead(service))
        self._yes.show_answer(texts.paid_yes(), texts.paid_yes_explained(service), "receipt")
        self._no.show_answer(texts.paid_no(), texts.paid_no_explained(service), "cash")
        self._chosen.show_chosen(service)

    def _say_yes(self) -> None:
        self.said.emit(True)

    def _say_no(self) -> None:
        self.said.emit(False)
