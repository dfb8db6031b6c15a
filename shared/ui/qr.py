"""A QR code, crisp at any size."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from shared.ui import scale
from shared.ui.theme import colours
from shared.ui.tokens import LIGHT

INK, GROUND = LIGHT.ink, LIGHT.card
"""Dark on white in every palette: many readers do not know the other way round."""
DARK = 128
QUIET = 4
"""Modules of empty margin that readers count on."""


class QrCode(QWidget):
    """Square of `size` reference pixels. On a light ground the margin may be left to the layout (`quiet` 0).

    On a dark one it always has its own.
    """

    def __init__(self, size: float, *, quiet: int = QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = quiet if QColor(colours().paper).lightness() > DARK else QUIET
        self._text = ""
        self._modules: list[list[bool]] = []
        self.setFixedSize(QSize(scale.px(size), scale.px(size)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, text: str, spoken: str = "") -> None:
        """`spoken` is what a screen reader says of it. Empty text: nothing."""
        self.setAccessibleName(spoken)
        if text == self._text:
            return
        self._text = text
        self._modules = _matrix(text) if text else []
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._modules:
            return
        painter = QPainter(self)
        count = len(self._modules) + 2 * self._quiet
        side = max(1, min(self.width(), self.height()) // count)
        # Whole pixels per module: what is left over becomes margin.
        left, top = (self.width() - side * count) // 2, (self.height() - side * count) // 2
        if self._quiet:
            painter.fillRect(QRect(left, top, side * count, side * count), QColor(GROUND))
        for y, row in enumerate(self._modules, self._quiet):
            for x, dark in enumerate(row, self._quiet):
                if dark:
                    painter.fillRect(left + x * side, top + y * side, side, side, QColor(INK))


def _matrix(text: str) -> list[list[bool]]:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]
