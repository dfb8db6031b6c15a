"""A service at the kiosk: what it is, what to bring, how many wait, how long, what it costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk import texts
from kiosk.views import ServiceChoice
from shared.domain.languages import both, joined
from shared.ui import scale, theme
from shared.ui.badge import Badge
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.tokens import KIOSK_ENTITY, KIOSK_STRONG, KIOSK_TEXT


class ServiceCard(CardButton):
    """Name, what to bring, how long; the fee, and how many wait."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self._code = ""
        self._badge = Badge(KIOSK_STRONG)
        self._name = Label(KIOSK_ENTITY, wrap=True, lines=2)
        self._bring = Label(KIOSK_TEXT, tone="soft", wrap=True)
        self._wait = Label(KIOSK_STRONG, wrap=True)
        self._fee = Label(KIOSK_STRONG, wrap=True)
        self.set_face(self._face())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)

    def _face(self) -> Column:
        decides = Column()
        decides.setSpacing(scale.px(2))
        decides.addStretch()
        decides.addWidget(self._wait)
        decides.addWidget(self._fee)
        last = Row()
        last.setSpacing(scale.px(16))
        last.addLayout(decides, 1)
        last.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignBottom)
        face = Column()
        face.setContentsMargins(scale.px(26), scale.px(18), scale.px(26), scale.px(16))
        face.setSpacing(scale.px(2))
        face.addWidget(self._name)
        face.addWidget(self._bring)
        face.addStretch()
        face.addLayout(last)
        return face

    def show_service(self, choice: ServiceChoice) -> None:
        """One that gives no number stays, grey, says until when, and can be touched to read what it asks for."""
        badge, tone, wait = texts.crowd_words(choice.crowd)
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
        self.show_look("" if open_now else "closed")
        for label in (self._name, self._bring, self._wait, self._fee):
            theme.mark(label, "tone", "closed" if not open_now else "soft" if label is self._bring else "ink")
        self.show_name(both(texts.name(choice.name)), both(joined(". ", (badge, wait, fee, bring))))

    def _choose(self) -> None:
        self.chosen.emit(self._code)
