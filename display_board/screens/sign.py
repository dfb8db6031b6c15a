"""One plain sign over the whole board: the hub is away, or nobody is attended now."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from display_board.layout import MARGIN, Layout
from display_board.screens.clock import Clock
from display_board.screens.words import Words
from shared.ui import icons, theme
from shared.ui.sight import CAPITAL
from shared.ui.tokens import HEAVY

ICON_PX, LEAD_PX, GAP, CLOCK = 150, 60, 40, 120
SMALLEST = 0.4


class Sign(QWidget):
    """A pictogram, a title one reads from afar, a sentence, the clock."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon_name = ""
        self._layout: Layout | None = None
        self._icon = QLabel(self)
        self._title = Words(self, "on_night", weight=HEAVY, wrap=True, name=f"{name}-title")
        self._lead = Words(self, "on_night_soft", wrap=True, name=f"{name}-lead")
        self._clock = Clock(self)

    def show_words(self, icon: str, title: str, lead: str, now: datetime | None) -> None:
        self._show_icon(icon)
        self._title.show_words(title)
        self._lead.show_words(lead)
        self.setAccessibleName(f"{title}. {lead}")
        self._clock.setVisible(now is not None)
        self._clock.show_moment(now, False)
        self._stand()

    def lay_out(self, layout: Layout, width: int, height: int) -> None:
        self._layout = layout
        self.resize(width, height)
        self._show_icon(self._icon_name)
        self._clock.lay_out(layout, width - layout.px(8 * MARGIN), layout.px(CLOCK), together=True)
        self._stand()

    def _show_icon(self, name: str) -> None:
        self._icon_name = name
        if name and self._layout:
            side = self._layout.px(ICON_PX)
            self._icon.setPixmap(icons.pixmap(name, theme.colours().on_night_soft, side))

    def _stand(self) -> None:
        if self._layout is None:
            return
        layout = self._layout
        left, gap, icon = layout.px(4 * MARGIN), layout.px(GAP), layout.px(ICON_PX)
        width = self.width() - 2 * left
        room = self.height() - layout.px(CLOCK + 4 * MARGIN)
        title, lead = self._sized(width, room - icon - 2 * gap)
        top = layout.px(2 * MARGIN) + max(0, (room - icon - 2 * gap - title - lead) // 2)
        self._icon.setGeometry(left, top, icon, icon)
        self._title.setGeometry(left, top + icon + gap, self._title.balanced(width), title)
        self._lead.setGeometry(left, top + icon + 2 * gap + title, self._lead.balanced(width), lead)
        self._clock.move(left, self.height() - layout.px(CLOCK + MARGIN))

    def _sized(self, width: int, room: int) -> tuple[int, int]:
        """Heights of title and lead, the title as large as a recent call, or what there is room for."""
        assert self._layout is not None
        part = 1.0
        while True:
            self._title.show_px(round(self._layout.recent_capitals / CAPITAL * part))
            self._lead.show_px(round(self._layout.px(LEAD_PX) * part))
            title, lead = (words.heightForWidth(width) for words in (self._title, self._lead))
            if title + lead <= room or part <= SMALLEST:
                return title, lead
            part -= 0.1
