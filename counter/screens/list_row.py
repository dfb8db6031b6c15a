"""A line of a list: somebody who waits, or is pending."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from counter import texts
from counter.shown import Row
from shared.ui import theme
from shared.ui.waiting_row import WaitingRow


class ListRow(WaitingRow):
    """`chosen` at one click, `taken` at two, with the row's name."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_line(self, row: Row) -> None:
        self.show_row(row.name, row.title, row.text, row.detail, texts.PREFERENTIAL if row.mark else "")
        self.setObjectName(row.name)
        self._minutes.show_tone("red" if row.tone == "over" else "ink")

    def show_current(self, current: bool) -> None:
        theme.mark(self, "ring", "yes" if current else "no")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.taken.emit(self.key)
        event.accept()
