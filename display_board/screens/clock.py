"""The hour and the date, and beside them a small word when the board has no voice."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from display_board import texts
from display_board.layout import Layout
from display_board.screens.capitals import Capitals
from display_board.screens.words import LEFT, RIGHT, Words
from shared.domain import spanish
from shared.ui import icons, theme

CLOCK_CAPITALS, DATE_PX, DATE_SMALLEST_PX, NO_SOUND_PX = 56, 36, 24, 30
GAP = 24


class Clock(QWidget):
    """One line: the hour left, the rest right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hour = Capitals(self, theme.colours().on_night, Qt.AlignmentFlag.AlignLeft, name="clock", tabular=True)
        self._date = Words(self, "on_night_soft", align=RIGHT, name="date")
        self._no_sound = Words(self, "on_night_soft", texts.NO_SOUND, align=RIGHT, name="no-sound")
        self._icon = QLabel(self)
        self._silent = False
        self._layout: Layout | None = None
        self._together = False
        self.show_moment(None, False)

    def lay_out(self, layout: Layout, width: int, height: int, *, together: bool) -> None:
        """`together`: keep the date right after the hour, for there is more to come in this line."""
        self._layout, self._together = layout, together
        self.resize(width, height)
        self._hour.show_capitals(layout.px(CLOCK_CAPITALS))
        self._no_sound.show_px(layout.px(NO_SOUND_PX))
        side = layout.px(NO_SOUND_PX * 1.2)
        self._icon.setPixmap(icons.pixmap("volume-off", theme.colours().on_night_soft, side))
        self._stand()

    def show_moment(self, now: datetime | None, silent: bool) -> None:
        if now:
            hour = spanish.hour(now)
            self._hour.show_number(hour, f"{texts.TIME} {hour}")
            self._show_date(now.date())
        self._silent = silent
        self._no_sound.setVisible(silent)
        self._icon.setVisible(silent)
        self._stand()

    def needs(self) -> int:
        """The width of hour and date together."""
        self._date.show_px(self._px(DATE_PX))
        return self._hour_width() + max(self._date.sizeHint().width(), self._silent_width()) + self._px(GAP)

    def _show_date(self, day: date) -> None:
        self._date.show_words(spanish.day_words(day))

    def _stand(self) -> None:
        if self._layout is None:
            return
        width, height, hour = self.width(), self.height(), self._hour_width()
        self._hour.setGeometry(0, 0, hour, height)
        left, room = hour + self._px(GAP), width - hour - self._px(GAP)
        self._fit_date(room)
        date_height, mute_height = (words.sizeHint().height() for words in (self._date, self._no_sound))
        align = LEFT if self._together else RIGHT
        top = (height - date_height - (mute_height if self._silent else 0)) // 2
        self._date.setAlignment(align)
        self._date.setGeometry(left, top, room, date_height)
        words = self._no_sound.sizeHint().width()
        icon = self._icon.sizeHint().width()
        edge = left + self._silent_width() if self._together else width
        self._no_sound.setGeometry(edge - words, top + date_height, words, mute_height)
        self._icon.setGeometry(edge - self._silent_width(), top + date_height, icon, mute_height)

    def _fit_date(self, room: int) -> None:
        """The longest is "miércoles 25 de noviembre"."""
        for units in range(DATE_PX, DATE_SMALLEST_PX - 1, -1):
            self._date.show_px(self._px(units))
            if self._date.sizeHint().width() <= room:
                return

    def _hour_width(self) -> int:
        return self._px(CLOCK_CAPITALS * 4.3)

    def _silent_width(self) -> int:
        if not self._silent:
            return 0
        return self._icon.sizeHint().width() + self._px(GAP / 2) + self._no_sound.sizeHint().width()

    def _px(self, units: float) -> int:
        return self._layout.px(units) if self._layout else round(units)
