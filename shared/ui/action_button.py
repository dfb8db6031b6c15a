"""An action at the counter, with the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_ACTION, COUNTER_PRIMARY, COUNTER_SMALL


class ActionButton(CardButton):
    """The large blue one (`primary`) changes its name with the moment; the others make the quiet grid."""

    def __init__(self, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("action", "primary" if primary else "quiet", parent)
        centre = Qt.AlignmentFlag.AlignCenter
        self._primary = primary
        self._label = Label(COUNTER_PRIMARY if primary else COUNTER_ACTION, wrap=True, align=centre)
        self._key = Label(COUNTER_SMALL, align=centre)
        face = QVBoxLayout()
        face.setContentsMargins(scale.px(10), scale.px(10), scale.px(10), scale.px(10))
        face.setSpacing(scale.px(4 if primary else 1))
        face.addStretch()
        face.addWidget(self._label)
        face.addWidget(self._key)
        face.addStretch()
        self.set_face(face)
        self.setMinimumHeight(scale.px(164 if primary else 76))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_action(self, label: str, key: str = "", *, enabled: bool = True) -> None:
        """`key` as printed on the keyboard: *Espacio*, *F*."""
        self._label.show_text(label)
        self._label.show_tone("on_blue" if self._primary else "ink")
        self._key.show_text(key, hide_empty=True)
        self._key.show_tone("on_blue_soft" if self._primary else "soft")
        self.setEnabled(enabled)
        self.show_name(label, key)
