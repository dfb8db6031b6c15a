"""The frame around what the next press of a key or switch means: seen from afar, and never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from shared.ui import scale
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_GAP

OUTER, INNER = 10, 4
"""A dark line with a light one inside: one of them stands out on any ground."""
CORNER = 30


class Mark(QWidget):
    """Lies over a window and lets touches through. It moves with what it is around."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()

    def put(self, around: QWidget | None) -> None:
        """Around a widget of the window, or nowhere."""
        if around is not self._around:
            self._watch(around)
            self._around = around
        self._stand()

    def around(self) -> QWidget | None:
        return self._around

    def _watch(self, around: QWidget | None) -> None:
        """It, and all that it stands in: a screen that slides in carries its buttons."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        while around is not None and around is not self.parentWidget():
            around.installEventFilter(self)
            self._watched.append(around)
            around = around.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide):
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        around, window = self._around, self.parentWidget()
        if around is None or window is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        out = min(scale.px(OUTER + 2), scale.px(KIOSK_GAP) // 2)
        corner = around.mapTo(window, around.rect().topLeft())
        self.setGeometry(QRect(corner, around.size()).adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer, inner = scale.px(OUTER), scale.px(INNER)
        for colour, width, inset in ((colours().ink, outer, outer / 2), (colours().gold, inner, outer + inner / 2)):
            pen = QPen(QColor(colour), width)
            painter.setPen(pen)
            area = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
            corner = scale.px(CORNER) - inset
            painter.drawRoundedRect(area, corner, corner)
