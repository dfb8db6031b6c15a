"""The board's window: the band, the calls, the side panel; or a sign instead of them."""

from __future__ import annotations

import logging

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from display_board import texts
from display_board.board import ROWS_MOST, BoardView, Stage
from display_board.layout import BAND, Layout, lay_out
from display_board.media.projector import Projector
from display_board.screens.newest import Newest
from display_board.screens.pulse import Pulse
from display_board.screens.recent import RecentRow
from display_board.screens.side import Side
from display_board.screens.sign import Sign
from shared.ui import scale, theme
from shared.ui.band import HEIGHT, WeaveBand

log = logging.getLogger(__name__)


class BoardWindow(QWidget):
    """Arranges itself anew for its size, the viewing distance and the panel."""

    def __init__(self, projector: Projector | None = None) -> None:
        super().__init__()
        self.setObjectName("board")
        self.setWindowTitle(texts.WINDOW_TITLE)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._view = BoardView()
        self._layout: Layout | None = None
        self._band = WeaveBand()
        self._pulse = Pulse(self)
        self._newest = Newest(self, self._pulse)
        self._rows = [RecentRow(self, place, self._pulse) for place in range(ROWS_MOST)]
        self._side = Side(self, projector)
        self._away = Sign(self, "away")
        self._closed = Sign(self, "closed")
        self._show_stage(self._view)

    def sizeHint(self) -> QSize:
        return QSize(1920, 1080)

    def show_view(self, view: BoardView) -> None:
        if view == self._view:
            return
        before, self._view = self._view, view
        if (view.distance_m, view.panel_inches) != (before.distance_m, before.panel_inches):
            self._lay_out()
        self._newest.show_view(view)
        for place, row in enumerate(self._rows):
            row.show_call(view.recent[place] if place < len(view.recent) else None)
        self._pulse.run(view.pulsing or any(call.flashing for call in view.recent))
        self._side.show_view(view)
        self._show_stage(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.colours().night))
        if self._layout and event.region().intersects(QRect(0, 0, self.width(), self._layout.px(BAND))):
            stretch = self._layout.px(BAND) / scale.px(HEIGHT)
            painter.scale(stretch, stretch)
            self._band.render(painter, QPoint(0, 0))

    def _lay_out(self) -> None:
        view, width, height = self._view, self.width(), self.height()
        layout = lay_out(width, height, view.distance_m, view.panel_inches)
        self._tell_if_too_far(layout)
        self._layout = layout
        self._band.resize(round(width * scale.px(HEIGHT) / layout.px(BAND)) + 1, scale.px(HEIGHT))
        self._newest.lay_out(layout)
        for row, box in zip(self._rows, layout.rows, strict=False):
            row.lay_out(box, layout)
        self._side.lay_out(layout)
        for sign in (self._away, self._closed):
            sign.move(0, layout.px(BAND))
            sign.lay_out(layout, width, height - layout.px(BAND))
        self._show_stage(view)

    def _tell_if_too_far(self, layout: Layout) -> None:
        distance = self._view.distance_m
        if layout.reads_to_m < distance and (self._layout is None or self._layout.reads_to_m != layout.reads_to_m):
            log.warning(
                "this panel of %g inches reads well from %g m, not from %g m: it would have to be larger",
                self._view.panel_inches, layout.reads_to_m, distance,
            )  # fmt: skip

    def _show_stage(self, view: BoardView) -> None:
        """Calls only while they are true: otherwise a sign."""
        match view.stage:
            case Stage.CONNECTING:
                self._away.show_words("hourglass", texts.CONNECTING, texts.CONNECTING_LEAD, view.now)
            case Stage.AWAY:
                self._away.show_words("plug-connected-x", texts.AWAY, texts.AWAY_LEAD, view.now)
            case Stage.CLOSED:
                title = texts.closed(view.ended, view.opens_at, view.now)
                self._closed.show_words("door", title, texts.opens(view.opens_at, view.now), view.now)
            case Stage.OPEN:
                pass
        self._away.setVisible(view.stage in (Stage.CONNECTING, Stage.AWAY))
        self._closed.setVisible(view.stage is Stage.CLOSED)
        is_open = view.stage is Stage.OPEN
        self._newest.setVisible(is_open)
        self._side.setVisible(is_open)
        rows = len(self._layout.rows) if self._layout else 0
        for place, row in enumerate(self._rows):
            row.setVisible(is_open and place < rows)
