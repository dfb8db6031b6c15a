"""What stands here until the hub is found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.shown import Quiet
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_SERVICE, COUNTER_TEXT


class Connecting(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignCenter
        self._title = Label(COUNTER_SERVICE, tone="ink", align=centre)
        self._text = Label(COUNTER_TEXT, tone="soft", align=centre)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(3)

    def show_quiet(self, quiet: Quiet | None) -> None:
        if quiet:
            self._title.show_text(quiet.title)
            self._text.show_text(quiet.text)
