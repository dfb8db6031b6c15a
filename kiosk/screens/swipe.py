"""A finger that wipes across any screen: nobody who sees it does that here, so it begins the audio guide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from shared.ui import scale

FAR = 240
"""Reference pixels, about 6 cm: no touch slips so far."""


class Swipe(QObject):
    """`swiped` with whether it went to the right. What is under the finger is not pressed."""

    swiped = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._from: QPointF | None = None
        self._button: QAbstractButton | None = None
        window.installEventFilter(self)
        self._come_first()

    def _come_first(self) -> None:
        """A filter there sees the few events of the window, not those of all widgets."""
        if (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            self._come_first()
        elif isinstance(event, QMouseEvent) and watched is not self._window:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._begin(event.position())
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._end(event.position())
        return super().eventFilter(watched, event)

    def _begin(self, at: QPointF) -> None:
        self._from = at
        there = self._window.childAt(at.toPoint())
        while there is not None and not isinstance(there, QAbstractButton):
            there = there.parentWidget()
        self._button = there

    def _end(self, at: QPointF) -> None:
        begun, self._from = self._from, None
        button, self._button = self._button, None
        if begun is None:
            return
        moved = at - begun
        if abs(moved.x()) >= scale.px(FAR) and abs(moved.x()) > 2 * abs(moved.y()):
            if button is not None:
                button.setDown(False)  # its release means nothing then
            self.swiped.emit(moved.x() > 0)
