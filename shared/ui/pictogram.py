"""An icon in a layout."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.ui import icons, scale


class Pictogram(QWidget):
    """`size` in reference pixels; it has a fixed size and no words of its own."""

    def __init__(self, size: float, name: str = "", colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour = "", ""
        self.show_size(size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_icon(name, colour)

    def show_size(self, size: float) -> None:
        self._side = scale.px(size)
        self.setFixedSize(self._side, self._side)

    def show_icon(self, name: str, colour: str) -> None:
        """`colour` as `#RRGGBB`; an empty name shows nothing. Raises UnknownIcon."""
        if (name, colour) == (self._name, self._colour):
            return
        icons.check(name)
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Painted here because a QLabel would wash the colour out when disabled."""
        if self._name:
            drawn = icons.pixmap(self._name, self._colour, self._side, self.devicePixelRatioF())
            QPainter(self).drawPixmap(0, 0, drawn)
