"""The ways to use the kiosk, and the person who helps: on every screen, one tap away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk import texts
from kiosk.ways import NAMES, Ways
from shared.domain.languages import SPANISH, Words, both
from shared.ui import fonts, scale, theme
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_GAP, KIOSK_STRONG, KIOSK_TOUCH

ICONS = {
    "large": "text-size",
    "contrast": "contrast",
    "audio": "headphones",
    "low": "wheelchair",
    "help": "help-circle",
}
ABOVE_HEIGHT = 132
NARROW, WIDE, LARGE = 190, 320, 380
PADDING = 34
IN_THREE, BESIDE_ICON = 265, 215
"""The longest word that has room where there are three in a row, and beside a pictogram."""
QWIDGETSIZE_MAX = 16_777_215


class WaysPanel(QWidget):
    """In one row of the foot, in more where words are long; in a landscape window a column at the right."""

    pressed = Signal(str)
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portrait = True
        self._buttons: dict[str, BigButton] = {}
        self._columns, self._narrow, self._width = 0, True, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.px(KIOSK_GAP))

    def arrange(self, portrait: bool) -> None:
        self._portrait = portrait
        if self._columns:
            self._build(self._columns)

    def show_ways(self, ways: Ways, language: str) -> None:
        words = {name: texts.way(name, ways) for name in NAMES} | {"help": texts.need_help()}
        longest = max(_widest(text) for text in words.values())
        alone = not any(text.beside for text in words.values()) and not ways.large
        narrow = longest <= scale.px(NARROW - PADDING) and (alone or not self._portrait)
        columns = 5 if narrow and language == SPANISH else 3 if longest <= scale.px(IN_THREE) else 2
        with_icons = alone and (columns == 5 or longest <= scale.px(BESIDE_ICON))
        width = (
            scale.px(NARROW)
            if narrow
            else max(scale.px(LARGE if ways.large else WIDE), longest + scale.px(2 * PADDING))
        )
        if (columns, width) != (self._columns, self._width):
            self._narrow, self._width = narrow, width
            self._build(columns)
        for name, button in self._buttons.items():
            if name != "help":
                theme.mark(button, "look", "primary" if getattr(ways, name) else "soft")
            button.show_button(words[name], ICONS[name] if with_icons else "")

    def _build(self, columns: int) -> None:
        self._columns = columns
        for button in self._buttons.values():
            button.hide()
            self._grid.removeWidget(button)
            button.deleteLater()
        there = NAMES if self._portrait else tuple(name for name in NAMES if name != "low")  # it is low as it is
        self._buttons = {name: self._made(name) for name in (*there, "help")}
        across = columns if self._portrait else 1
        for index, button in enumerate(self._buttons.values()):
            last = index == len(self._buttons) - 1
            row, column = divmod(index, across)
            self._grid.addWidget(button, row, column, 1, across - column if last else 1)
        for column in range(5):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.setMaximumWidth(QWIDGETSIZE_MAX if self._portrait else self._width)
        self.setMinimumWidth(0 if self._portrait else self._width)
        for button in self._buttons.values():
            button.show()

    def _made(self, name: str) -> BigButton:
        above = self._columns == 5 or (self._narrow and not self._portrait)
        look = "dark" if name == "help" else "soft"
        height = ABOVE_HEIGHT if above else KIOSK_TOUCH
        button = BigButton("", look, kind=KIOSK_STRONG, height=height, above=above)
        button.setObjectName("help" if name == "help" else f"way-{name}")
        button.clicked.connect(self.help_asked if name == "help" else self._press)
        return button

    def _press(self) -> None:
        self.pressed.emit(next(name for name, button in self._buttons.items() if button is self.sender()))


def _widest(text: Words) -> int:
    """The longest word, in pixels; of both languages where there are two."""
    metrics = QFontMetrics(fonts.font(KIOSK_STRONG))
    return max(metrics.horizontalAdvance(word) for word in both(text).split())
