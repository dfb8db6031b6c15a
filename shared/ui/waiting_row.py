"""Somebody who waits, in the counter's list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Row
from shared.ui.dot import Dot
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_STRONG, COUNTER_TEXT, COUNTER_TITLE

HEIGHT = 47
WIDEST = "RW 1888"


class WaitingRow(CardButton):
    """Number, mark of preferential, service, minutes; emits `chosen` with its key."""

    chosen = Signal(str)

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("row", parent=parent)
        self.key = key
        self.setObjectName(f"waiting-{key}")
        self._number = Label(COUNTER_TITLE, tone="ink")
        self._number.setText(WIDEST)
        self._number.setMinimumWidth(self._number.sizeHint().width())
        self._mark = Dot(10, "gold_deep")
        self._service = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._minutes = Label(COUNTER_STRONG, tone="ink", tabular=True, align=Qt.AlignmentFlag.AlignRight)
        self.set_face(self._face())
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)

    def _face(self) -> Row:
        keep = self._mark.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._mark.setSizePolicy(keep)
        self._mark.hide()
        face = Row()
        face.setContentsMargins(scale.px(20), scale.px(10), scale.px(20), scale.px(11))
        face.setSpacing(scale.px(8))
        face.addWidget(self._number)
        face.addWidget(self._mark)
        face.addWidget(self._service, 1)
        face.addSpacing(scale.px(8))
        face.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignVCenter)
        return face

    def show_row(self, key: str, number: str, service: str, minutes: str, preferential: str = "") -> None:
        """`preferential` is the word for it, empty when it is not: the mark never stands for itself."""
        self.key = key
        self.setObjectName(f"waiting-{key}")
        self._number.show_text(number)
        self._service.show_text(service)
        self._minutes.show_text(minutes)
        self._mark.show_dot(preferential)
        self._mark.setVisible(bool(preferential))
        self.setToolTip(preferential)
        self.show_name(", ".join(part for part in (number, preferential, service, minutes) if part))

    def _choose(self) -> None:
        self.chosen.emit(self.key)
