"""A round mark: preferential in a list, the line to the hub, the number of a stop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.ui import fonts, scale
from shared.ui.theme import colours
from shared.ui.tokens import HEAVY


class Dot(QWidget):
    """`size` in reference pixels. Colour alone says nothing: give it its meaning in words."""

    def __init__(self, size: float, tone: str = "blue", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._figure = ""
        self.setFixedSize(scale.px(size), scale.px(size))

    def show_dot(self, meaning: str, tone: str = "", figure: str = "") -> None:
        """`tone` is a colour of the palette; `figure` stands inside, white: the number of a stop."""
        self._tone = tone or self._tone
        self._figure = figure
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours(), self._tone)))
        painter.drawEllipse(QRectF(self.rect()))
        if self._figure:
            painter.setFont(fonts.exact(round(self.height() * 0.62), HEAVY))
            painter.setPen(QColor(colours().on_blue))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._figure)
