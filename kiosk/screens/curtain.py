"""A black screen for whoever listens to it: nobody reads over their shoulder, and a finger anywhere is an order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import texts
from kiosk.inputs import Action
from shared.ui import fonts, scale
from shared.ui.tokens import KIOSK_TEXT

SWIPE = 90
"""Reference pixels that a finger moves for an order, 18 mm; less is a touch."""
MARK_GREY = "#b8b8b8"


class Curtain(QWidget):
    """Over all of a window. `told` with the order: to the right next, to the left previous, two touches choose.

    One touch repeats, after the time in which a second one may come.
    """

    told = Signal(Action)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("curtain")
        self._from: QPointF | None = None
        self._once = QTimer(self, singleShot=True)
        self._once.timeout.connect(self._touched_once)
        window.installEventFilter(self)
        self.hide()

    def draw(self, drawn: bool) -> None:
        """Draw it over everything, or away."""
        parent = self.parentWidget()
        if drawn and parent is not None:
            self.setGeometry(parent.rect())
            self.setAccessibleName(texts.curtain_mark())
            self.raise_()
        else:
            self._once.stop()
        self.setVisible(drawn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, self._from = self._from, None
        event.accept()
        if begun is None:
            return
        moved = event.position() - begun
        if abs(moved.x()) >= scale.px(SWIPE) and abs(moved.x()) > abs(moved.y()):
            self._once.stop()
            self.told.emit(Action.NEXT if moved.x() > 0 else Action.PREVIOUS)
        elif self._once.isActive():
            self._once.stop()
            self.told.emit(Action.CHOOSE)
        elif abs(moved.y()) < scale.px(SWIPE):
            self._once.start(QApplication.doubleClickInterval())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's name for the second press: its release tells."""
        self.mousePressEvent(event)

    def _touched_once(self) -> None:
        self.told.emit(Action.REPEAT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.setPen(QColor(MARK_GREY))
        painter.setFont(fonts.font(KIOSK_TEXT))
        room = self.rect().adjusted(scale.px(40), scale.px(40), -scale.px(40), -scale.px(60))
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(bottom), texts.curtain_mark())
