"""The one message of the board."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.layout import Layout
from display_board.screens.words import Words
from shared.ui import theme

NOTICE_LARGEST_PX, NOTICE_PX, NOTICE_SMALLEST_PX = 56, 36, 24
PAD, PAD_LEAST = 28, 10
RADIUS = 20


class Notice(QWidget):
    """White on blue; long messages in smaller letters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._radius = RADIUS
        self._words = Words(self, "on_blue", wrap=True, name="notice")

    def show_words(self, text: str) -> None:
        self._words.show_words(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._words.text()

    def needs(self, layout: Layout, width: int, most: int) -> int:
        """The height for this width, in the largest letters for which it is at most `most`."""
        pad = layout.px(PAD)
        needed = 0
        for units in range(NOTICE_PX, NOTICE_SMALLEST_PX - 1, -2):
            self._words.show_px(layout.px(units))
            needed = self._words.heightForWidth(width - 2 * pad) + 2 * layout.px(PAD_LEAST)
            if needed <= most:
                break
        return needed

    def fit(self, layout: Layout, width: int, height: int) -> None:
        """In the largest letters that fill a box of this size, for one that has nothing else to hold."""
        pad = layout.px(PAD)
        for units in range(NOTICE_LARGEST_PX, NOTICE_SMALLEST_PX - 1, -2):
            self._words.show_px(layout.px(units))
            if self._words.heightForWidth(width - 2 * pad) + 2 * layout.px(PAD_LEAST) <= height:
                break

    def lay_out(self, layout: Layout, x: int, y: int, width: int, height: int) -> None:
        self._radius, pad = layout.px(RADIUS), layout.px(PAD)
        self.setGeometry(x, y, width, height)
        self._words.setGeometry(pad, 0, width - 2 * pad, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().blue))
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
