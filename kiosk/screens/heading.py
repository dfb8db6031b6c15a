"""The one question of a screen, and a sentence below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shared.domain.languages import beside
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_GAP, KIOSK_LEAD, KIOSK_QUESTION_LONG, Type

BESIDE_BACK = 290
LEAST = 40


class Heading(QWidget):
    """In a landscape window it stands beside the way back, in portrait below it."""

    def __init__(self, kind: Type = KIOSK_QUESTION_LONG, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._beside_back = False
        self._question = Label(kind, tone="ink", wrap=True, lines=2, least=LEAST)
        self._lead = Label(KIOSK_LEAD, tone="soft", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(scale.px(8))
        column.addWidget(self._question)
        column.addWidget(self._lead)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.px(KIOSK_GAP))
        self._row.addLayout(column, 1)

    def show_question(self, question: str, lead: str = "", *, lines: int = 2) -> None:
        """lines: how many the question may take before its letters get smaller."""
        self._question.show_text(question, lines=1 if beside(question) else lines)
        self._lead.show_text(lead, hide_empty=True)

    def stand_beside_back(self, there: bool) -> None:
        self._beside_back = there
        top = scale.px(10) if there else 0
        self._row.setContentsMargins(scale.px(BESIDE_BACK) if there else 0, top, 0, 0)

    def add_beside(self, widget: QWidget) -> None:
        """Put a control at the right end of the question's line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
