"""One of the other calls: its number, and its counter; in a frame that pulses while it is being called."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from display_board import texts
from display_board.calls import CallShown
from display_board.layout import PAD, ROW_COUNTER_EMS, Box, Layout
from display_board.screens.capitals import Capitals
from display_board.screens.pulse import Pulse, between
from display_board.screens.words import RIGHT, Words
from shared.ui import theme
from shared.ui.sight import CAPITAL

CAPTION_PX = 36
CAPTION_GAP = 26
FRAME = 6


class RecentRow(QWidget):
    """Empty while there is no such call yet."""

    def __init__(self, parent: QWidget, place: int, pulse: Pulse) -> None:
        super().__init__(parent)
        self.setObjectName(f"recent-{place}")
        self._ruled = place > 0
        self._pulse = pulse
        pulse.changed.connect(self._beat)
        self._call: CallShown | None = None
        self._captioned = False
        self._frame = FRAME
        white = theme.colours().on_night
        self._number = Capitals(self, white, Qt.AlignmentFlag.AlignLeft, name=f"recent-{place}-number", tabular=True)
        self._caption = Words(self, "on_night_soft", texts.MODULE, align=RIGHT)
        self._counter = Capitals(self, white, Qt.AlignmentFlag.AlignRight, name=f"recent-{place}-counter", tabular=True)
        self.show_call(None)

    def lay_out(self, box: Box, layout: Layout) -> None:
        self.setGeometry(*box)
        pad, height, self._frame = layout.px(PAD), box.height, layout.px(FRAME)
        counter = round(layout.recent_capitals / CAPITAL * (ROW_COUNTER_EMS + 0.08))
        left = box.width - pad - counter
        self._counter.setGeometry(left, 0, counter, height)
        caption, self._captioned = 0, layout.row_caption
        if layout.row_caption:
            self._caption.show_px(layout.px(CAPTION_PX))
            caption = self._caption.sizeHint().width() + layout.px(CAPTION_GAP)
        self._caption.setGeometry(left - caption, 0, max(0, caption - layout.px(CAPTION_GAP)), height)
        self._number.setGeometry(pad, 0, left - caption - pad - layout.px(PAD / 3), height)
        self._number.show_capitals(layout.recent_capitals)
        self._counter.show_capitals(layout.recent_capitals)
        self._caption.setVisible(self._call is not None and self._captioned)

    def show_call(self, call: CallShown | None) -> None:
        self._call = call
        for child in (self._number, self._counter):
            child.setVisible(call is not None)
        self._caption.setVisible(call is not None and self._captioned)
        if call:
            self._number.show_number(call.number)
            self._counter.show_number(str(call.counter), texts.module(call.counter))
        self.setAccessibleName(texts.called(call.number, call.counter) if call else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.colours()
        if self._call and self._call.flashing:
            edge = max(2, min(self.height() // 26, self._frame))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(between(colours.night_line, colours.on_night, self._pulse.strength()), edge))
            painter.setBrush(QColor(colours.night_raised))
            inside = self.rect().adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(inside, edge * 4, edge * 4)
        elif self._ruled:
            painter.fillRect(0, 0, self.width(), max(1, self.height() // 90), QColor(colours.night_line))

    def _beat(self) -> None:
        if self._call and self._call.flashing:
            self.update()
