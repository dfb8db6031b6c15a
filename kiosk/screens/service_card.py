"""A service at the kiosk: what it is, what to bring, how many wait, how long, what it costs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk import texts
from kiosk.screens.entities import crowd_words
from kiosk.views import ServiceChoice
from shared.domain.languages import joined
from shared.ui import scale
from shared.ui.badge import Badge
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_ENTITY, KIOSK_STRONG, KIOSK_TEXT


class ServiceCard(CardButton):
    """Wide in a portrait window; in landscape it is narrow, and the fee has a line of its own."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self._code = ""
        self._badge = Badge(KIOSK_STRONG)
        self._name = Label(KIOSK_ENTITY, wrap=True)
        self._bring = Label(KIOSK_TEXT, tone="soft", wrap=True)
        self._wait = Label(KIOSK_STRONG, wrap=True)
        self._fee = Label(KIOSK_STRONG)
        self._middle = Column()
        self._last = Row()
        self.set_face(self._face())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)
        self.arrange(True)

    def _face(self) -> Column:
        self._last.setSpacing(scale.px(20))
        self._last.addWidget(self._wait, 1)
        self._last.addWidget(self._badge)
        face = Column()
        face.setContentsMargins(scale.px(31), scale.px(20), scale.px(31), scale.px(18))
        face.setSpacing(scale.px(2))
        face.addWidget(self._name)
        face.addWidget(self._bring)
        face.addStretch()
        face.addLayout(self._middle)
        face.addLayout(self._last)
        return face

    def arrange(self, portrait: bool) -> None:
        if portrait:
            self._last.insertWidget(1, self._fee)
        else:
            self._middle.addWidget(self._fee)

    def show_service(self, choice: ServiceChoice) -> None:
        """One that cannot be chosen stays, grey, and says until when."""
        badge, tone, wait = crowd_words(choice.crowd)
        fee = texts.fee(choice.fee_cents) if choice.fee_cents else ""
        bring = texts.bring(choice.requirements) if choice.requirements else ""
        open_now = choice.crowd.is_open
        self._code = choice.code
        self.setObjectName(f"service-{choice.code}")
        self._badge.show_badge(badge, tone)
        self._name.show_text(texts.name(choice.name))
        self._bring.show_text(bring, hide_empty=True)
        self._wait.show_text(wait)
        self._fee.show_text(fee, hide_empty=True)
        self.setEnabled(open_now)
        self.show_name(texts.name(choice.name), joined(". ", (badge, wait, fee, bring)))

    def _choose(self) -> None:
        self.chosen.emit(self._code)
