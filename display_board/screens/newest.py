"""The newest call: in gold across the board. Before the first call it says what will appear here."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board import texts
from display_board.board import BoardView
from display_board.calls import CallShown
from display_board.layout import CAPTION, CAPTION_BLOCK, EDGE, PAD, Layout
from display_board.screens.capitals import Capitals
from display_board.screens.counter_box import CounterBox
from display_board.screens.pulse import Pulse, between
from display_board.screens.words import Words
from shared.ui import theme, tokens
from shared.ui.tokens import HEAVY, STRONG

RADIUS = 28
RING = 10
EMPTY_PX, EMPTY_LEAD_PX = 88, 44
RISE = 0.3  # of the box's height: the number can be read all the way


class Newest(QWidget):
    """A new call rises in; its box pulses while the view says so."""

    def __init__(self, parent: QWidget, pulse: Pulse) -> None:
        super().__init__(parent)
        self.setObjectName("newest")
        self._layout: Layout | None = None
        self._call: CallShown | None = None
        self._number = Capitals(self, theme.colours().on_gold, Qt.AlignmentFlag.AlignLeft, name="newest-number")
        self._caption = Words(self, "on_gold", weight=STRONG, name="newest-caption")
        self._counter = CounterBox(self)
        self._empty = Words(self, "on_night", texts.EMPTY, weight=HEAVY, wrap=True, name="newest-empty")
        self._empty_lead = Words(self, "on_night_soft", texts.EMPTY_LEAD, wrap=True)
        self._pulse = pulse
        self._is_pulsing = False
        pulse.changed.connect(self._beat)
        self._rise = QVariantAnimation(self, startValue=1.0, endValue=0.0)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rise.valueChanged.connect(self._stand)
        self._show_call(None)

    def lay_out(self, layout: Layout) -> None:
        self._layout = layout
        self.setGeometry(*layout.newest)
        self._number.show_capitals(layout.newest_capitals)
        self._caption.show_px(layout.px(CAPTION))
        top, bottom = layout.px(EDGE), layout.px(CAPTION_BLOCK)
        self._caption.setGeometry(layout.number.x, top, layout.number.width, bottom - top)
        self._counter.lay_out(layout)
        self._stand(0.0)
        self._lay_out_empty(layout)

    def show_view(self, view: BoardView) -> None:
        if view.newest != self._call:
            self._show_call(view.newest)
            if view.newest and view.pulsing:
                self._rise_in()
        if self._is_pulsing != view.pulsing:
            self._is_pulsing = view.pulsing
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._px(RADIUS)
        if self._call is None:
            painter.setBrush(QColor(colours.night_raised))
            painter.drawRoundedRect(self.rect(), radius, radius)
            return
        ring = self._px(RING)
        strength, glow = (self._pulse.strength(), self._pulse.glow()) if self._is_pulsing else (0.0, 0.0)
        painter.setBrush(between(colours.gold, colours.on_night, strength))
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setBrush(between(colours.gold, colours.on_night, glow))
        painter.drawRoundedRect(self.rect().adjusted(ring, ring, -ring, -ring), radius - ring, radius - ring)

    def _beat(self) -> None:
        if self._is_pulsing:
            self.update()

    def _show_call(self, call: CallShown | None) -> None:
        self._call = call
        for widget in (self._caption, self._number, self._counter):
            widget.setVisible(call is not None)
        for words in (self._empty, self._empty_lead):
            words.setVisible(call is None)
        if call:
            self._caption.show_words(texts.CALLED_AGAIN if call.recall else texts.NUMBER)
            self._number.show_number(call.number)
            self._counter.show_counter(call.counter)
            self.setAccessibleName(texts.called(call.number, call.counter))
        else:
            self.setAccessibleName(texts.EMPTY)
        self.update()

    def _rise_in(self) -> None:
        self._rise.stop()
        duration = tokens.lasting(tokens.RISE_MS)
        if duration:
            self._rise.setDuration(duration)
            self._rise.start()
        else:
            self._stand(0.0)

    def _stand(self, below: float) -> None:
        """Put the call's words in place, or still on their way up to it: `below` goes from 1 to 0."""
        if self._layout is None:
            return
        layout, drop = self._layout, round(below * RISE * self.height())
        self._number.setGeometry(QRect(*layout.number).translated(0, drop))
        self._counter.stand(drop)

    def _lay_out_empty(self, layout: Layout) -> None:
        self._empty.show_px(layout.px(EMPTY_PX))
        self._empty_lead.show_px(layout.px(EMPTY_LEAD_PX))
        width = self.width() - layout.px(4 * PAD)
        first, second = (words.heightForWidth(width) for words in (self._empty, self._empty_lead))
        gap = layout.px(PAD / 2)
        top = max(0, (self.height() - first - gap - second) // 2)
        self._empty.setGeometry(layout.px(2 * PAD), top, width, first)
        self._empty_lead.setGeometry(layout.px(2 * PAD), top + first + gap, width, second)

    def _px(self, units: float) -> int:
        return self._layout.px(units) if self._layout else round(units)
