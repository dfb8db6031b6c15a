"""What does the citizen come for?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.pictograms import ICONS
from kiosk.screens.heading import Heading
from kiosk.screens.screen import Screen, in_columns, where_room
from kiosk.views import HomeView, PurposeChoice
from shared.domain.catalogue import Purpose
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.choice import ChoiceCard
from shared.ui.tokens import KIOSK_GAP, KIOSK_QUESTION

HIGHEST, APPOINTMENT_HEIGHT = 264, 112


class HomeScreen(Screen[HomeView]):
    """One card per purpose."""

    chosen = Signal(str)
    appointment = Signal()
    search = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading(KIOSK_QUESTION)
        self._cards = {purpose: ChoiceCard(purpose.value) for purpose in Purpose}
        for purpose, card in self._cards.items():
            card.setObjectName(f"purpose-{purpose.value}")
            card.setMaximumHeight(scale.px(HIGHEST))
            card.chosen.connect(self.chosen)
        self._appointment = BigButton("", "quiet", height=APPOINTMENT_HEIGHT)
        self._appointment.setObjectName("appointment")
        self._appointment.clicked.connect(self.appointment)
        self._search = BigButton("", "quiet", height=APPOINTMENT_HEIGHT)
        self._search.setObjectName("search")
        self._search.clicked.connect(self.search)
        self._has_appointments = False
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.px(32))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._grid, 100)
        self._last = QHBoxLayout()
        self._last.setSpacing(scale.px(KIOSK_GAP))
        self._last.addWidget(self._search, 1)
        self._last.addWidget(self._appointment, 1)
        self._column.addLayout(self._last)
        self._column.addStretch(1)
        self._offered: list[Purpose] = []
        self.arrange(True)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._column.setContentsMargins(0, scale.px(56 if portrait else 36), 0, 0)
        self._place()

    def show_view(self, view: HomeView) -> None:
        lead = texts.no_paper() if view.head.no_paper else texts.home_lead()  # the head says it in any language
        self._heading.show_question(texts.home_question(view.changing), where_room(lead))
        offered = [choice.purpose for choice in view.purposes]
        has_appointments = view.has_appointments and not view.changing
        if (offered, has_appointments) != (self._offered, self._has_appointments):
            self._offered, self._has_appointments = offered, has_appointments
            self._place()
        self._appointment.show_button(texts.have_appointment(), "calendar-event")
        self._search.show_button(texts.search(), "search")
        for choice in view.purposes:
            self._show_choice(choice)

    def _show_choice(self, choice: PurposeChoice) -> None:
        of, open_now = choice.purpose, choice.crowd.is_open
        below = where_room(texts.purpose_explained(of)) if open_now else texts.why_not(choice.crowd)
        self._cards[of].show_choice(ICONS[of], texts.purpose(of), below, enabled=open_now)

    def _place(self) -> None:
        for purpose, card in self._cards.items():
            card.setVisible(purpose in self._offered)
        self._appointment.setVisible(self._has_appointments)
        cards = [self._cards[purpose] for purpose in self._offered]
        self._column.setSpacing(scale.px(36 if self.portrait else 26))
        in_columns(self._grid, cards, 1 if self.portrait else 2, fill=True)
