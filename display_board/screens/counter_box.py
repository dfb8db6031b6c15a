"""The dark box of the newest call's counter, so that number and counter are never read as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board import texts
from display_board.layout import CAPTION, CAPTION_BLOCK, COUNTER_PAD, EDGE, SLACK, Layout
from display_board.screens.capitals import Capitals
from display_board.screens.words import CENTRE, LEFT, Words
from shared.ui import theme
from shared.ui.tokens import STRONG

RADIUS = 20


class CounterBox(QWidget):
    """*Módulo* and the counter's number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._radius = RADIUS
        self._top = 0
        self._caption = Words(self, "gold", texts.MODULE, weight=STRONG)
        self.number = Capitals(self, theme.colours().on_night, Qt.AlignmentFlag.AlignHCenter, name="newest-counter")

    def lay_out(self, layout: Layout) -> None:
        self.setGeometry(*layout.counter)
        self._radius = layout.px(RADIUS)
        self._caption.show_px(layout.px(CAPTION))
        self.number.show_capitals(layout.newest_capitals)
        width, height, pad = self.width(), self.height(), layout.px(COUNTER_PAD)
        if layout.stacked:
            self._caption.setAlignment(LEFT)
            self._caption.setGeometry(pad, 0, width // 2, height)
            left = self._caption.sizeHint().width() + 2 * pad
            self.number.setGeometry(left, 0, width - 2 * left, height)
        else:
            edge, slack, top = layout.px(EDGE), layout.px(SLACK), layout.px(CAPTION_BLOCK)
            self._caption.setAlignment(CENTRE)
            self._caption.setGeometry(0, 0, width, top - edge)
            self.number.setGeometry(pad, layout.number.y - edge, width - 2 * pad, layout.newest_capitals + 2 * slack)
        self._top = self.number.y()

    def stand(self, drop: int) -> None:
        """Put the number this many pixels below its place."""
        self.number.move(self.number.x(), self._top + drop)

    def show_counter(self, counter: int) -> None:
        self.number.show_number(str(counter), texts.module(counter))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().on_gold))
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
