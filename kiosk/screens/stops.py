"""The places a ticket leads to, in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.views import StopLine
from shared.ui import fonts, scale
from shared.ui.label import Label
from shared.ui.panel import Rule
from shared.ui.theme import colours
from shared.ui.tokens import HEAVY, KIOSK_EXPLAIN, Type

MARK = 52
MARK_TEXT = Type(32, HEAVY)


class Stops(QWidget):
    """A numbered line for each; nothing where there is only one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[_StopRow] = []

    def show_stops(self, stops: Sequence[StopLine]) -> None:
        while len(self._rows) < len(stops):
            row = _StopRow(len(self._rows) + 1)
            self._rows.append(row)
            self._column.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(stops))
            if index < len(stops):
                row.show_words(texts.stop(stops[index]))
        self.setVisible(len(stops) > 1)


class _StopRow(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._words = Label(KIOSK_EXPLAIN, tone="ink", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, scale.px(14), 0, scale.px(14))
        row.setSpacing(scale.px(20))
        row.addWidget(_Mark(number))
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)

    def show_words(self, words: str) -> None:
        self._words.show_text(words)


class _Mark(QWidget):
    """The number of a stop in a blue disc."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(scale.px(MARK), scale.px(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().blue))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(colours().on_blue))
        painter.setFont(fonts.font(MARK_TEXT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
