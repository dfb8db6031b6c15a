"""A service at the counter that is ticked when it was done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import COUNTER_STRONG

HEIGHT = 44


class ServiceChip(CardButton):
    """Ticked ones are blue with a check mark; emits `ticked` with its key and the new state."""

    ticked = Signal(str, bool)

    def __init__(self, key: str = "", *, checkable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("action", "quiet", parent)
        self.key = key
        self.setObjectName(f"service-{key}")
        self.setCheckable(checkable)
        self._mark = Pictogram(18, "check", colours().blue)
        self._text = Label(COUNTER_STRONG, tone="ink")
        face = Row()
        face.setContentsMargins(scale.px(14), scale.px(8), scale.px(14), scale.px(8))
        face.setSpacing(scale.px(6))
        face.addWidget(self._mark)
        face.addWidget(self._text)
        self.set_face(face)
        self._mark.hide()
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tick)

    def show_chip(self, key: str, text: str, *, ticked: bool = False, enabled: bool = True) -> None:
        self.key = key
        self.setObjectName(f"service-{key}")
        self._text.show_text(text)
        self.setChecked(ticked)
        self._show_tick(ticked)
        self.setEnabled(enabled)
        self.show_name(text)

    def _tick(self, checked: bool) -> None:
        self._show_tick(checked)
        self.ticked.emit(self.key, checked)

    def _show_tick(self, ticked: bool) -> None:
        self._mark.setVisible(ticked)
        self._text.show_tone("blue" if ticked else "ink")
        self.updateGeometry()
