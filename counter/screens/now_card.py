"""What is happening now: the citizen at the counter, or what stands there while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from counter import texts
from counter.screens.chips import Chips
from counter.screens.clock_face import ClockFace
from counter.screens.small_button import SmallButton
from counter.shown import Badge as BadgeShown, Now, Quiet
from shared.ui import scale
from shared.ui.badge import Badge
from shared.ui.fit_text import FitText
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import COUNTER_NUMBER, COUNTER_SERVICE, COUNTER_SMALL, COUNTER_STRONG, COUNTER_TEXT

PADDING = 28
WIDEST = "RW 1888"
MOST_BADGES = 2
DOCUMENT = 340
"""Wide enough for the longest number with the name of its kind: it does not move when it is looked at."""


class NowCard(Panel):
    """`pressed` with the name of a chip."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._badges = [Badge(COUNTER_STRONG) for _ in range(MOST_BADGES)]
        self._number = FitText(COUNTER_NUMBER, reserve=WIDEST)
        self._number.setObjectName("number")
        self._number.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._service = Label(COUNTER_SERVICE, tone="ink", wrap=True)
        self._story = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._story.setObjectName("story")
        self._hint = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._done = Label(COUNTER_SMALL, texts.CODED, tone="soft")
        self._document = SmallButton("document", "", "V")
        self._document.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._document.clicked.connect(self._look)
        self._document.setMinimumWidth(scale.px(DOCUMENT))
        self._document_row = QWidget()
        row = QHBoxLayout(self._document_row)
        row.setContentsMargins(0, scale.px(8), 0, scale.px(8))
        row.addWidget(self._document)
        row.addStretch()
        self._clock = ClockFace()
        self._chips = Chips()
        self._chips.pressed.connect(self.pressed)
        self._quiet_title = Label(COUNTER_SERVICE, tone="ink", align=Qt.AlignmentFlag.AlignCenter)
        self._quiet_text = Label(COUNTER_TEXT, tone="soft", wrap=True, align=Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._citizen())
        self._pages.addWidget(self._nobody())

    def _citizen(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*(scale.px(side) for side in (PADDING, 20, PADDING, 16)))
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(scale.px(12))
        column.addWidget(self._service)
        column.addSpacing(scale.px(4))
        column.addWidget(self._story)
        column.addSpacing(scale.px(12))
        column.addWidget(self._hint)
        column.addWidget(self._document_row)
        column.addWidget(self._done)
        column.addSpacing(scale.px(8))
        column.addWidget(self._chips)
        column.addStretch()
        return page

    def _head(self) -> QHBoxLayout:
        badges = QHBoxLayout()
        badges.setSpacing(scale.px(8))
        for badge in self._badges:
            keep = badge.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            badge.setSizePolicy(keep)
            badges.addWidget(badge)
        badges.addStretch()
        left = QVBoxLayout()
        left.setSpacing(scale.px(14))
        left.addLayout(badges)
        left.addWidget(self._number)
        head = QHBoxLayout()
        head.setSpacing(scale.px(16))
        head.addLayout(left, 1)
        head.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _nobody(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*(scale.px(PADDING) for _ in range(4)))
        column.setSpacing(scale.px(8))
        column.addStretch(2)
        column.addWidget(self._quiet_title)
        column.addWidget(self._quiet_text)
        column.addStretch(3)
        return page

    def show_now(self, now: Now | None, quiet: Quiet | None) -> None:
        if now is None:
            words = quiet or Quiet("", "")
            self._quiet_title.show_text(words.title)
            self._quiet_text.show_text(words.text)
            self._pages.setCurrentIndex(1)
            return
        self._number.show_text(now.number)
        self._service.show_text(now.service)
        self._story.show_text(now.story)
        self._hint.show_text(now.hint, hide_empty=True)
        self._document.show_button("document", now.document)
        self._document_row.setVisible(bool(now.document))
        self._clock.show_clock(now.clock)
        self._show_badges(now.badges)
        self._done.setVisible(bool(now.chips))
        self._chips.show_chips(now.chips, now.other)
        self._pages.setCurrentIndex(0)

    def _look(self) -> None:
        self.pressed.emit("document")

    def _show_badges(self, badges: tuple[BadgeShown, ...]) -> None:
        for index, widget in enumerate(self._badges):
            shown = badges[index] if index < len(badges) else BadgeShown("", "neutral", "")
            widget.show_badge(shown.text, shown.tone, shown.icon)
