"""One line that is as large as its box allows: ticket numbers, counters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import fonts, scale
from shared.ui.theme import colours
from shared.ui.tokens import Type

MEASURE_PX = 1000


class FitText(QWidget):
    """Never cut short and never elided; between `least` and the size of `kind`, both in reference pixels.

    Height counts capitals only (codes have no descenders), so that the middle of the figures is the middle of the
    box. `tone` is a colour of the palette. `reserve` is a text whose room is always kept: the size then stays the
    same from one number to the next.
    """

    def __init__(
        self,
        kind: Type,
        *,
        least: float = 30,
        tone: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        reserve: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._least = scale.px(least)
        self._tone = tone
        self._align = align
        self._reserve = reserve
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def show_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.update()

    def show_kind(self, kind: Type) -> None:
        """Another largest size: the board computes its own from the viewing distance."""
        if kind != self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def fitted_px(self) -> int:
        """The height of the font now, in pixels."""
        largest = scale.px(self._kind.px)
        by_width = self.width() / max(1e-6, self._width_per_px())
        by_height = self.height() / self._capitals_per_px()
        return max(min(self._least, largest), min(largest, int(by_width), int(by_height)))

    def letters(self) -> int:
        """The height of its letters now, as a Label tells it."""
        return self.fitted_px()

    def sizeHint(self) -> QSize:
        return self._room(scale.px(self._kind.px))

    def minimumSizeHint(self) -> QSize:
        return self._room(min(self._least, scale.px(self._kind.px)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        font = fonts.exact(self.fitted_px(), self._kind.weight)
        painter.setFont(font)
        painter.setPen(QColor(getattr(colours(), self._tone)))
        metrics = QFontMetricsF(font)
        spare = self.width() - metrics.horizontalAdvance(self._text)
        left = spare if self._align & Qt.AlignmentFlag.AlignRight else 0.0
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            left = spare / 2
        painter.drawText(QPointF(left, (self.height() + metrics.capHeight()) / 2), self._text)

    def _room(self, pixels: int) -> QSize:
        # A few pixels above and below: round letters stand out over the line of the capitals.
        height = pixels * self._capitals_per_px() + max(2, pixels * 0.04)
        return QSize(int(pixels * self._width_per_px()) + 1, int(height) + 1)

    def _width_per_px(self) -> float:
        metrics = QFontMetricsF(fonts.exact(MEASURE_PX, self._kind.weight))
        return max(metrics.horizontalAdvance(text) for text in (self._text, self._reserve)) / MEASURE_PX

    def _capitals_per_px(self) -> float:
        return QFontMetricsF(fonts.exact(MEASURE_PX, self._kind.weight)).capHeight() / MEASURE_PX
