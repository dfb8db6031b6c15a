"""The frame's foot: the languages, and the person who helps. There is always one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.languages import LanguageRow
from kiosk.views import Head
from shared.domain.languages import SPANISH, Words, joined
from shared.ui import scale, theme
from shared.ui.label import Label
from shared.ui.panel import Rule
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_MARGIN, KIOSK_STRONG, KIOSK_TEXT


class FrameFoot(QWidget):
    """On a ground of its own; it never moves. In a landscape window the languages stand at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "card")
        self.languages = LanguageRow()
        self._portrait = True
        self._question = Label(KIOSK_STRONG, tone="ink", wrap=True)
        self._words = Label(KIOSK_TEXT, tone="soft", wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(scale.px(2))
        lines.addWidget(self._question)
        lines.addWidget(self._words)
        help_row = QHBoxLayout()
        help_row.setSpacing(scale.px(24))
        help_row.addWidget(Pictogram(56, "help-circle", colours().blue), 0, Qt.AlignmentFlag.AlignVCenter)
        help_row.addLayout(lines, 1)
        self._parts: QBoxLayout = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.addWidget(self.languages)
        self._parts.addLayout(help_row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(self._parts)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.RightToLeft
        self._portrait = portrait
        self._parts.setDirection(down if portrait else across)
        self.languages.arrange(portrait)
        self._parts.setSpacing(scale.px(18 if portrait else 40))
        side, above = scale.px(KIOSK_MARGIN), scale.px(22 if portrait else 10)
        self._parts.setContentsMargins(side, above, side, above)

    def show_foot(self, head: Head, *, gives_numbers: bool) -> None:
        self.languages.show_languages(head.languages, head.language)
        question, words = texts.help_question(), texts.help_at_desk(gives_numbers=gives_numbers)
        in_one = bool(question.beside or words.beside)  # two languages are read better one after the other
        if head.language != SPANISH:  # words are longer there
            words = texts.help_at_desk(gives_numbers=False) if self._portrait else Words("")
        self._question.show_text("" if in_one else question, hide_empty=True)
        self._words.show_text(joined(texts.DOT, (question, words)) if in_one else words)
