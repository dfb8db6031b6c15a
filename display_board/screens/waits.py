"""The waits of the entities, as many as there is room for."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board import texts
from display_board.layout import Layout
from display_board.screens.words import RIGHT, Words
from display_board.waits import WaitShown
from shared.ui import fonts, theme
from shared.ui.tokens import HEAVY, REGULAR

TITLE_PX, WAIT_PX, WAIT_SMALLEST_PX, MORE_PX = 30, 37, 26, 26
TITLE_LINE, LINE, LINE_MOST, MORE_LINE, TALL_MOST = 50, 58, 72, 34, 104
GAP = 24


class Waits(QWidget):
    """A title, then one line for each entity: its name, and the wait in words.

    Where there is room for all of them, a second line says how many wait and until when it attends.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waits")
        self._layout: Layout | None = None
        self._shown: tuple[WaitShown, ...] = ()
        self._title = Words(self, "on_night_soft", texts.WAITS)
        self._names: list[Words] = []
        self._times: list[Words] = []
        self._more: list[Words] = []

    def show_waits(self, waits: tuple[WaitShown, ...]) -> None:
        self._shown = waits
        self.setAccessibleName(
            "; ".join((texts.WAITS, *(f"{w.name}: {texts.wait_of(w)}, {texts.more_of(w)}" for w in waits)))
        )
        self._stand()

    def lay_out(self, layout: Layout, x: int, y: int, width: int, height: int) -> None:
        self._layout = layout
        self.setGeometry(x, y, width, height)
        self._stand()

    def lines(self) -> int:
        """How many entities are shown: who opens later only where all who attend have their two lines."""
        if self._layout is None:
            return 0
        open_now = sum(shown.is_open for shown in self._shown)
        in_full = self._room() // self._layout.px(LINE + MORE_LINE)
        if open_now <= in_full:
            return min(len(self._shown), in_full)
        return max(0, min(open_now, self._room() // self._layout.px(LINE)))

    def is_full(self) -> bool:
        """Whether each has its second line."""
        return self._layout is not None and self.lines() * self._layout.px(LINE + MORE_LINE) <= self._room()

    def _room(self) -> int:
        return self.height() - self._layout.px(TITLE_LINE) if self._layout else 0

    def _line(self) -> tuple[int, int]:
        """Where the first line begins, and how high each is: they share the room."""
        assert self._layout is not None
        top = self._layout.px(TITLE_LINE)
        share = (self.height() - top) // max(1, self.lines())
        return top, min(share, self._layout.px(TALL_MOST if self.is_full() else LINE_MOST))

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
        below = layout.px(MORE_LINE) if self.is_full() else 0
        for line, shown in enumerate(self._shown[:lines]):
            name, time, more = self._names[line], self._times[line], self._more[line]
            name.show_words(shown.name)
            time.show_words(texts.wait_of(shown))
            for words, left in ((name, 0), (time, self.width() // 2)):
                words.show_px(pixels)
                words.setGeometry(left, top + line * height, self.width() - left, height - below)
            more.show_words(texts.more_of(shown))
            more.show_px(layout.px(MORE_PX))
            more.setVisible(below > 0)
            more.setGeometry(0, top + (line + 1) * height - below - layout.px(8), self.width(), below)
        self.update()

    def _have(self, lines: int) -> None:
        """Labels enough, and only those in use in sight."""
        while len(self._names) < lines:
            place = len(self._names)
            self._names.append(Words(self, "on_night", name=f"wait-{place}-name"))
            self._times.append(Words(self, "on_night", weight=HEAVY, align=RIGHT, name=f"wait-{place}"))
            self._more.append(Words(self, "on_night_soft", name=f"wait-{place}-more"))
        for column in (self._names, self._times, self._more):
            for place, words in enumerate(column):
                words.setVisible(place < lines)

    def _fitting(self, lines: int) -> int:
        """The largest letters in which every name stands beside its wait; one size for all."""
        assert self._layout is not None
        for units in range(WAIT_PX, WAIT_SMALLEST_PX, -1):
            pixels = self._layout.px(units)
            names, times = QFontMetrics(fonts.exact(pixels, REGULAR)), QFontMetrics(fonts.exact(pixels, HEAVY))
            room = self.width() - self._layout.px(GAP)
            widths = (
                names.horizontalAdvance(w.name) + times.horizontalAdvance(texts.wait_of(w)) for w in self._shown[:lines]
            )
            if all(width <= room for width in widths):
                return pixels
        return self._layout.px(WAIT_SMALLEST_PX)
