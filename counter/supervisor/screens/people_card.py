"""Everybody who waits or is pending, longest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.screens.row_list import RowList
from counter.shown import Row
from counter.supervisor import texts
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel, Rule
from shared.ui.tokens import COUNTER_TEXT, COUNTER_TITLE


class PeopleCard(Panel):
    """`pressed` with `waiting-...` or `held-...`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._count = Label(COUNTER_TEXT, tone="soft", tabular=True)
        self._list = RowList(by_one=True)
        self._list.taken.connect(self.pressed)
        self._empty = Label(COUNTER_TEXT, texts.WAITING_EMPTY, tone="soft", wrap=True, align=Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(scale.px(18), scale.px(12), scale.px(18), 0)
        head = QHBoxLayout()
        head.setContentsMargins(scale.px(18), 0, scale.px(18), 0)
        head.addWidget(Label(COUNTER_TITLE, texts.WAITING, tone="ink"), 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.px(2), scale.px(10), scale.px(2), scale.px(8))
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(scale.px(8))
        column.addWidget(Rule(thickness=1))
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)

    def show_people(self, people: tuple[Row, ...]) -> None:
        self._count.show_text(str(len(people)))
        self._empty.setVisible(not people)
        self._list.show_rows(people)
