"""Six digits on a pad: the PIN of whoever comes in, or another one. The keyboard does the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter import pin_texts as texts
from counter.screens.small_button import SmallButton
from counter.shown import EntryView
from shared.domain.pin import LENGTH
from shared.ui import scale
from shared.ui.key_pad import KeyPad
from shared.ui.label import Label
from shared.ui.notice import Notice
from shared.ui.panel import Panel
from shared.ui.pin_dots import PinDots
from shared.ui.tokens import COUNTER_MARGIN, COUNTER_SERVICE, COUNTER_STRONG, COUNTER_TEXT, COUNTER_TITLE

WIDTH = 420
BACK = (Qt.Key.Key_Escape,)


class PinPage(QWidget):
    """`pressed` with `digit-7`, `erase` or `back`."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        centre = Qt.AlignmentFlag.AlignCenter
        self._person = Label(COUNTER_TITLE, tone="blue", align=centre)
        self._title = Label(COUNTER_SERVICE, tone="ink", align=centre)
        self._text = Label(COUNTER_TEXT, tone="soft", wrap=True, align=centre)
        self._problem = Notice(COUNTER_STRONG)
        self._dots = PinDots(LENGTH)
        self._pad = KeyPad(texts.ERASE, erase_kind=COUNTER_STRONG)
        self._back = SmallButton("back", "", "Esc")
        self._foot = Label(COUNTER_TEXT, tone="soft", align=centre)
        self._pad.pressed.connect(self.pressed)
        self._back.clicked.connect(self._go_back)
        self._arrange()

    def _arrange(self) -> None:
        sheet = Panel("panel")
        sheet.setFixedWidth(scale.px(WIDTH + 64))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*(scale.px(side) for side in (32, 22, 32, 24)))
        column.setSpacing(scale.px(10))
        for widget in (self._person, self._title, self._text, self._problem):
            column.addWidget(widget)
        column.addSpacing(scale.px(6))
        column.addWidget(self._dots)
        column.addSpacing(scale.px(8))
        column.addWidget(self._pad)
        column.addWidget(self._back)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(sheet)
        across.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(*(scale.px(COUNTER_MARGIN) for _ in range(4)))
        outside.setSpacing(scale.px(12))
        outside.addStretch()
        outside.addLayout(across)
        outside.addWidget(self._foot)
        outside.addStretch()

    def show_pin(self, shown: EntryView) -> None:
        self._person.show_text(shown.person)
        self._title.show_text(shown.title)
        self._text.show_text(shown.text)
        self._problem.show_notice("alert", shown.problem)
        self._dots.show_typed(shown.typed, texts.typed(shown.typed))
        self._pad.show_enabled(enabled=not shown.busy)
        self._back.show_button("back", shown.back, enabled=bool(shown.back) and not shown.busy)
        self._back.setVisible(bool(shown.back))
        self._foot.show_text(shown.foot, hide_empty=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in BACK and self._back.isVisible():
            self._go_back()
        elif not event.isAutoRepeat():
            self._pad.take_key(event)
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def _go_back(self) -> None:
        self.pressed.emit("back")
