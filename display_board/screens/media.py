"""The panel of pictures and films: they are drawn as they come, and stand still, dimmed, while somebody is called.

Where nothing may move a film stands still at its first picture.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.media.programme import ItemShown
from display_board.media.projector import Projector
from shared.ui import theme, tokens

DIMMED = 150  # of 255


class Media(QWidget):
    """Has a size of its own, whatever it shows: nothing beside it moves."""

    def __init__(self, parent: QWidget, projector: Projector) -> None:
        super().__init__(parent)
        self.setObjectName("media")
        self._projector = projector
        self._image: QImage | None = None
        self._file = ""
        self._calling = self._held = False
        projector.frame.connect(self._take)

    def show_item(self, item: ItemShown | None, *, calling: bool) -> None:
        """`calling`: calls win, so nothing moves here and nothing shines."""
        file = item.file if item else ""
        if file != self._file:
            self._file, self._image = file, None
            self.setAccessibleName(item.text if item else "")
            self._hold()
            self._project()
        self._calling = calling
        self._hold()
        self.update()

    def lay_out(self, x: int, y: int, width: int, height: int) -> None:
        if self.geometry() != QRect(x, y, width, height):
            self.setGeometry(x, y, width, height)
            self._project()

    def _hold(self) -> None:
        held = self._calling or (self._image is not None and not tokens.motion)
        if held != self._held:
            self._held = held
            self._projector.hold(held)

    def _project(self) -> None:
        most = QSize(1920, 1080)
        size = self.size()
        if size.width() > most.width() or size.height() > most.height():
            size = QSize(most.width(), most.width() * size.height() // size.width())
        self._projector.show(self._file, size)

    def _take(self, image: QImage) -> None:
        self._image = image
        self._hold()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.colours()
        painter.fillRect(self.rect(), QColor(colours.night_raised))
        if self._image:
            at = QRect(0, 0, self._image.width(), self._image.height())
            at.moveCenter(self.rect().center())
            painter.drawImage(at.topLeft(), self._image)
            if self._calling:
                veil = QColor(colours.night)
                veil.setAlpha(DIMMED)
                painter.fillRect(at, veil)
