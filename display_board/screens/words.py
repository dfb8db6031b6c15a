"""A line or paragraph of the board, sized in pixels of its window and never in the way of its layout."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from shared.ui import fonts
from shared.ui.tokens import REGULAR

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Words(QLabel):
    """Plain text in a tone of the theme."""

    def __init__(
        self,
        parent: QWidget,
        tone: str,
        text: str = "",
        *,
        weight: int = REGULAR,
        align: Qt.AlignmentFlag = LEFT,
        wrap: bool = False,
        tabular: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._weight, self._tabular = weight, tabular
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setAlignment(align)
        self.setWordWrap(wrap)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_px(self, pixels: int) -> None:
        """Letters of this font height."""
        self.setFont(fonts.exact(pixels, self._weight, tabular=self._tabular))

    def balanced(self, width: int) -> int:
        """The least width that takes no more lines than `width`: no word stays alone on the last one."""
        height, least, most = self.heightForWidth(width), 1, width
        while least < most:
            middle = (least + most) // 2
            if self.heightForWidth(middle) <= height and self._widest_word() <= middle:
                most = middle
            else:
                least = middle + 1
        return most

    def _widest_word(self) -> int:
        return max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)

    def show_words(self, text: str, spoken: str = "") -> None:
        """`spoken`: what a screen reader says instead."""
        if text != self.text():
            self.setText(text)
        self.setAccessibleName(spoken or text)
