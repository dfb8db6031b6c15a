"""How much of a limit has gone by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.theme import colours

HEIGHT = 8


class LimitBar(QWidget):
    """Green, gold near the limit, red beyond it; words beside it say the same."""

    NEAR = 0.8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, spoken: str = "") -> None:
        """`share` of the limit, 1 is all of it, more is beyond it; `spoken` is what a screen reader says."""
        self.setAccessibleName(spoken)
        if share != self._share:
            self._share = share
            self.update()

    def tone(self) -> str:
        if self._share > 1:
            return "red"
        return "gold_deep" if self._share > self.NEAR else "green"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_end = self.height() / 2
        painter.setBrush(QColor(colours().track))
        painter.drawRoundedRect(QRectF(self.rect()), round_end, round_end)
        filled = min(1.0, max(0.0, self._share)) * self.width()
        if filled > 0:
            painter.setBrush(QColor(getattr(colours(), self.tone())))
            painter.drawRoundedRect(QRectF(0, 0, max(filled, self.height()), self.height()), round_end, round_end)
