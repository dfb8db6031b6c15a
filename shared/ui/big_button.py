"""A large button: one word or two, perhaps with a pictogram."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from shared.domain.languages import both
from shared.ui import scale
from shared.ui.card_button import CardButton, Column, Row
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_BUTTON, KIOSK_TOUCH, Type

INKS = {"primary": "on_blue", "quiet": "ink", "soft": "blue", "dark": "on_night", "link": "blue"}

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BigButton(CardButton):
    """Looks: primary (one per screen), quiet, soft (help), dark, link (the way back). Connect to `clicked`."""

    def __init__(
        self,
        text: str = "",
        look: str = "primary",
        *,
        kind: Type = KIOSK_BUTTON,
        icon: str = "",
        above: bool = False,
        height: float = KIOSK_TOUCH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("button", look, parent)
        self._icon = Pictogram(kind.px * (1.35 if above else 1.2))
        # A link begins at the margin, in both of its languages.
        align = LEFT if look == "link" else Qt.AlignmentFlag.AlignCenter
        self._text = Label(kind, wrap=True, lines=2, align=align)
        self.set_face(self._face(above, kind))
        self.setMinimumHeight(scale.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_button(text, icon)

    def _face(self, above: bool, kind: Type) -> QBoxLayout:
        face: QBoxLayout = Column() if above else Row()
        # A link keeps its pictogram on the margin's line.
        link = self.property("look") == "link"
        side = 0 if link else 24
        face.setContentsMargins(scale.px(side), scale.px(8), scale.px(24), scale.px(8))
        face.setSpacing(scale.px(kind.px * (0.2 if above else 0.5)))
        if not link:
            face.addStretch(1)
        face.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        if link:
            face.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            face.addWidget(self._text, 0, Qt.AlignmentFlag.AlignCenter)
            face.addStretch(1)
        return face

    def show_button(self, text: str, icon: str = "", *, enabled: bool = True) -> None:
        """Words may hold a line break; in a narrow button they take two lines, then get smaller."""
        ink = INKS[str(self.property("look"))] if enabled else "closed_ink"
        self._text.show_text(text)
        self._icon.show_icon(icon, getattr(colours(), ink))
        self._icon.setVisible(bool(icon))
        self.setEnabled(enabled)
        self.show_name(" ".join(both(text, " · ").split()))
