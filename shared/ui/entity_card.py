"""An entity at the kiosk: what it is, what it does, how many wait, how long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from shared.domain.languages import both, joined
from shared.ui import scale
from shared.ui.badge import Badge
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_ENTITY, KIOSK_STRONG, KIOSK_TEXT

HEIGHT = 238


class EntityCard(CardButton):
    """Half-width card; emits `chosen` with its key."""

    chosen = Signal(str)

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.key = key
        self.setObjectName(f"entity-{key}")
        self._icon = Pictogram(64)
        self._badge = Badge(KIOSK_STRONG)
        self._name = Label(KIOSK_ENTITY, wrap=True, lines=2)
        self._does = Label(KIOSK_TEXT, tone="soft", wrap=True)
        self._wait = Label(KIOSK_STRONG, wrap=True)
        self.set_face(self._face())
        self.setMinimumHeight(scale.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._choose)

    def _face(self) -> Column:
        head = Row()
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch()
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        face = Column()
        face.setContentsMargins(scale.px(26), scale.px(22), scale.px(26), scale.px(18))
        face.setSpacing(0)
        face.addLayout(head)
        face.addSpacing(scale.px(4))
        face.addWidget(self._name)
        face.addWidget(self._does)
        face.addStretch(1)
        face.addWidget(self._wait)
        return face

    def show_entity(
        self, key: str, icon: str, name: str, does: str, wait: str, badge: str, tone: str, *, open_now: bool = True
    ) -> None:
        """A closed one stays, grey: `wait` then says when it opens and `badge` that it is closed."""
        self.key = key
        self.setObjectName(f"entity-{key}")
        self._icon.show_icon(icon, colours().red if open_now else colours().closed_ink)
        self._badge.show_badge(badge, tone if open_now else "neutral")
        self._name.show_text(name)
        self._does.show_text(does, hide_empty=True)
        self._wait.show_text(wait, hide_empty=True)
        self.setEnabled(open_now)
        self.show_name(both(name, " · "), both(joined(". ", (does, badge, wait))))

    def _choose(self) -> None:
        self.chosen.emit(self.key)
