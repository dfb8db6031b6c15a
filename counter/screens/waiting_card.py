"""Who waits for this counter, in the order of the call, and who was left pending."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter import texts
from counter.screens.row_list import RowList
from counter.shown import Row
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel, Rule
from shared.ui.tokens import COUNTER_STRONG, COUNTER_TEXT, COUNTER_TITLE

SIDE = 20
HELD_SHOWN = 3  # lines; the others by scrolling


class WaitingCard(Panel):
    """`pressed` with the name of a row: two clicks for who waits, one for who is pending."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.waiting = RowList()
        self._held = RowList(by_one=True)
        self._count = Label(COUNTER_TEXT, tone="soft", tabular=True)
        self._empty = _Words(texts.WAITING_EMPTY, 16)
        self._held_empty = _Words(texts.HELD_EMPTY, 2)
        self.waiting.taken.connect(self.pressed)
        self._held.taken.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.px(2), scale.px(2), scale.px(2), scale.px(8))
        column.setSpacing(0)
        column.addLayout(_head(Label(COUNTER_TITLE, texts.WAITING_HERE, tone="ink"), self._count))
        column.addWidget(Rule(thickness=1))
        column.addWidget(self._empty)
        column.addWidget(self.waiting, 1)
        column.addWidget(Rule(thickness=1))
        column.addLayout(_head(Label(COUNTER_STRONG, texts.HELD, tone="ink"), Label(COUNTER_TEXT, "T", tone="soft")))
        column.addWidget(self._held_empty)
        column.addWidget(self._held)

    def show_lists(self, waiting: tuple[Row, ...], held: tuple[Row, ...]) -> None:
        self._count.show_text(str(sum(bool(row.title) for row in waiting)))
        self._empty.setVisible(not waiting)
        self.waiting.show_rows(waiting)
        self._held_empty.setVisible(not held)
        self._held.setVisible(bool(held))
        self._held.show_rows(held)
        rows = min(HELD_SHOWN, len(held))
        if held:
            self._held.setFixedHeight(self._held.wanted_height() * rows // len(held))


class _Words(Label):
    """What will stand here."""

    def __init__(self, text: str, above: float) -> None:
        super().__init__(COUNTER_TEXT, text, tone="soft", wrap=True, align=Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(scale.px(SIDE), scale.px(above), scale.px(SIDE), scale.px(10))


def _head(*widgets: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(scale.px(SIDE), scale.px(14), scale.px(SIDE), scale.px(12))
    row.addWidget(widgets[0], 1)
    row.addWidget(widgets[1])
    return row
