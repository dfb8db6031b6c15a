"""The ways to use the kiosk, and the person who helps: on every screen, one tap away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk import texts
from kiosk.ways import NAMES, Ways
from shared.ui import scale, theme
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_GAP, KIOSK_STRONG

ICONS = {"large": "text-size", "contrast": "contrast-2", "audio": "headphones", "low": "wheelchair"}
HEIGHT = 132
WIDTH = 190
QWIDGETSIZE_MAX = 16_777_215


class WaysPanel(QWidget):
    """A row of the foot, or in a landscape window a column at the right."""

    pressed = Signal(str)
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {name: self._made(f"way-{name}", "soft") for name in NAMES}
        for button in self._buttons.values():
            button.clicked.connect(self._press)
        self._help = self._made("help", "dark")
        self._help.clicked.connect(self.help_asked)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(scale.px(KIOSK_GAP))
        for button in (*self._buttons.values(), self._help):
            self._line.addWidget(button, 1)

    def _made(self, name: str, look: str) -> BigButton:
        button = BigButton("", look, kind=KIOSK_STRONG, height=HEIGHT, above=True)
        button.setObjectName(name)
        return button

    def arrange(self, portrait: bool) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if portrait else down)
        self._buttons["low"].setVisible(portrait)  # a landscape panel is low as it is
        self.setMaximumWidth(QWIDGETSIZE_MAX if portrait else scale.px(WIDTH))
        self.setMinimumWidth(0 if portrait else scale.px(WIDTH))

    def show_ways(self, ways: Ways) -> None:
        for name, button in self._buttons.items():
            theme.mark(button, "look", "primary" if getattr(ways, name) else "soft")
            button.show_button(texts.way(name, ways), ICONS[name])
        self._help.show_button(texts.need_help(), "help-circle")

    def _press(self) -> None:
        self.pressed.emit(next(name for name, button in self._buttons.items() if button is self.sender()))
