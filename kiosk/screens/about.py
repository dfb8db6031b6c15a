"""A service that gives no number now: until when, and what to bring then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.print_button import PrintButton
from kiosk.screens.screen import Screen
from kiosk.views import AboutView
from shared.domain.languages import joined
from shared.ui import scale
from shared.ui.label import Label
from shared.ui.panel import Panel
from shared.ui.tokens import KIOSK_CHOICE, KIOSK_LEAD, STRONG, Type

FACT = Type(KIOSK_LEAD.px, STRONG)


class AboutScreen(Screen[AboutView]):
    """`print_asked`: the same is wanted on paper."""

    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._name = Label(KIOSK_CHOICE, tone="ink", wrap=True)
        self._entity = Label(KIOSK_LEAD, tone="soft", wrap=True)
        self._title = Label(FACT, tone="ink", wrap=True)
        self._bring = Label(KIOSK_LEAD, tone="ink", wrap=True)
        self._fee = Label(FACT, tone="ink", wrap=True)
        self._print = PrintButton()
        self._print.clicked.connect(self.print_asked)
        sheet = Panel("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(*(scale.px(44) for _ in range(4)))
        inside.setSpacing(scale.px(14))
        for label in (self._name, self._entity, self._title, self._bring, self._fee):
            inside.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scale.px(20))
        column.setSpacing(scale.px(30))
        column.addWidget(self._heading)
        column.addWidget(sheet)
        column.addWidget(self._print, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)

    def show_view(self, view: AboutView) -> None:
        service = view.service
        self._heading.show_question(texts.about_question(), texts.about_lead(service.crowd))
        self._name.show_text(texts.name(service.name))
        self._entity.show_text(texts.name(service.entity))
        self._title.show_text(texts.bring_title() if service.requirements else "", hide_empty=True)
        listed = joined("\n", (joined("", ("·\u00a0", texts.name(one))) for one in service.requirements))
        self._bring.show_text(listed if service.requirements else texts.nothing_to_bring())
        self._fee.show_text(texts.fee(service.fee_cents) if service.fee_cents else "", hide_empty=True)
        self._print.show_sheet(view.sheet)
