"""Does preferential attention apply?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.answer_card import AnswerCard
from kiosk.screens.chosen import Chosen
from kiosk.screens.groups import Groups
from kiosk.screens.heading import Heading
from kiosk.screens.screen import Screen, in_columns
from kiosk.views import PreferenceView
from shared.ui import scale
from shared.ui.tokens import KIOSK_GAP


class PreferenceScreen(Screen[PreferenceView]):
    """One question, four pictograms together, two equal answers. Nobody is asked which of the four."""

    said = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._groups = Groups()
        self._yes = AnswerCard("preferential-yes")
        self._no = AnswerCard("preferential-no")
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self._chosen = Chosen()
        answers = QGridLayout()
        answers.setSpacing(scale.px(KIOSK_GAP))
        in_columns(answers, [self._yes, self._no], 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scale.px(20))
        self._column.addWidget(self._heading)
        self._column.addWidget(self._groups)
        self._column.addLayout(answers)
        self._column.addStretch()
        self._column.addWidget(self._chosen)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._groups.arrange(portrait)
        self._column.setSpacing(scale.px(36 if portrait else 26))

    def show_view(self, view: PreferenceView) -> None:
        self._heading.show_question(texts.preference_question(), texts.preference_lead())
        self._groups.show_groups(texts.preference_groups())
        self._yes.show_answer(texts.preference_yes(), texts.preference_yes_explained())
        self._no.show_answer(texts.preference_no(), texts.preference_no_explained())
        self._chosen.show_chosen(view.service)

    def _say_yes(self) -> None:
        self.said.emit(True)

    def _say_no(self) -> None:
        self.said.emit(False)
