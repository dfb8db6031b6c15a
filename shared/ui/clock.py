"""The hour and the day of the centre, by the hub's time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from shared.domain import spanish
from shared.domain.languages import phrases
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_CLOCK, KIOSK_TEXT, Type

LOOK_MS = 1_000


class Clock(QWidget):
    """Hour above the day, at the right; or, with `beside`, hour at the left and day at the right of one line."""

    def __init__(
        self,
        hour: Type = KIOSK_CLOCK,
        day: Type | None = KIOSK_TEXT,
        *,
        beside: bool = False,
        hour_tone: str = "ink",
        day_tone: str = "soft",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clock")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._hour = Label(hour, tone=hour_tone, align=left if beside else right)
        self._day = Label(day or hour, tone=day_tone, align=right)
        self._day.setVisible(day is not None)
        self._has_day = day is not None
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._hour)
        if beside:
            self._line.addStretch()
        self._line.addWidget(self._day)
        self.arrange(beside=beside)
        self._source: Callable[[], datetime] | None = None
        self._zone = ZoneInfo("UTC")
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._look)

    def arrange(self, *, beside: bool) -> None:
        """The day beside the hour, or below it."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if beside else down)
        self._line.setSpacing(scale.px(24) if beside else 0)

    def show_moment(self, moment: datetime) -> None:
        """`moment` in the centre's zone."""
        self._hour.show_text(spanish.hour(moment))
        day = phrases.day(moment.date())
        self._day.show_text(day)
        self.setAccessibleName(f"{spanish.hour(moment)}, {day}" if self._has_day else spanish.hour(moment))

    def follow(self, now: Callable[[], datetime], zone: str) -> None:
        """Show `now()` (aware, the hub's time) in `zone`, from here on. Raises ZoneInfoNotFoundError."""
        self._source, self._zone = now, ZoneInfo(zone)
        self._look()
        self._beat.start(LOOK_MS)

    def stop(self) -> None:
        """Stand still: the hub is away and nobody knows the hour."""
        self._beat.stop()

    def _look(self) -> None:
        if self._source is not None:
            self.show_moment(self._source().astimezone(self._zone))
