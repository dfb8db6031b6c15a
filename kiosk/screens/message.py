"""One sentence in the middle of the screen: a moment's wait, closed, no hub, no number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.screen import Screen
from kiosk.views import KioskView
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_LEAD, KIOSK_QUESTION_LONG, STRONG, Type

WIDEST, WIDER = 960, 1500
LARGE, SMALL = 168, 112
DETAIL = Type(KIOSK_LEAD.px, STRONG)


class MessageScreen(Screen[KioskView]):
    """Pictogram, what is so, what to do; with a button only where there is something to read and put away."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignCenter
        self._words = QWidget()
        self._icon = Pictogram(LARGE)
        self._title = Label(KIOSK_QUESTION_LONG, tone="ink", wrap=True, align=centre)
        self._sentence = Label(KIOSK_LEAD, tone="soft", wrap=True, align=centre)
        self._detail = Label(DETAIL, tone="ink", wrap=True, align=centre)
        self._button = BigButton("", "primary", height=116)
        self._button.setObjectName("done")
        self._button.clicked.connect(self.done)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.px(26))
        self._fill()

    def _fill(self) -> None:
        inside = QVBoxLayout(self._words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scale.px(26))
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(scale.px(20))
        for label in (self._title, self._sentence, self._detail):
            inside.addWidget(label)
        self._column.addStretch(4)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._words, 100)
        across.addStretch(1)
        self._column.addLayout(across)
        self._column.addStretch(5)
        self._column.addWidget(self._button)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._words.setMaximumWidth(scale.px(WIDEST if portrait else WIDER))
        self._icon.show_size(LARGE if portrait else SMALL)

    def show_view(self, view: KioskView) -> None:
        said = texts.message(view)
        self._icon.show_icon(said.icon, colours().red)
        self._title.show_text(said.title)
        self._sentence.show_text(said.sentence)
        self._detail.show_text(said.detail, hide_empty=True)
        self._button.show_button(said.button)
        self._button.setVisible(bool(said.button))
