"""Beside or below the calls: the clock, the waits, and a notice, a picture or a film."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.board import BoardView
from display_board.layout import Layout
from display_board.media.projector import Projector
from display_board.screens.clock import Clock
from display_board.screens.media import Media
from display_board.screens.notice import Notice
from display_board.screens.waits import LINE, TITLE_LINE, Waits
from display_board.waits import WaitShown
from shared.ui import theme

PAD = 32
HEAD = 104
STRIP = 260  # less than this is one line: clock and notice
NOTICE_PART, MEDIA_PART = 0.45, 0.56
RADIUS = 28


class Side(QWidget):
    """What does not fit is left out: first waits, never the clock."""

    def __init__(self, parent: QWidget, projector: Projector | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._shown: tuple[tuple[WaitShown, ...], str, bool, bool] = ((), "", False, False)
        self._clock = Clock(self)
        self._waits = Waits(self)
        self._notice = Notice(self)
        self._media = Media(self, projector) if projector else None
        self._has_media = self._has_picture = False

    def lay_out(self, layout: Layout) -> None:
        self._layout = layout
        self.setGeometry(*layout.side)
        self._stand()

    def show_view(self, view: BoardView) -> None:
        self._clock.show_moment(view.now, view.no_sound)
        item = view.item
        self._has_media = view.has_media and self._media is not None
        self._has_picture = self._has_media and item is not None and bool(item.file)
        notice = item.text if item and not self._has_picture else view.notice if item is None else ""
        shown = (view.waits, notice, self._has_media, self._has_picture)
        if shown != self._shown:
            self._shown = shown
            self._waits.show_waits(view.waits)
            self._notice.show_words(notice)
            self._stand()
        if self._media:
            self._media.show_item(item if self._has_picture else None, calling=view.is_calling)

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = self._layout.px(RADIUS) if self._layout else RADIUS
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().night_raised))
        painter.drawRoundedRect(self.rect(), radius, radius)

    def _stand(self) -> None:
        if self._layout is None:
            return
        if self.height() < self._layout.px(STRIP):
            self._stand_in_a_line(self._layout)
        else:
            self._stand_as_a_column(self._layout)

    def _stand_as_a_column(self, layout: Layout) -> None:
        pad, inner = layout.px(PAD), self.width() - 2 * layout.px(PAD)
        self._clock.move(pad, layout.px(PAD / 4))
        self._clock.lay_out(layout, inner, layout.px(HEAD), together=False)
        top, bottom = self._clock.geometry().bottom() + 1, self.height() - pad // 2
        if self._media:
            self._media.setVisible(self._has_picture)
        if self._has_media and self._media:
            width = self.width() - pad
            height = min(width * 9 // 16, round(self.height() * MEDIA_PART))
            bottom -= height
            self._media.lay_out(pad // 2, bottom, width, height)
            self._notice.fit(layout, width, height)
            self._notice.lay_out(layout, pad // 2, bottom, width, height)
        elif self._notice.text():
            most = round(self.height() * NOTICE_PART)
            width = self.width() - pad
            height = min(self._notice.needs(layout, width, most) + pad, self.height() - top)
            bottom -= height
            self._notice.lay_out(layout, pad // 2, bottom, width, height)
        room = max(0, bottom - top - pad // 2)
        self._waits.setVisible(room >= layout.px(TITLE_LINE + LINE))
        self._waits.lay_out(layout, pad, top, inner, room)

    def _stand_in_a_line(self, layout: Layout) -> None:
        pad, height = layout.px(PAD), self.height()
        self._waits.hide()
        if self._media:
            self._media.hide()
        self._clock.lay_out(layout, self.width() - 2 * pad, height, together=True)
        width = self._clock.needs()
        self._clock.lay_out(layout, width, height, together=True)
        self._clock.move(pad, 0)
        left = pad + width + pad
        room = self.width() - left - pad // 2
        needs = self._notice.needs(layout, room, height - pad) if room > layout.px(HEAD) else height
        self._notice.setVisible(bool(self._notice.text()) and needs <= height - pad)
        self._notice.lay_out(layout, left, pad // 2, room, height - pad)
