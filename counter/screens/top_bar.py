"""The dark bar: which counter this is, who sits at it, how many wait, whether the hub is there, the hour."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter import pin_texts
from counter.screens.leave_button import LeaveButton
from counter.screens.person_button import PersonButton
from counter.shown import Bar
from shared.ui import scale, theme
from shared.ui.dot import Dot
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_MARGIN, COUNTER_TEXT, COUNTER_TITLE

HEIGHT = 60


class TopBar(QWidget):
    """`pressed` with `me`, or the name of its other button, where it has a `way_out`: the words and the key of it."""

    pressed = Signal(str)

    def __init__(
        self, name: str = "", way_out: str = "", key: str = "", icon: str = "logout", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.ground(self, "night")
        self.setFixedHeight(scale.px(HEIGHT))
        self._title = Label(COUNTER_TITLE, tone="on_night")
        self._place = Label(COUNTER_TEXT, tone="on_night_soft")
        self._person = PersonButton(pin_texts.MINE)
        self._person.clicked.connect(self._ask_for_mine)
        self._leave = LeaveButton(name, way_out, key, icon)
        self._line = Label(COUNTER_TEXT, tone="on_night_soft")
        self._dot = Dot(11, "online")
        self._connection = Label(COUNTER_TEXT, tone="on_night_soft")
        self._clock = Label(COUNTER_TEXT, tone="on_night_soft", tabular=True)
        self._leave.clicked.connect(self._press)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(COUNTER_MARGIN), 0, scale.px(COUNTER_MARGIN), 0)
        row.setSpacing(0)
        row.addWidget(self._title)
        row.addSpacing(scale.px(28))
        row.addWidget(self._place)
        row.addStretch()
        row.addWidget(self._person)
        row.addSpacing(scale.px(12))
        row.addWidget(self._leave)
        row.addSpacing(scale.px(28))
        for widget, gap in ((self._line, 24), (self._dot, 9), (self._connection, 24), (self._clock, 0)):
            row.addWidget(widget)
            row.addSpacing(scale.px(gap))

    def show_bar(self, bar: Bar) -> None:
        self._title.show_text(bar.title)
        self._place.show_text(bar.place)
        self._person.show_person(bar.person)
        self._leave.setVisible(bar.way_out)
        self._line.show_text(bar.line)
        self._dot.show_dot(bar.connection, "online" if bar.online else "gold")
        self._connection.show_text(bar.connection)
        self._clock.show_text(bar.clock)

    def _ask_for_mine(self) -> None:
        self.pressed.emit(self._person.objectName())

    def _press(self) -> None:
        self.pressed.emit(self._leave.objectName())
