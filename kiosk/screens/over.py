"""A sheet over the whole window that says one thing, with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shared.ui import scale, theme
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_LEAD, KIOSK_QUESTION_LONG

WIDTH = 860
PADDING = 64


class Over(QWidget):
    """Hidden until it is told something; a touch anywhere is an answer."""

    answered = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name`: of its button."""
        super().__init__(parent)
        theme.ground(self, "veil")
        centre = Qt.AlignmentFlag.AlignCenter
        self._title = Label(KIOSK_QUESTION_LONG, tone="ink", wrap=True, lines=2, align=centre)
        self._lead = Label(KIOSK_LEAD, tone="soft", wrap=True, align=centre)
        self._button = BigButton("", "primary", height=130)
        self._button.setObjectName(name)
        self._button.clicked.connect(self.answered)
        sheet = Panel("sheet")
        sheet.setFixedWidth(scale.px(WIDTH))
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(*(scale.px(PADDING) for _ in range(4)))
        inside.setSpacing(scale.px(16))
        inside.addWidget(self._title)
        inside.addWidget(self._lead)
        inside.addSpacing(scale.px(28))
        inside.addWidget(self._button)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(sheet)
        across.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addLayout(across)
        self._column.addStretch(1)
        self.hide()

    def stand_low(self, low: bool) -> None:
        """Within reach of whoever cannot reach far up."""
        self._column.setStretch(2, 0 if low else 1)
        self._column.setContentsMargins(0, 0, 0, scale.px(360) if low else 0)

    def show_words(self, title: str, lead: str, button: str) -> None:
        """An empty title takes the sheet away."""
        if title:
            self._title.show_text(title)
            self._lead.show_text(lead)
            self._button.show_button(button)
            self.raise_()
        self.setVisible(bool(title))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.answered.emit()
        event.accept()
