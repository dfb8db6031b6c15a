"""A counter of the hall: its number, who sits there, what it is doing and for how long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter.screens.elided import Elided
from counter.supervisor.shown import Cell
from shared.ui import scale, theme
from shared.ui.card_button import CardButton
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_SMALL, COUNTER_STRONG, COUNTER_TITLE

HEIGHT = 48
WORDS = {"closed": "closed", "paused": "gold_deep", "called": "blue", "free": "green", "over": "red", "serving": "ink"}


class CounterCell(CardButton):
    """`chosen` with its name. The colour says nothing that the words do not."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cell", parent=parent)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._number = Label(COUNTER_TITLE, tone="ink", tabular=True)
        self._state = Label(COUNTER_STRONG, align=right)
        self._person = Elided(COUNTER_SMALL, tone="soft")
        self._time = Label(COUNTER_SMALL, tone="soft", tabular=True, align=right)
        face = QVBoxLayout()
        face.setContentsMargins(scale.px(8), scale.px(1), scale.px(8), scale.px(2))
        face.setSpacing(0)
        face.addLayout(_line(self._number, self._state))
        face.addLayout(_line(self._person, self._time))
        self.set_face(face)
        self.setFixedHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def show_cell(self, cell: Cell) -> None:
        self.setObjectName(cell.name)
        self._number.show_text(cell.number)
        self._state.show_text(cell.state)
        self._state.show_tone(WORDS[cell.tone])
        self._person.show_text(cell.person)
        self._time.show_text(cell.time)
        self._time.show_tone("red" if cell.tone == "over" else "soft")
        theme.mark(self, "tone", cell.tone)
        self.show_name(", ".join(part for part in (cell.number, cell.state, cell.time, cell.person) if part))

    def _choose(self) -> None:
        self.chosen.emit(self.objectName())


def _line(left: Label, right: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scale.px(4))
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
