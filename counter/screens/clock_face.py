"""The running time against the limit of the service."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.shown import Clock
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.limit_bar import LimitBar
from shared.ui.tokens import COUNTER_SMALL, COUNTER_TEXT, COUNTER_TIME

WIDTH = 210
TONES = {"within": "soft", "near": "gold_deep", "over": "red", "": "soft"}


class ClockFace(QWidget):
    """What runs, the time large, the bar, and the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.setFixedWidth(scale.px(WIDTH))
        self._caption = Label(COUNTER_TEXT, tone="soft", align=right)
        self._time = Label(COUNTER_TIME, tone="ink", tabular=True, align=right)
        self._bar = LimitBar()
        self._words = Label(COUNTER_SMALL, tone="soft", align=right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(2))
        column.addWidget(self._caption)
        column.addWidget(self._time)
        column.addWidget(self._bar)
        column.addSpacing(scale.px(4))
        column.addWidget(self._words)
        column.addStretch()

    def show_clock(self, clock: Clock) -> None:
        self._caption.show_text(clock.caption)
        self._time.show_text(clock.time)
        self._bar.setVisible(bool(clock.level))
        self._bar.show_share(clock.part, clock.words)
        self._words.show_text(clock.words)
        self._words.show_tone(TONES[clock.level])
