"""Somebody at a kiosk asks for a person: across the page, with the one action that answers it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter import texts
from counter.screens.small_button import SmallButton
from shared.ui import scale
from shared.ui.notice import Notice
from shared.ui.tokens import COUNTER_GAP, COUNTER_STRONG


class HelpRow(QWidget):
    """`answered`: somebody goes."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice(COUNTER_STRONG)
        self._going = SmallButton("help", texts.GOING, "F2")
        self._going.clicked.connect(self.answered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.px(COUNTER_GAP))
        row.addWidget(self._notice, 1)
        row.addWidget(self._going)
        self.hide()

    def show_help(self, sentence: str) -> None:
        self._notice.show_notice("alert", sentence)
        self.setVisible(bool(sentence))
