"""Ten large digits and a way to take the last one back: for fingers, with the keyboard doing the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.tokens import COUNTER_PRIMARY, Type

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase")
ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyPad(QWidget):
    """`pressed` with `digit-7` or `erase`: the names of its buttons."""

    pressed = Signal(str)

    def __init__(
        self,
        erase: str,
        *,
        kind: Type = COUNTER_PRIMARY,
        erase_kind: Type | None = None,
        height: float = 64,
        gap: float = 10,
        parent: QWidget | None = None,
    ) -> None:
        """`erase`: the words of that key."""
        super().__init__(parent)
        self._buttons: list[BigButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.px(gap))
        for index, key in enumerate(KEYS):
            if not key:
                continue
            words = erase if key == "erase" else key
            of = erase_kind or kind if key == "erase" else kind
            button = BigButton(words, "quiet", kind=of, height=height)
            button.setObjectName(key if key == "erase" else f"digit-{key}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._press)
            self._buttons.append(button)
            grid.addWidget(button, index // 3, index % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def show_enabled(self, *, enabled: bool) -> None:
        for button in self._buttons:
            button.setEnabled(enabled)

    def take_key(self, event: QKeyEvent) -> bool:
        """A key of the keyboard, from whoever has the focus. Returns whether it means something here."""
        text = event.text()
        if len(text) == 1 and text.isascii() and text.isdecimal():
            self.pressed.emit(f"digit-{text}")
        elif Qt.Key(event.key()) in ERASING:
            self.pressed.emit("erase")
        else:
            return False
        return True

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())
