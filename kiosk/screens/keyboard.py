"""The letters of Spanish in the order of the alphabet: who has never typed finds them too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk import texts
from kiosk.finding import LETTERS
from shared.domain.languages import both
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.tokens import HEAVY, KIOSK_GAP, KIOSK_TOUCH, Type

A_ROW = 7
LETTER = Type(44, HEAVY)


class Keyboard(QWidget):
    """`typed` with a letter or " "."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.px(KIOSK_GAP))
        self._keys: dict[BigButton, str] = {}
        for index, letter in enumerate(LETTERS):
            key = BigButton(letter.upper(), "quiet", kind=LETTER)
            key.setObjectName(f"letter-{letter}")
            key.setFixedHeight(scale.px(KIOSK_TOUCH))
            key.clicked.connect(self._press)
            self._keys[key] = letter
            grid.addWidget(key, index // A_ROW, index % A_ROW)
        self._space = BigButton("", "quiet", kind=LETTER)
        self._space.setObjectName("letter-space")
        self._space.setFixedHeight(scale.px(KIOSK_TOUCH))
        self._space.clicked.connect(self._press)
        self._keys[self._space] = " "
        grid.addWidget(self._space, len(LETTERS) // A_ROW, len(LETTERS) % A_ROW)
        for column in range(A_ROW):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, scale.px(KIOSK_TOUCH))

    def show_words(self) -> None:
        self._space.show_button("", "space")
        self._space.show_name(both(texts.space(), " · "))

    def _press(self) -> None:
        self.typed.emit(self._keys[self.sender()])  # type: ignore[index]
