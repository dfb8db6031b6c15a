"""The frame's head: where we are, and the centre's time."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.views import Head
from shared.ui import scale
from shared.ui.clock import Clock
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_CENTRE, KIOSK_MARGIN, KIOSK_TEXT


class FrameHead(QWidget):
    """Centre and motto at the left, hour and day at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._centre = Label(KIOSK_CENTRE, tone="ink")
        self._motto = Label(KIOSK_TEXT, tone="soft")
        self._clock = Clock()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._centre)
        words.addWidget(self._motto)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._clock)
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        side = scale.px(KIOSK_MARGIN)
        self._row.setContentsMargins(side, scale.px(42 if portrait else 20), side, 0)

    def show_head(self, head: Head) -> None:
        self._centre.show_text(head.centre)
        self._motto.show_text(texts.alone() if head.alone else texts.name(head.motto))
        self._clock.setVisible(head.now is not None)
        if head.now is not None:
            self._clock.show_moment(head.now)
