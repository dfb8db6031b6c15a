"""The waits of the queues, as many as there is room for."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board import texts
from display_board.layout import Layout
from display_board.screens.words import RIGHT, Words
from display_board.waits import WaitShown
from shared.ui import fonts, theme
from shared.ui.tokens import HEAVY, REGULAR

TITLE_PX, WAIT_PX, WAIT_SMALLEST_PX = 30, 37, 26
TITLE_LINE, LINE, LINE_MOST = 50, 58, 72
GAP = 24


class Waits(QWidget):
    """A title, then one line for each queue: its name, and the wait in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waits")
        self._layout: Layout | None = None
        self._shown: tuple[WaitShown, ...] = ()
        self._title = Words(self, "on_night_soft", texts.WAITS)
        self._names: list[Words] = []
        self._times: list[Words] = []

    def show_waits(self, waits: tuple[WaitShown, ...]) -> None:
        self._shown = waits
        self.setAccessibleName(
            "; ".join((texts.WAITS, *(f"{w.name}: {texts.wait(w.minutes, w.interrupted)}" for w in waits)))
        )
        self._stand()

    def lay_out(self, layout: Layout, x: int, y: int, width: int, height: int) -> None:
        self._layout = layout
        self.setGeometry(x, y, width, height)
        self._stand()

    def lines(self) -> int:
        """How many queues are shown."""
        if self._layout is None:
            return 0
        room = self.height() - self._layout.px(TITLE_LINE)
        return max(0, min(len(self._shown), room // self._layout.px(LINE)))

    def _line(self) -> tuple[int, int]:
        """Where the first line begins, and how high each is: they share the room."""
        assert self._layout is not None
        top = self._layout.px(TITLE_LINE)
        share = (self.height() - top) // max(1, self.lines())
        return top, min(share, self._layout.px(LINE_MOST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layout is None:
            return
        painter = QPainter(self)
        (top, height), colour = self._line(), QColor(theme.colours().night_line)
        for line in range(self.lines()):
            painter.fillRect(0, top + line * height, self.width(), self._layout.px(2), colour)

    def _stand(self) -> None:
        if self._layout is None:
            return
        layout, lines = self._layout, self.lines()
        self._title.show_px(layout.px(TITLE_PX))
        self._title.setGeometry(0, 0, self.width(), layout.px(TITLE_LINE))
        self._title.setVisible(lines > 0)
        self._have(lines)
        pixels, (top, height) = self._fitting(lines), self._line()
        for line, shown in enumerate(self._shown[:lines]):
            name, time = self._names[line], self._times[line]
            name.show_words(shown.name)
            time.show_words(texts.wait(shown.minutes, shown.interrupted))
            for words, left in ((name, 0), (time, self.width() // 2)):
                words.show_px(pixels)
                words.setGeometry(left, top + line * height, self.width() - left, height)
        self.update()

    def _have(self, lines: int) -> None:
        """Labels enough, and only those in use in sight."""
        while len(self._names) < lines:
            place = len(self._names)
            self._names.append(Words(self, "on_night", name=f"wait-{place}-name"))
            self._times.append(Words(self, "on_night", weight=HEAVY, align=RIGHT, name=f"wait-{place}"))
        for place, (name, time) in enumerate(zip(self._names, self._times, strict=True)):
            name.setVisible(place < lines)
            time.setVisible(place < lines)

    def _fitting(self, lines: int) -> int:
        """The largest letters in which every name stands beside its wait; one size for all."""
        assert self._layout is not None
        for units in range(WAIT_PX, WAIT_SMALLEST_PX, -1):
            pixels = self._layout.px(units)
            names, times = QFontMetrics(fonts.exact(pixels, REGULAR)), QFontMetrics(fonts.exact(pixels, HEAVY))
            room = self.width() - self._layout.px(GAP)
            widths = (
                names.horizontalAdvance(w.name) + times.horizontalAdvance(texts.wait(w.minutes, w.interrupted))
                for w in self._shown[:lines]
            )
            if all(width <= room for width in widths):
                return pixels
        return self._layout.px(WAIT_SMALLEST_PX)
