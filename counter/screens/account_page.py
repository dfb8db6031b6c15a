"""What the person at this screen can do for themselves: another PIN, a locked screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.screens.answer import Answer
from counter.screens.small_button import SmallButton
from counter.shown import EntryView
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_SERVICE

WIDTH = 484
KEYS = {"P": 0, "B": 1}


class AccountPage(QWidget):
    """`pressed` with the name of a row, or `back`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Label(COUNTER_SERVICE, tone="ink", align=Qt.AlignmentFlag.AlignCenter)
        self._rows = [Answer(), Answer()]
        self._back = SmallButton("back", "", "Esc")
        self._back.clicked.connect(self._go_back)
        sheet = Panel("panel")
        sheet.setFixedWidth(scale.px(WIDTH))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*(scale.px(32) for _ in range(4)))
        column.setSpacing(scale.px(12))
        column.addWidget(self._title)
        column.addSpacing(scale.px(8))
        for row in self._rows:
            row.chosen.connect(self.pressed)
            column.addWidget(row)
        column.addSpacing(scale.px(8))
        column.addWidget(self._back)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(sheet)
        across.addStretch()
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def show_account(self, shown: EntryView) -> None:
        self._title.show_text(shown.title)
        for answer, row in zip(self._rows, shown.rows, strict=True):
            answer.show_answer(row)
        self._back.show_button("back", shown.back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.text().upper() in KEYS and not event.isAutoRepeat():
            self._rows[KEYS[event.text().upper()]].click()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def _go_back(self) -> None:
        self.pressed.emit("back")
