"""A sentence across the screen about the state of things: the hub is away, the printer has no paper."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from shared.ui import scale, theme
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_STRONG, Type

ICONS = {"info": "info-circle", "alert": "alert-triangle", "offline": "plug-connected-x"}
INKS = {"info": "blue", "alert": "gold_deep", "offline": "gold"}


class Notice(QFrame):
    """Hidden until it has something to say. Tones: info, alert, offline."""

    def __init__(self, kind: Type = KIOSK_STRONG, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("kind", "notice")
        self._icon = Pictogram(kind.px * 1.5)
        self._text = Label(kind, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scale.px(kind.px * part) for part in (0.9, 0.6, 0.9, 0.6)))
        row.setSpacing(scale.px(kind.px * 0.7))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self.hide()

    def show_notice(self, tone: str, sentence: str) -> None:
        """An empty sentence takes the notice away."""
        if tone not in ICONS:
            raise ValueError(f"A notice has no tone {tone!r}; it has {', '.join(ICONS)}")
        theme.mark(self, "tone", tone)
        self._icon.show_icon(ICONS[tone], getattr(colours(), INKS[tone]))
        self._text.show_text(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        return self._text.text()
