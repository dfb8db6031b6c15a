"""A line or paragraph in one of the token types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from shared.ui import fonts, theme
from shared.ui.tokens import Type


class Label(QLabel):
    """Plain text, never markup. `tone` is one of the theme's: ink, soft, blue, on_blue, on_night ..."""

    def __init__(
        self,
        kind: Type,
        text: str = "",
        *,
        tone: str = "",
        wrap: bool = False,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(kind, tabular=tabular))
        self.setWordWrap(wrap)
        self.setAlignment(align)
        if tone:
            self.setProperty("tone", tone)
        self.setText(text)

    def show_text(self, text: str, *, hide_empty: bool = False) -> None:
        if text != self.text():
            self.setText(text)
        if hide_empty:
            self.setVisible(bool(text))

    def show_tone(self, tone: str) -> None:
        theme.mark(self, "tone", tone)

    def show_kind(self, kind: Type, *, tabular: bool = False) -> None:
        self.setFont(fonts.font(kind, tabular=tabular))
