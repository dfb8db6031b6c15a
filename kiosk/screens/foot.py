"""The frame's foot: the languages, and in portrait the ways to use the kiosk."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.screens.languages import LanguageRow
from kiosk.views import Head
from shared.ui import scale, theme
from shared.ui.panel import Rule
from shared.ui.tokens import KIOSK_GAP, KIOSK_MARGIN


class FrameFoot(QWidget):
    """On a ground of its own; it never moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "card")
        self.languages = LanguageRow()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(scale.px(KIOSK_GAP))
        self._parts.addWidget(self.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(self._parts)
        self.arrange(True)

    def add(self, widget: QWidget) -> None:
        """Below the languages."""
        self._parts.addWidget(widget)

    def arrange(self, portrait: bool) -> None:
        self.languages.arrange(portrait)
        side, above = scale.px(KIOSK_MARGIN), scale.px(22 if portrait else 10)
        self._parts.setContentsMargins(side, above, side, above)

    def show_foot(self, head: Head) -> None:
        self.languages.show_languages(head.languages, head.language, large=head.ways.large)
