"""A queue against its limit, as a line of a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.screens.elided import Elided
from counter.supervisor import texts
from counter.supervisor.shown import QueueLine
from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_SMALL, COUNTER_STRONG

HEIGHT = 34
WIDTHS = (58, 112, 66)  # waiting, longest against limit, counters
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class QueueRow(CardButton):
    """`chosen` with its name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("row", parent=parent)
        self._title = Elided(COUNTER_SMALL, tone="ink")
        self._figures = [Label(COUNTER_SMALL, tone="ink", tabular=True, align=RIGHT) for _ in WIDTHS]
        self._prefix = Label(COUNTER_STRONG, tone="ink")
        self._prefix.setFixedWidth(scale.px(32))
        self.set_face(line(self._prefix, self._title, self._figures))
        self.setFixedHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def show_queue(self, queue: QueueLine) -> None:
        self.setObjectName(queue.name)
        self._prefix.show_text(queue.prefix)
        self._title.show_text(queue.title)
        words = (queue.waiting, queue.longest, queue.counters)
        troubled = {"over": (1,), "alone": (0, 2), "": ()}[queue.tone]
        for index, (label, text) in enumerate(zip(self._figures, words, strict=True)):
            label.show_text(text)
            label.show_tone("red" if index in troubled else "ink")
            label.show_kind(COUNTER_STRONG if index in troubled else COUNTER_SMALL, tabular=True)
        heads = zip(texts.QUEUE_HEAD[1:], words, strict=True)
        self.show_name(f"{queue.title}: " + ", ".join(f"{head.lower()} {word}" for head, word in heads))

    def _choose(self) -> None:
        self.chosen.emit(self.objectName())


def line(prefix: Label, title: Label, figures: list[Label]) -> Row:
    """The columns of the table: the same for its head and its rows."""
    row = Row()
    row.setContentsMargins(scale.px(18), 0, scale.px(18), 0)
    row.setSpacing(0)
    row.addWidget(prefix)
    row.addWidget(title, 1)
    for width, figure in zip(WIDTHS, figures, strict=True):
        figure.setFixedWidth(scale.px(width))
        row.addWidget(figure)
    return row
