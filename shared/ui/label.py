"""A line or paragraph in one of the token types; in two languages where one may not stand alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from shared.domain.languages import beside, both
from shared.ui import fonts, scale, theme
from shared.ui.tokens import KIOSK_TEXT, REGULAR, Type

SECOND = 0.62
"""How large the Spanish is beside the text it belongs to, but never below the smallest text of the kiosk."""
STEP = 2
FLAGS = Qt.TextFlag.TextWordWrap


class Label(QLabel):
    """Plain text, never markup. `tone` is one of the theme's: ink, soft, blue, on_blue, on_night ...

    `Words` that may not stand alone have their Spanish below them. lines: how many lines the text may take before its
    letters get smaller, 0 for as many as it needs; they never get smaller than `least`.
    """

    def __init__(
        self,
        kind: Type,
        text: str = "",
        *,
        tone: str = "",
        wrap: bool = False,
        lines: int = 0,
        least: float = KIOSK_TEXT.px,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._lines = lines
        self._smallest = max(least, fonts.least())
        self._beside = ""
        self._sizes: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(kind, tabular=tabular))
        self.setWordWrap(wrap)
        self.setAlignment(align)
        if tone:
            self.setProperty("tone", tone)
        self.show_text(text)

    def show_text(self, text: str, *, hide_empty: bool = False, lines: int | None = None) -> None:
        """lines: how many it may take from now on."""
        if lines is not None and lines != self._lines:
            self._lines = lines
            self._sizes.clear()
            self.updateGeometry()
        if (text, beside(text)) != (self.text(), self._beside):
            self._beside = beside(text)
            self._sizes.clear()
            self.setText(str(text))
            self.setAccessibleName(both(text) if self._beside else "")
            self.updateGeometry()
        if hide_empty:
            self.setVisible(bool(text))

    def show_tone(self, tone: str) -> None:
        theme.mark(self, "tone", tone)

    def show_kind(self, kind: Type, *, tabular: bool = False) -> None:
        self._kind = kind
        self._sizes.clear()
        self.setFont(fonts.font(kind, tabular=tabular))

    def read(self) -> str:
        """All that can be read here."""
        return f"{self.text()}\n{self._beside}" if self._beside else self.text()

    def letters(self) -> int:
        """The height of its smallest letters now, in pixels."""
        first = self._px(self.width())
        return min(first, self._second(first).pixelSize()) if self._beside else first

    def fits(self) -> bool:
        """Whether every word of it is inside its box."""
        widths = [metrics.horizontalAdvance(word) for word, metrics in self._pieces(self._px(self.width()))]
        return max(widths, default=0) <= self.width() and self._height(self.width()) <= self.height()

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap() if self._own else super().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._height(width) if self._own and self.wordWrap() else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """On one line, where there is room for it."""
        if not self._own:
            return super().sizeHint()
        width = max((self._widest(text, font) for text, font in self._texts(self.font().pixelSize())), default=0)
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        if not self._own:
            return super().minimumSizeHint()
        widest = max((metrics.horizontalAdvance(word) for word, metrics in self._pieces(self._least)), default=0)
        return QSize(widest, QFontMetrics(self._first(self._least)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._own:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, self.foregroundRole()))
        top = self._top()
        for text, font in self._texts(self._px(self.width())):
            height = self._block(text, font, self.width())
            painter.setFont(font)
            across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            painter.drawText(QRect(0, top, self.width(), height), int(across) | self._flags, text)
            top += height

    @property
    def _own(self) -> bool:
        """Whether there is more to do than a plain label does."""
        return bool(self._beside or self._lines)

    @property
    def _flags(self) -> int:
        return int(FLAGS) if self.wordWrap() else 0

    @property
    def _least(self) -> int:
        largest = self.font().pixelSize()
        return min(largest, scale.px(self._smallest)) if self._lines else largest

    def _px(self, width: int) -> int:
        """The height of the letters in a box of this width."""
        if not self._lines:
            return self.font().pixelSize()
        if width not in self._sizes:
            self._sizes[width] = self._fitting(width)
        return self._sizes[width]

    def _fitting(self, width: int) -> int:
        for pixels in range(self.font().pixelSize(), self._least, -STEP):
            font = self._first(pixels)
            metrics = QFontMetrics(font)
            words = self.text().split() if self.wordWrap() else self.text().split("\n")
            narrow = max((metrics.horizontalAdvance(word) for word in words), default=0) <= width
            if narrow and self._block(self.text(), font, width) <= self._lines * metrics.lineSpacing():
                return pixels
        return self._least

    def _texts(self, pixels: int) -> list[tuple[str, QFont]]:
        texts = [(self.text(), self._first(pixels))]
        return [*texts, (self._beside, self._second(pixels))] if self._beside else texts

    def _pieces(self, pixels: int) -> list[tuple[str, QFontMetrics]]:
        """What cannot be broken: words, or lines where nothing is."""
        return [
            (piece, QFontMetrics(font))
            for text, font in self._texts(pixels)
            for piece in (text.split() if self.wordWrap() else text.split("\n"))
        ]

    def _first(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        return font

    def _second(self, pixels: int) -> QFont:
        least = min(pixels, scale.px(max(KIOSK_TEXT.px, fonts.least())))
        return fonts.exact(max(least, round(pixels * SECOND)), REGULAR)

    def _height(self, width: int) -> int:
        return sum(self._block(text, font, width) for text, font in self._texts(self._px(width)))

    def _block(self, text: str, font: QFont, width: int) -> int:
        metrics = QFontMetrics(font)
        box = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), self._flags, text)
        return box.height()

    def _widest(self, text: str, font: QFont) -> int:
        metrics = QFontMetrics(font)
        return max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0) + 1

    def _top(self) -> int:
        spare = self.height() - self._height(self.width())
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return spare if self.alignment() & Qt.AlignmentFlag.AlignBottom else max(0, spare // 2)
