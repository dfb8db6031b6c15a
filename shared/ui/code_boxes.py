"""A code of eight digits as it is typed: two groups of four, each digit in a box of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import fonts, scale
from shared.ui.theme import colours
from shared.ui.tokens import HEAVY

WIDTH, HEIGHT, GAP, BETWEEN, LINE, RADIUS = 62, 84, 8, 34, 3, 12
DIGITS = 8


class CodeBoxes(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code-boxes")
        self._typed = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_typed(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self.update()
        self.setAccessibleName(typed)

    def sizeHint(self) -> QSize:
        return QSize(scale.px(DIGITS * WIDTH + (DIGITS - 2) * GAP + BETWEEN + LINE), scale.px(HEIGHT + LINE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - self.sizeHint().width()) / 2
        painter.setFont(fonts.exact(scale.px(HEIGHT * 0.6), HEAVY))
        for index in range(DIGITS):
            x = left + scale.px(index * (WIDTH + GAP) + (BETWEEN - GAP if index >= DIGITS // 2 else 0))
            box = QRectF(x + scale.px(LINE) / 2, scale.px(LINE) / 2, scale.px(WIDTH), scale.px(HEIGHT))
            here = index == len(self._typed)
            painter.setPen(QPen(QColor(colours().blue if here else colours().line), scale.px(LINE)))
            painter.setBrush(QColor(colours().card))
            painter.drawRoundedRect(box, scale.px(RADIUS), scale.px(RADIUS))
            if index < len(self._typed):
                painter.setPen(QColor(colours().ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._typed[index])
