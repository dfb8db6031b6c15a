"""The ticket just given: the number large, what to say to its owner, what became of the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.orientator import texts
from counter.orientator.shown import Given
from counter.screens.small_button import SmallButton
from shared.ui import scale
from shared.ui.action_button import ActionButton
from shared.ui.badge import Badge
from shared.ui.fit_text import FitText
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_NUMBER, COUNTER_SERVICE, COUNTER_STRONG, COUNTER_TEXT

GIVE_HEIGHT = 96


class GivenCard(Panel):
    """`pressed` with another, or group for one more of the same."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._badge = Badge(COUNTER_STRONG)
        self._number = FitText(COUNTER_NUMBER, reserve="RW 1888")
        self._number.setObjectName("number")
        self._service = Label(COUNTER_SERVICE, tone="ink", wrap=True)
        self._lines = Label(COUNTER_TEXT, tone="ink", wrap=True)
        self._paper = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._another = ActionButton(primary=True)
        self._another.setObjectName("another")
        self._another.setFixedHeight(scale.px(GIVE_HEIGHT))
        self._another.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._another.show_action(texts.ANOTHER, "Enter")
        self._another.clicked.connect(self._press)
        self._group = SmallButton("group", texts.GROUP, "G")
        self._group.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._group.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scale.px(28) for _ in range(4)))
        column.setSpacing(scale.px(12))
        column.addWidget(self._badge)
        column.addWidget(self._number)
        for widget in (self._service, self._lines, self._paper):
            column.addWidget(widget)
        column.addStretch()
        column.addWidget(self._another)
        column.addWidget(self._group)

    def show_given(self, given: Given) -> None:
        self._badge.show_badge(given.preferential, "gold", "heart-handshake")
        self._number.show_text(given.number)
        self._service.show_text(given.service)
        self._lines.show_text("\n".join(given.lines))
        self._paper.show_text(given.paper, hide_empty=True)
        self._group.setVisible(given.can_group)

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())
