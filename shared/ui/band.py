"""The stepped band, like the edge of an Andean weave: the only ornament, always the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.theme import colours

HEIGHT = 20
REPEAT = 60
# One repeat in reference pixels: left, top, width, height.
STEPS = ((0, 15, 60, 5), (10, 10, 40, 5), (20, 5, 20, 5))
EYE = (26, 10, 8, 5)


class WeaveBand(QWidget):
    """As wide as the screen, 20 reference pixels high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self.setFixedHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().red))
        repeats = int(self.width() / (REPEAT * scale.factor())) + 1
        for n in range(repeats):
            for step in STEPS:
                painter.fillRect(_cell(n, step), QColor(colours().red_deep))
            painter.fillRect(_cell(n, EYE), QColor(colours().gold))


def _cell(repeat: int, part: tuple[int, int, int, int]) -> QRect:
    """Edges are rounded, not sizes, so that neighbours always meet."""
    left, top, width, height = part
    factor = scale.factor()
    x0, x1 = round((repeat * REPEAT + left) * factor), round((repeat * REPEAT + left + width) * factor)
    y0, y1 = round(top * factor), round((top + height) * factor)
    return QRect(x0, y0, x1 - x0, y1 - y0)
