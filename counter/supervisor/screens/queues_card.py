"""Queues against their limits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counter.supervisor import texts
from counter.supervisor.screens.queue_row import RIGHT, QueueRow, line
from counter.supervisor.shown import QueueLine
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel, Rule
from shared.ui.tokens import COUNTER_SMALL, COUNTER_TITLE


class QueuesCard(Panel):
    """`pressed` with `queue-PJ`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._rows: list[QueueRow] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        first, *figures = texts.QUEUE_HEAD
        title = Label(COUNTER_TITLE, texts.QUEUES, tone="ink")
        heads = [Label(COUNTER_SMALL, text, tone="soft", align=RIGHT) for text in figures]
        title.setAccessibleName(first)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.px(2), scale.px(10), scale.px(2), scale.px(8))
        column.setSpacing(0)
        column.addLayout(line(title, Label(COUNTER_SMALL), heads))
        column.addSpacing(scale.px(8))
        column.addWidget(Rule(thickness=1))
        column.addWidget(scroll, 1)

    def show_queues(self, queues: tuple[QueueLine, ...]) -> None:
        while len(self._rows) < len(queues):
            row = QueueRow()
            row.chosen.connect(self.pressed)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for index, widget in enumerate(self._rows):
            widget.setVisible(index < len(queues))
            if index < len(queues):
                widget.show_queue(queues[index])
