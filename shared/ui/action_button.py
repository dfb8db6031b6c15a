"""An action at the counter, with the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.ui import scale
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_ACTION, COUNTER_PRIMARY, COUNTER_SMALL


class ActionButton(CardButton):
    """The large blue one (`primary`) changes its name with the moment; the others make the quiet grid.

    `across` puts the key at the right of the words: an answer in a list.
    """

    def __init__(self, *, primary: bool = False, across: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("action", "primary" if primary else "quiet", parent)
        align = Qt.AlignmentFlag.AlignCenter if not across else Qt.AlignmentFlag.AlignVCenter
        self._primary = primary
        self._label = Label(COUNTER_PRIMARY if primary else COUNTER_ACTION, wrap=True, align=align)
        self._key = Label(COUNTER_SMALL, align=align)
        self.set_face(self._face_across() if across else self._face_down())
        self.setMinimumHeight(scale.px(164 if primary else 52 if across else 76))
        upright = QSizePolicy.Policy.Preferred if across else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)

    def _face_down(self) -> Column:
        face = Column()
        aside = scale.px(18 if self._primary else 5)
        face.setContentsMargins(aside, scale.px(8), aside, scale.px(8))
        face.setSpacing(scale.px(4 if self._primary else 1))
        face.addStretch()
        face.addWidget(self._label)
        face.addWidget(self._key)
        face.addStretch()
        return face

    def _face_across(self) -> Row:
        face = Row()
        face.setContentsMargins(scale.px(18), scale.px(8), scale.px(18), scale.px(8))
        face.setSpacing(scale.px(12))
        face.addWidget(self._label, 1)
        face.addWidget(self._key)
        return face

    def show_action(self, label: str, key: str = "", *, enabled: bool = True) -> None:
        """`key` as printed on the keyboard: *Espacio*, *F*."""
        self._label.show_text(label)
        self._label.show_tone("on_blue" if self._primary else "ink")
        self._key.show_text(key, hide_empty=True)
        self._key.show_tone("on_blue_soft" if self._primary else "soft")
        self.setEnabled(enabled)
        self.show_name(label, key)
