"""A number of the board: drawn by the height of its capitals, which stand exactly in the middle of it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from display_board.layout import WORD_GAP
from shared.ui import fonts
from shared.ui.sight import CAPITAL
from shared.ui.tokens import HEAVY


class Capitals(QLabel):
    """Shows "PJ 047" so large; what is wider than its room is drawn smaller, never cut."""

    def __init__(
        self, parent: QWidget, colour: str, align: Qt.AlignmentFlag, *, name: str = "", tabular: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._colour, self._align, self._tabular = colour, align, tabular
        self._wanted = 1
        self._font = QFont()
        self._at = QPointF()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_capitals(self, pixels: int) -> None:
        self._wanted = max(1, pixels)
        self._place()

    def show_number(self, text: str, spoken: str = "") -> None:
        self.setAccessibleName(spoken or text)
        if text != self.text():
            self.setText(text)
            self._place()

    def capitals(self) -> float:
        """The height of the capitals as drawn."""
        return QFontMetricsF(self._font).capHeight()

    def letters(self) -> int:
        """The height of the font as drawn."""
        return self._font.pixelSize()

    def ink(self) -> QRectF:
        """Where the text is, inside this widget."""
        return QFontMetricsF(self._font).tightBoundingRect(self.text()).translated(self._at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(QColor(self._colour))
        painter.drawText(self._at, self.text())

    def _place(self) -> None:
        self._font = self._sized(ceil(self._wanted / CAPITAL))
        ink = QFontMetricsF(self._font).tightBoundingRect(self.text())
        if ink.width() > self.width() > 0:
            self._font = self._sized(self._font.pixelSize() * self.width() / ink.width())
            ink = QFontMetricsF(self._font).tightBoundingRect(self.text())
        left = 0.0
        if self._align & Qt.AlignmentFlag.AlignRight:
            left = self.width() - ink.width()
        elif self._align & Qt.AlignmentFlag.AlignHCenter:
            left = (self.width() - ink.width()) / 2
        baseline = (self.height() + QFontMetricsF(self._font).capHeight()) / 2
        self._at = QPointF(left - ink.left(), baseline)
        self.update()

    def _sized(self, pixels: float) -> QFont:
        font = fonts.exact(int(pixels), HEAVY, tabular=self._tabular)
        font.setWordSpacing(WORD_GAP * font.pixelSize())
        return font
