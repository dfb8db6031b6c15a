"""One sentence in the middle of the screen: a moment's wait, closed, no hub, no number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import texts
from kiosk.screens.screen import Screen
from kiosk.views import AwayView, ClosedView, GivenBackView, KioskView, SorryView, UnprintedView, WorkingView
from shared.domain.languages import joined
from shared.ui import scale
from shared.ui.big_button import BigButton
from shared.ui.label import Label
from shared.ui.pictogram import Pictogram
from shared.ui.theme import colours
from shared.ui.tokens import KIOSK_LEAD, KIOSK_QUESTION_LONG, STRONG, Type

WIDEST, WIDER = 960, 1500
LARGE, SMALL = 168, 112
DETAIL = Type(KIOSK_LEAD.px, STRONG)


class MessageScreen(Screen[KioskView]):
    """Pictogram, what is so, what to do; with a button only where there is something to read and put away."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignCenter
        self._words = QWidget()
        self._icon = Pictogram(LARGE)
        self._title = Label(KIOSK_QUESTION_LONG, tone="ink", wrap=True, align=centre)
        self._sentence = Label(KIOSK_LEAD, tone="soft", wrap=True, align=centre)
        self._detail = Label(DETAIL, tone="ink", wrap=True, align=centre)
        self._button = BigButton("", "primary", height=116)
        self._button.setObjectName("done")
        self._button.clicked.connect(self.done)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.px(26))
        self._fill()

    def _fill(self) -> None:
        inside = QVBoxLayout(self._words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scale.px(26))
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(scale.px(20))
        for label in (self._title, self._sentence, self._detail):
            inside.addWidget(label)
        self._column.addStretch(4)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._words, 100)
        across.addStretch(1)
        self._column.addLayout(across)
        self._column.addStretch(5)
        self._column.addWidget(self._button)

    def arrange(self, portrait: bool) -> None:
        self.portrait = portrait
        self._words.setMaximumWidth(scale.px(WIDEST if portrait else WIDER))
        self._icon.show_size(LARGE if portrait else SMALL)

    def show_view(self, view: KioskView) -> None:
        button = ""
        detail = ""
        match view:
            case WorkingView(away=True):
                icon, title, sentence = "plug-connected-x", texts.still_asking(), texts.still_asking_lead()
                detail = texts.asked_for(view.service)
            case WorkingView():
                icon, title, sentence = "hourglass", texts.working(), texts.working_lead()
            case ClosedView():
                now = view.head.now
                icon, title = "clock", texts.closed(view.opens_at, now)
                sentence = texts.closed_lead(view.opens_at, now)
                detail = joined("\n", (texts.opening(span) for span in view.hours))
            case GivenBackView():
                icon, title, button = "circle-check", texts.given_back(view.number), texts.to_start()
                sentence = texts.given_back_lead()
            case SorryView():
                icon, title, sentence, button = "info-circle", texts.sorry(), texts.refusal(view), texts.to_start()
            case UnprintedView():
                icon, title, button = "printer", texts.unprinted(view.number), texts.print_it()
                sentence = texts.unprinted_lead(view)
            case AwayView(spent=True):
                icon, title, sentence = "plug-connected-x", texts.away(), texts.away_spent()
            case AwayView() | _:
                icon, title, sentence = "plug-connected-x", texts.away(), texts.away_lead()
        self._icon.show_icon(icon, colours().red)
        self._title.show_text(title)
        self._sentence.show_text(sentence)
        self._detail.show_text(detail, hide_empty=True)
        self._button.show_button(button)
        self._button.setVisible(bool(button))
