"""A figure and what it counts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from shared.domain.languages import both, joined
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.tokens import COUNTER_FIGURE, COUNTER_SMALL, Type


class Figure(QFrame):
    """Caption below (my day at the counter) or, with `caption_first`, above (the kiosk's ticket).

    `kind` "well" gives it a ground of its own.
    """

    def __init__(
        self,
        value: Type = COUNTER_FIGURE,
        caption: Type = COUNTER_SMALL,
        *,
        caption_first: bool = False,
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if kind:
            self.setProperty("kind", kind)
        self._value = Label(value, tone="ink")
        self._caption = Label(caption, tone="soft", wrap=caption_first)
        column = QVBoxLayout(self)
        inside = (scale.px(30), scale.px(22), scale.px(24), scale.px(22)) if kind else (0, 0, 0, 0)
        column.setContentsMargins(*inside)
        column.setSpacing(0)
        first, second = (self._caption, self._value) if caption_first else (self._value, self._caption)
        column.addWidget(first)
        column.addWidget(second)

    def show_figure(self, value: str, caption: str) -> None:
        self._value.show_text(value)
        self._caption.show_text(caption)
        self.setAccessibleName(both(joined(": ", (caption, value)), " · "))
