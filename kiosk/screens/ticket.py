"""The number that a citizen came for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.number_sheet import NumberSheet
from kiosk.screens.screen import Screen, where_room
from kiosk.screens.stops import Stops
from kiosk.views import TicketView
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.qr import QrCode
from shared.ui.tokens import KIOSK_BACK, KIOSK_EXPLAIN, KIOSK_GAP


class TicketScreen(Screen[TicketView]):
    """The number is the hero; then where to go, the code, what became of the paper, one button."""

    done = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = NumberSheet()
        self._stops = Stops()
        self._qr = QrCode(225, quiet=0)
        self._title = Label(KIOSK_BACK, tone="ink", wrap=True)
        self._explained = Label(KIOSK_EXPLAIN, tone="ink", wrap=True)
        self._code = Label(KIOSK_EXPLAIN, tone="soft", wrap=True)
        self._done = BigButton("", "primary", height=116)
        self._done.setObjectName("done")
        self._done.clicked.connect(self.done)
        self._again = BigButton("", "quiet", kind=KIOSK_BACK)
        self._again.setObjectName("again")
        self._again.clicked.connect(self.again)
        self._beside = QWidget()
        self._column = QVBoxLayout(self._beside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.px(KIOSK_GAP))
        self._fill()
        self._grid = QGridLayout(self)
        self._grid.setSpacing(scale.px(40))
        self.arrange(True)

    def _fill(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(scale.px(8))
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._explained)
        words.addWidget(self._code)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(scale.px(40))
        row.addWidget(self._qr)
        row.addLayout(words, 1)
        self._column.addLayout(row)
        self._column.addStretch()
        last = QHBoxLayout()
        last.setSpacing(scale.px(KIOSK_GAP))
        last.addWidget(self._again, 1)
        last.addWidget(self._done, 1)
        self._column.addLayout(last)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._sheet.arrange(portrait)
        self._grid.setContentsMargins(0, scale.px(30), 0, 0)
        self._grid.addWidget(self._sheet, 0, 0)
        if portrait:
            self._sheet.column.addWidget(self._stops)
            self._grid.addWidget(self._beside, 1, 0)
        else:
            self._column.insertWidget(0, self._stops)
            self._grid.addWidget(self._beside, 0, 1)
        self._grid.setRowStretch(1, 1 if portrait else 0)
        self._grid.setColumnStretch(0, 10)
        self._grid.setColumnStretch(1, 0 if portrait else 9)

    def _place_nobody(self, view: TicketView) -> None:
        """Beside the sheet where that is full."""
        if self.portrait or view.provisional:
            self._sheet.figures.addWidget(self._sheet.nobody, 5)
        else:
            self._column.insertWidget(0, self._sheet.nobody)

    def show_view(self, view: TicketView) -> None:
        self._sheet.show_ticket(view)
        self._stops.show_stops(view.stops)
        self._place_nobody(view)
        self._qr.show_code(view.token, texts.code_of_ticket())
        self._qr.setVisible(bool(view.token))
        self._title.show_text(texts.paper_title(view.paper))
        self._explained.show_text(texts.paper_explained(view.paper, tight=view.can_copy and not self.portrait))
        code = texts.code_explained(view.wifi)
        shown = (code if view.wifi else where_room(code)) if view.token else ""
        self._code.show_text(shown, hide_empty=True)
        self._again.show_button(texts.print_again(), "printer")
        self._again.setVisible(view.can_copy)
        self._done.show_button(texts.came_out(view.paper))
