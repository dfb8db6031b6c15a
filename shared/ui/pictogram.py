"""An icon in a layout."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from shared.ui import icons, scale


class Pictogram(QLabel):
    """`size` in reference pixels; it has a fixed size and no words of its own."""

    def __init__(self, size: float, name: str = "", colour: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = scale.px(size)
        self._shown = ("", "")
        self.setFixedSize(self._side, self._side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if name:
            self.show_icon(name, colour)

    def show_icon(self, name: str, colour: str) -> None:
        """`colour` as `#RRGGBB`; an empty name shows nothing. Raises UnknownIcon."""
        if (name, colour) == self._shown:
            return
        self._shown = (name, colour)
        if name:
            self.setPixmap(icons.pixmap(name, colour, self._side, self.devicePixelRatioF()))
        else:
            self.clear()
