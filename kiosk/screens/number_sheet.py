"""The number, large, and what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.screen import where_room
from kiosk.views import TicketView
from shared.domain.languages import joined
from shared.ui import scale
from shared.ui.badge import Badge
from shared.ui.figure import Figure
from shared.ui.fit_text import FitText
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import (
    HEAVY,
    KIOSK_EXPLAIN,
    KIOSK_FIGURE,
    KIOSK_LEAD,
    KIOSK_NUMBER,
    KIOSK_STRONG,
    KIOSK_TEXT,
    Type,
)

SERVICE = Type(44, HEAVY)
WIDEST = "RW 1888"


class NumberSheet(Panel):
    """Number, service, where first, people before, when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent)
        centre = Qt.AlignmentFlag.AlignCenter
        self._caption = Label(KIOSK_LEAD, tone="soft", align=centre)
        self._number = FitText(KIOSK_NUMBER, least=200, align=centre, reserve=WIDEST)
        self._number.setObjectName("number")
        self._service = Label(SERVICE, tone="ink", wrap=True, align=centre)
        self._where = Label(KIOSK_LEAD, tone="soft", wrap=True, align=centre)
        self._preferential = Badge(KIOSK_STRONG)
        self._before = Figure(KIOSK_FIGURE, KIOSK_TEXT, caption_first=True, kind="well")
        self._call = Figure(KIOSK_FIGURE, KIOSK_TEXT, caption_first=True, kind="well")
        self.nobody = Panel("well")
        self._nobody_words = Label(KIOSK_EXPLAIN, tone="ink", wrap=True)
        self.column = QVBoxLayout(self)
        self.figures = QHBoxLayout()
        self._fill()
        self.arrange(True)

    def _fill(self) -> None:
        figures = self.figures
        figures.setSpacing(scale.px(24))
        figures.addWidget(self._before, 4)
        figures.addWidget(self._call, 4)
        figures.addWidget(self.nobody, 5)
        inside = QVBoxLayout(self.nobody)
        inside.setContentsMargins(scale.px(30), scale.px(10), scale.px(24), scale.px(10))
        inside.addWidget(self._nobody_words)
        self.column.addStretch()
        for widget in (self._caption, self._number, self._service, self._where):
            self.column.addWidget(widget)
        self.column.addWidget(self._preferential, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch()
        self.column.addSpacing(scale.px(6))
        self.column.addLayout(figures)

    def arrange(self, portrait: bool) -> None:
        side, above = scale.px(54), scale.px(40 if portrait else 20)
        self.column.setContentsMargins(side, above, side, above)
        self.column.setSpacing(scale.px(20 if portrait else 14))

    def show_ticket(self, view: TicketView) -> None:
        caption = texts.your_provisional_number() if view.provisional else texts.your_number()
        self._caption.show_text(where_room(caption), hide_empty=True)
        self._number.show_text(view.number)
        self._service.show_text(texts.name(view.service))
        of_appointment = texts.appointment_line(view)
        first = texts.where_first(view.stops)
        listed = bool(of_appointment or first.beside) and len(view.stops) > 1  # the list below says where
        where = ("" if listed else first, of_appointment)
        self._where.show_text(joined(texts.DOT, where), hide_empty=True)
        self._preferential.show_badge(texts.preferential() if view.preferential else "", "gold")
        self._before.setVisible(not view.provisional)
        self._before.show_figure(texts.people_before_count(view.ahead), texts.people_before())
        self._call.setVisible(view.between is not None)
        self.nobody.setVisible(view.between is None)
        self._nobody_words.show_text(texts.provisional_explained() if view.provisional else texts.nobody_attends())
        if view.between:
            caption, hours = texts.call(view.between, view.issued_at)
            self._call.show_figure(hours, caption)
