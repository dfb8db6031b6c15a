"""Those whom the law attends first, four pictograms together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from kiosk.screens.screen import in_columns
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_STRONG

COUNT = 4


class Groups(Panel):
    """One sheet to be read as a unit: nothing on it is a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        self._groups = [_Group() for _ in range(COUNT)]
        self._grid = QGridLayout(self)
        self._grid.setSpacing(scale.px(20))

    def arrange(self, portrait: bool) -> None:
        above = scale.px(30 if portrait else 26)
        self._grid.setContentsMargins(scale.px(30), above, scale.px(30), above)
        self._grid.setVerticalSpacing(scale.px(24))
        for group in self._groups:
            group.arrange(portrait)
        in_columns(self._grid, self._groups, 2)

    def show_groups(self, groups: Sequence[tuple[str, str]]) -> None:
        """Pictogram and words of each."""
        for shown, (icon, words) in zip(self._groups, groups, strict=True):
            shown.show_group(icon, words)


class _Group(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._icon = Pictogram(96)
        self._words = Label(KIOSK_STRONG, tone="ink", wrap=True, align=Qt.AlignmentFlag.AlignCenter)
        self._face = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._face.setContentsMargins(0, 0, 0, 0)
        self._face.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        self._face.addWidget(self._words, 1)

    def arrange(self, portrait: bool) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._face.setDirection(down if portrait else across)
        self._face.setSpacing(scale.px(10 if portrait else 20))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter if portrait else left)

    def show_group(self, icon: str, words: str) -> None:
        self._icon.show_icon(icon, colours().red)
        self._words.show_text(words)
