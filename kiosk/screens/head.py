"""The frame's head: where we are, and the centre's time."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kiosk import texts
from kiosk.views import Head
from shared.ui import scale
from shared.ui.clock import Clock
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_CENTRE, KIOSK_MARGIN, KIOSK_TEXT


class FrameHead(QWidget):
    """Centre and motto at the left, hour and day at the right; in a landscape window each on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._centre = Label(KIOSK_CENTRE, tone="ink", wrap=True)
        self._motto = Label(KIOSK_TEXT, tone="soft", wrap=True)
        self._clock = Clock()
        self._words: QBoxLayout = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.addWidget(self._centre)
        self._words.addWidget(self._motto, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._clock)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        side = scale.px(KIOSK_MARGIN)
        self._row.setContentsMargins(side, scale.px(42 if portrait else 16), side, 0)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._words.setDirection(down if portrait else across)
        self._words.setSpacing(0 if portrait else scale.px(32))
        self._clock.arrange(beside=not portrait)

    def show_head(self, head: Head) -> None:
        self._centre.show_text(head.centre)
        motto = "" if head.ways.large else texts.name(head.motto)  # letters that say nothing make room for others
        self._motto.show_text(
            texts.alone() if head.alone else texts.no_paper() if head.no_paper else motto, hide_empty=True
        )
        self._clock.setVisible(head.now is not None)
        if head.now is not None:
            self._clock.show_moment(head.now)
