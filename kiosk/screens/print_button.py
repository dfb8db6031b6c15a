"""The requirements on paper: once for each service that is looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk import texts
from kiosk.views import SHEET_OFFERED
from shared.domain.languages import beside
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.tokens import KIOSK_STRONG

WIDTH, WIDE = 230, 370


class PrintButton(BigButton):
    """Connect to `clicked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "soft", kind=KIOSK_STRONG, parent=parent)
        self.setObjectName("print-requirements")
        self.hide()

    def show_sheet(self, sheet: str) -> None:
        """One of SHEET: nothing to print hides it."""
        words = texts.print_requirements(sheet)
        self.setFixedWidth(scale.px(WIDE if beside(words) else WIDTH))
        self.show_button(words, enabled=sheet == SHEET_OFFERED)
        self.setVisible(bool(sheet))
