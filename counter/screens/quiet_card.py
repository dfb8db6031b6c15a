"""A card that says what will appear on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_SERVICE, COUNTER_TEXT


class QuietCard(Panel):
    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        centre = Qt.AlignmentFlag.AlignCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scale.px(28) for _ in range(4)))
        column.setSpacing(scale.px(8))
        column.addStretch(2)
        column.addWidget(Label(COUNTER_SERVICE, title, tone="ink", wrap=True, align=centre))
        column.addWidget(Label(COUNTER_TEXT, text, tone="soft", wrap=True, align=centre))
        column.addStretch(3)
