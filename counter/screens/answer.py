"""One answer to a question: a code or a key, words, and what stands at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.shown import Row
from shared.ui import scale, theme
from shared.ui.card_button import CardButton, Row as Across
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_ACTION, COUNTER_SMALL, COUNTER_TEXT

HEIGHT = 44
WIDEST = "MM"


class Answer(CardButton):
    """`chosen` with the row's name. It takes no focus: the panel has the keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("action", "quiet", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Label(COUNTER_ACTION, tone="ink", wrap=True)
        self._text = Label(COUNTER_TEXT, tone="soft", wrap=True)
        self._detail = Label(COUNTER_SMALL, tone="soft")
        self._key = Label(COUNTER_SMALL, tone="soft")
        face = Across()
        face.setContentsMargins(scale.px(16), scale.px(6), scale.px(16), scale.px(6))
        face.setSpacing(scale.px(12))
        face.addWidget(self._title)
        face.addWidget(self._text, 1)
        face.addWidget(self._detail)
        face.addWidget(self._key)
        self.set_face(face)
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)

    def show_answer(self, row: Row) -> None:
        self.setObjectName(row.name)
        self._title.setWordWrap(not row.text)
        self._title.setSizePolicy(
            QSizePolicy.Policy.Fixed if row.text else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        self._title.setMinimumWidth(self._title.fontMetrics().horizontalAdvance(WIDEST) if row.text else 0)
        self._title.show_text(row.title)
        self._text.show_text(row.text, hide_empty=True)
        self._detail.show_text(row.detail, hide_empty=True)
        self._key.show_text(row.key, hide_empty=True)
        self.setEnabled(row.enabled)
        self.show_name(", ".join(part for part in (row.title, row.text, row.detail) if part), row.key)

    def show_current(self, current: bool) -> None:
        theme.mark(self, "ring", "yes" if current else "no")

    def _choose(self) -> None:
        self.chosen.emit(self.objectName())
