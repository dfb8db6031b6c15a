"""How much of a PIN is typed: a filled dot for each digit, never the digit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.theme import colours

SIZE, GAP, LINE = 20, 18, 2


class PinDots(QWidget):
    """`length` rings, of which those typed are filled."""

    def __init__(self, length: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin-dots")
        self._length, self._typed = length, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_typed(self, typed: int, meaning: str) -> None:
        """`meaning`: what a screen reader says."""
        if typed != self._typed:
            self._typed = typed
            self.update()
        self.setAccessibleName(meaning)

    def sizeHint(self) -> QSize:
        return QSize(scale.px(SIZE * self._length + GAP * (self._length - 1)), scale.px(SIZE + 2 * LINE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, step = scale.px(SIZE) / 2, scale.px(SIZE + GAP)
        left = (self.width() - step * (self._length - 1)) / 2
        for index in range(self._length):
            filled = index < self._typed
            painter.setPen(QPen(QColor(colours().blue if filled else colours().ink_soft), scale.px(LINE)))
            painter.setBrush(QColor(colours().blue if filled else colours().card))
            painter.drawEllipse(QPointF(left + step * index, self.height() / 2), radius, radius)
