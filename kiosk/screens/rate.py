"""How the visit was: five answers, the best first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.heading import Heading
from kiosk.screens.option_button import OptionButton
from kiosk.screens.screen import Screen
from kiosk.simple import rate_options
from kiosk.views import RateView
from shared.ui import scale
from shared.ui.tokens import KIOSK_GAP

PORTRAIT, LANDSCAPE = 170, 112


class RateScreen(Screen[RateView]):
    """`said` with 1 to 5."""

    said = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading()
        self._answers = [OptionButton() for _ in range(5)]
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(KIOSK_GAP))
        column.addStretch(1)
        for answer in self._answers:
            answer.told.connect(self._say)
            column.addWidget(answer)
        column.addStretch(2)
        self._column = widget
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, scale.px(20))
        self._grid.setHorizontalSpacing(scale.px(48))
        self._grid.addWidget(self._heading, 0, 0, Qt.AlignmentFlag.AlignTop)

    def arrange(self, portrait: bool) -> None:
        """In a landscape window the answers stand at the right of the question."""
        self.portrait = portrait
        self._heading.stand_beside_back(not portrait)
        self._grid.addWidget(self._column, 1 if portrait else 0, 0 if portrait else 1)
        self._grid.setRowStretch(1 if portrait else 0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if portrait else 1)
        for answer in self._answers:
            answer.setFixedHeight(scale.px(PORTRAIT if portrait else LANDSCAPE))

    def show_view(self, view: RateView) -> None:  # noqa: ARG002
        self._heading.show_question(texts.rate_question(), texts.rate_lead())
        for answer, option in zip(self._answers, rate_options(), strict=True):
            answer.show_option(option)

    def _say(self, name: str) -> None:
        self.said.emit(int(name.removeprefix("rate-")))
