"""One answer of a list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.simple import Option
from shared.domain.languages import both
from shared.ui import scale, theme
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import HEAVY, KIOSK_TEXT, KIOSK_TOUCH, Type

WORDS = Type(46, HEAVY)
SIDE, ABOVE, ICON = 28, 14, 52


class OptionButton(CardButton):
    """`told` with its name."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, words: Type = WORDS) -> None:
        super().__init__("card", parent=parent)
        self.option = Option("", "")
        self._icon = Pictogram(ICON)
        self._words = Label(words, wrap=True, lines=2)
        self._detail = Label(KIOSK_TEXT, wrap=True)
        self._face = Row()
        self._face.setContentsMargins(*(scale.px(side) for side in (SIDE, ABOVE, SIDE, ABOVE)))
        self._face.setSpacing(scale.px(20))
        lines = Column()
        lines.setSpacing(scale.px(2))
        lines.addStretch()
        lines.addWidget(self._words)
        lines.addWidget(self._detail)
        lines.addStretch()
        self._face.addWidget(self._icon)
        self._face.addLayout(lines, 1)
        self.set_face(self._face)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def minimumSizeHint(self) -> QSize:
        """Room for a finger beside whatever else stands in the row."""
        return super().minimumSizeHint().expandedTo(QSize(scale.px(KIOSK_TOUCH), 0))

    def show_option(self, option: Option) -> None:
        self.option = option
        self.setObjectName(option.name)
        self._icon.show_icon(option.icon, colours().red if option.enabled else colours().closed_ink)
        self._icon.setVisible(bool(option.icon))
        self._words.show_text(option.words)
        self._detail.show_text(option.detail, hide_empty=True)
        self.setEnabled(option.enabled)
        self.show_name(both(option.words, " · "), both(option.detail))

    def mark(self, marked: bool) -> None:
        theme.mark(self, "ring", "yes" if marked else "no")

    def height_for(self, width: int) -> int:
        """What its words need in a button of this width."""
        icon = scale.px(ICON + 20) if self.option.icon else 0
        inner = max(1, width - 2 * scale.px(SIDE) - icon - 2 * scale.px(3))
        detail = self._detail.heightForWidth(inner) if self.option.detail else 0
        return self._words.heightForWidth(inner) + detail + 2 * scale.px(ABOVE) + scale.px(8)

    def _tell(self) -> None:
        self.told.emit(self.option.name)
