"""Is somebody there? Asked before the choices of whoever left are put away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from shared.ui import scale, theme
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_LEAD, KIOSK_QUESTION_LONG

WIDTH = 860
PADDING = 64


class StillThere(QWidget):
    """Lies over the whole window; a touch anywhere is an answer."""

    answered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.ground(self, "veil")
        centre = Qt.AlignmentFlag.AlignCenter
        self._title = Label(KIOSK_QUESTION_LONG, tone="ink", wrap=True, lines=2, align=centre)
        self._left = Label(KIOSK_LEAD, tone="soft", wrap=True, align=centre)
        self._button = BigButton("", "primary", height=130)
        self._button.setObjectName("more-time")
        self._button.clicked.connect(self.answered)
        sheet = Panel("sheet")
        sheet.setFixedWidth(scale.px(WIDTH))
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(*(scale.px(PADDING) for _ in range(4)))
        inside.setSpacing(scale.px(16))
        inside.addWidget(self._title)
        inside.addWidget(self._left)
        inside.addSpacing(scale.px(28))
        inside.addWidget(self._button)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(sheet)
        across.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(across)
        column.addStretch()
        self.hide()

    def show_left(self, seconds: int) -> None:
        """0 asks nothing."""
        if seconds:
            self._title.show_text(texts.still_there())
            self._left.show_text(texts.back_to_start_in(seconds))
            self._button.show_button(texts.more_time())
            self.raise_()
        self.setVisible(bool(seconds))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.answered.emit()
        event.accept()
