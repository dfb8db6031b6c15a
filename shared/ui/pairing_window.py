"""The screen of a device that belongs to no centre yet: a code by touch or keyboard, and how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shared.ui import pairing_texts as texts, scale, theme
from shared.ui.band import WeaveBand
from shared.ui.code_boxes import CodeBoxes
from shared.ui.key_pad import KeyPad
from shared.ui.label import Label
from shared.ui.notice import Notice
from shared.ui.pairing import Pairing
from shared.ui.tokens import COUNTER_SERVICE, COUNTER_STRONG, KIOSK_BUTTON, KIOSK_STRONG

WIDTH, KEY, GAP = 860, 96, 16
AT_A_DESK = 600, 58, 10


class PairingWindow(QWidget):
    def __init__(self, pairing: Pairing, device: str, *, at_a_desk: bool = False) -> None:
        """`at_a_desk`: read from near, on a small screen."""
        super().__init__()
        self.setObjectName("pairing")
        self.setWindowTitle(texts.WINDOW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.ground(self, "paper")
        self._pairing = pairing
        large, small = (COUNTER_SERVICE, COUNTER_STRONG) if at_a_desk else (KIOSK_BUTTON, KIOSK_STRONG)
        self._width, key, gap = AT_A_DESK if at_a_desk else (WIDTH, KEY, GAP)
        centre = Qt.AlignmentFlag.AlignCenter
        self._title = Label(large, texts.TITLE, tone="ink", wrap=True, align=centre)
        self._device = Label(small, texts.device(device), tone="soft", align=centre)
        self._notice = Notice(small)
        self._code = CodeBoxes()
        self._pad = KeyPad(texts.ERASE, kind=large, erase_kind=small, height=key, gap=gap)
        self._pad.pressed.connect(pairing.press)
        pairing.changed.connect(self._show)
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setFixedWidth(scale.px(self._width))
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(scale.px(20))
        for widget in (self._title, self._device, self._notice, self._code, self._pad):
            middle.addWidget(widget)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(inner)
        across.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WeaveBand())
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def _show(self) -> None:
        self._notice.show_notice(self._pairing.tone, self._pairing.sentence)
        self._code.show_typed(self._pairing.typed)
        self._pad.show_enabled(enabled=not self._pairing.busy)

    def view(self) -> dict[str, object]:
        """What a robot is told: how much is typed, never the code."""
        return {"screen": "pairing", "typed": len(self._pairing.typed), "sentence": self._pairing.sentence}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._pad.take_key(event)
        event.accept()
