"""What the citizen has chosen so far, and what it asks for: to be read before the last answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.screen import where_room
from kiosk.views import ServiceChoice, YoursView
from shared.domain.languages import joined
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Rule
from shared.ui.tokens import KIOSK_EXPLAIN, KIOSK_GAP, KIOSK_LEAD, STRONG, Type

NAME = Type(KIOSK_LEAD.px, STRONG)


class Chosen(QWidget):
    """Quiet: it asks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label(NAME, tone="ink", wrap=True)
        self._facts = Label(KIOSK_EXPLAIN, tone="ink", wrap=True)
        self._bring = Label(KIOSK_EXPLAIN, tone="soft", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(scale.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(6))
        column.addWidget(Rule())
        column.addSpacing(scale.px(18))
        for label in (self._name, self._facts, self._bring):
            words.addWidget(label)
        self._across = QHBoxLayout()
        self._across.setSpacing(scale.px(KIOSK_GAP))
        self._across.addLayout(words, 1)
        column.addLayout(self._across)

    def add_beside(self, widget: QWidget) -> None:
        """A control at the right of the words."""
        self._across.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_chosen(self, service: ServiceChoice) -> None:
        self._name.show_text(texts.chosen(service))
        self._facts.show_text(where_room(texts.chosen_facts(service), tight=True), hide_empty=True)
        bring = where_room(texts.bring(service.requirements), tight=True) if service.requirements else ""
        self._bring.show_text(bring, hide_empty=True)

    def show_ticket(self, view: YoursView) -> None:
        """A ticket given before: what for, and the stops that are left."""
        self._name.show_text(texts.name(view.service))
        self._facts.show_text(joined("\n", (texts.stop(line) for line in view.stops)), hide_empty=True)
        self._bring.show_text("", hide_empty=True)
