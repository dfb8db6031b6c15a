"""A pill with a few words: how many wait, preferential, a language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from shared.domain.languages import both
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import COUNTER_STRONG, KIOSK_STRONG, Type

GROUNDS = {"neutral": "closed_pill", "green": "green_soft", "gold": "gold_soft", "blue": "blue_soft"}
WORDS = {"neutral": "ink", "green": "green", "gold": "gold_deep", "blue": "blue"}


class Badge(QWidget):
    """Tones: neutral, green, gold, blue. On the kiosk the words are ink, at the counter they take the tone."""

    def __init__(self, kind: Type = KIOSK_STRONG, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inked = kind.px > COUNTER_STRONG.px
        self._tone = "neutral"
        self._icon = Pictogram(kind.px * 1.05)
        self._text = Label(kind, wrap=self._inked, lines=2 if self._inked else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scale.px(kind.px * part) for part in (0.68, 0.24, 0.68, 0.24)))
        row.setSpacing(scale.px(kind.px * 0.45))
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self._icon.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_badge(self, text: str, tone: str = "neutral", icon: str = "") -> None:
        """No text, no badge."""
        if tone not in GROUNDS:
            raise ValueError(f"A badge has no tone {tone!r}; it has {', '.join(GROUNDS)}")
        self._tone = tone
        words = "ink" if self._inked else WORDS[tone]
        self._text.show_text(text)
        self._text.show_tone(words)
        self._icon.show_icon(icon, getattr(colours(), words))
        self._icon.setVisible(bool(icon))
        self.setAccessibleName(both(text, " · "))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours(), GROUNDS[self._tone])))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
