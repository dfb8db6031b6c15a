"""The code of an appointment, on a number pad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.screen import Screen, where_room
from kiosk.views import CodeView
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_BACK, KIOSK_BUTTON, KIOSK_GAP, KIOSK_QUESTION

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0")
PORTRAIT, LANDSCAPE = 150, 100
WIDEST = 900


class CodeScreen(Screen[CodeView]):
    """`typed` with a digit, or "" for the last one taken back; `said` when it is complete."""

    typed = Signal(str)
    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._code = Label(KIOSK_QUESTION, tone="ink", align=Qt.AlignmentFlag.AlignCenter)
        field = Panel("panel")
        inside = QVBoxLayout(field)
        inside.setContentsMargins(*(scale.px(side) for side in (20, 10, 20, 10)))
        inside.addWidget(self._code)
        self._keys = [BigButton("", "quiet", kind=KIOSK_BUTTON if key else KIOSK_BACK) for key in KEYS]
        self._done = BigButton("", "primary", kind=KIOSK_BACK)
        self._done.setObjectName("code-done")
        self._done.clicked.connect(self.said)
        pad = QGridLayout()
        pad.setSpacing(scale.px(KIOSK_GAP))
        for index, (key, button) in enumerate(zip(KEYS, self._keys, strict=True)):
            button.setObjectName(f"key-{key or 'erase'}")
            button.clicked.connect(self._press)
            pad.addWidget(button, index // 3, index % 3)
        pad.addWidget(self._done, 3, 2)
        inner = QWidget()
        inner.setMaximumWidth(scale.px(WIDEST))
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(scale.px(20))
        middle.addWidget(field)
        middle.addLayout(pad)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 100)
        across.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scale.px(16))
        self._column.setSpacing(scale.px(16))
        self._column.addWidget(self._heading)
        self._column.addStretch(1)
        self._column.addLayout(across)
        self._column.addStretch(2)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        for button in (*self._keys, self._done):
            button.setFixedHeight(scale.px(PORTRAIT if portrait else LANDSCAPE))

    def show_view(self, view: CodeView) -> None:
        self._heading.show_question(texts.code_question(), where_room(texts.code_lead(), tight=not self.portrait))
        self._code.show_text(view.typed or " ")
        for key, button in zip(KEYS, self._keys, strict=True):
            button.show_button(key or texts.erase())
        self._done.show_button(texts.code_done())
        self._done.setEnabled(view.complete)

    def _press(self) -> None:
        self.typed.emit(KEYS[self._keys.index(self.sender())])  # type: ignore[arg-type]
