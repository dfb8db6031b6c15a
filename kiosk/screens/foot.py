"""The frame's foot: the person who helps. There is always one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from shared.ui import scale, theme
from shared.ui.label import Label
from shared.ui.panel import Rule
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_MARGIN, KIOSK_STRONG, KIOSK_TEXT


class FrameFoot(QWidget):
    """One sentence with a pictogram, on a ground of its own; it never moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "card")
        self._question = Label(KIOSK_STRONG, tone="ink")
        self._words = Label(KIOSK_TEXT, tone="soft", wrap=True)
        self._lines: QBoxLayout = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row = QHBoxLayout()
        self._row.setSpacing(scale.px(24))
        self._row.addWidget(Pictogram(56, "help-circle", colours().blue), 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines.addWidget(self._question)
        self._lines.addWidget(self._words, 1)
        self._row.addLayout(self._lines, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(self._row)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        across = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        self._lines.setDirection(across)
        self._lines.setSpacing(scale.px(2 if portrait else 16))
        side, above = scale.px(KIOSK_MARGIN), scale.px(22 if portrait else 10)
        self._row.setContentsMargins(side, above, side, above)

    def show_foot(self, *, gives_numbers: bool) -> None:
        self._question.show_text(texts.help_question())
        self._words.show_text(texts.help_at_desk(gives_numbers=gives_numbers))
