"""A question with two equal answers, asked about what was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.screens.answer_card import AnswerCard
from kiosk.screens.chosen import Chosen
from kiosk.screens.heading import Heading
from kiosk.screens.print_button import PrintButton
from kiosk.screens.screen import Screen, V, in_columns
from shared.ui import scale
from shared.ui.tokens import KIOSK_GAP

HIGHEST = 780
QWIDGETSIZE_MAX = 16_777_215


class YesOrNoScreen(Screen[V]):
    """`said`: whether it was yes. `print_asked`: the requirements are wanted on paper."""

    said = Signal(bool)
    print_asked = Signal()
    question_across = False
    """In a landscape window the question stands above both the answers and what they are about."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name`: of the question, for its answers."""
        super().__init__(parent)
        self._heading = Heading()
        self._yes = AnswerCard(f"{name}-yes")
        self._no = AnswerCard(f"{name}-no")
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self._chosen = Chosen()
        self._print = PrintButton()
        self._print.clicked.connect(self.print_asked)
        self._answers = QWidget()
        self._answer_grid = QGridLayout(self._answers)
        self._answer_grid.setContentsMargins(0, 0, 0, 0)
        self._answer_grid.setSpacing(scale.px(KIOSK_GAP))
        self._first: QWidget | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, scale.px(20))
        self._grid.setHorizontalSpacing(scale.px(48))

    def arrange(self, portrait: bool) -> None:
        """In a landscape window the answers stand at the right, one above the other."""
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._yes.arrange(portrait)
        self._no.arrange(portrait)
        in_columns(self._answer_grid, [self._yes, self._no], 2 if portrait else 1, fill=not portrait)
        if portrait:
            self._chosen.add_beside(self._print)
        else:
            self._answer_grid.addWidget(self._print, 2, 0, Qt.AlignmentFlag.AlignRight)
        self._answers.setMaximumHeight(QWIDGETSIZE_MAX if portrait else scale.px(HIGHEST))
        self._grid.setVerticalSpacing(scale.px(26))
        above = not portrait and self.question_across
        self._grid.addWidget(self._heading, 0, 0, 1, 2 if above else 1)
        if self._first:
            self._grid.addWidget(self._first, 1, 0)
        row, column, rows = (2, 0, 1) if portrait else (1, 1, 3) if above else (0, 1, 4)
        self._grid.addWidget(self._answers, row, column, rows, 1)
        self._grid.addWidget(self._chosen, 4 if portrait else 2, 0)
        self._grid.setRowStretch(3, 1)
        self._grid.setColumnStretch(0, 3 if self.question_across else 2)
        self._grid.setColumnStretch(1, 0 if portrait else 2)

    def _say_yes(self) -> None:
        self.said.emit(True)

    def _say_no(self) -> None:
        self.said.emit(False)
