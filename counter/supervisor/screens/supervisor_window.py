"""The supervisor's one page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter import texts as said
from counter.screens.connecting import Connecting
from counter.screens.question_panel import QuestionPanel
from counter.screens.top_bar import TopBar
from counter.shown import Quiet
from counter.supervisor import texts
from counter.supervisor.screens.alerts_card import AlertsCard
from counter.supervisor.screens.counters_card import CountersCard
from counter.supervisor.screens.people_card import PeopleCard
from counter.supervisor.screens.queues_card import QueuesCard
from counter.supervisor.shown import SupervisorView
from counter.supervisor.watch import ALERTS_SHOWN
from shared.ui import scale, theme
from shared.ui.notice import Notice
from shared.ui.toast import Toast
from shared.ui.tokens import COUNTER_MARGIN, COUNTER_STRONG

GAP = 12


class SupervisorWindow(QWidget):
    """pressed: the name of what was pressed. searched: what is typed in a question."""

    pressed = Signal(str)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.ground(self, "paper")
        self._bar = TopBar("close-day", texts.CLOSE_DAY, icon="lock")
        self._connecting = Connecting()
        self._connecting.show_quiet(Quiet(said.CONNECTING, said.CONNECTING_HINT))
        self._banner = Notice(COUNTER_STRONG)
        self._alerts = AlertsCard(ALERTS_SHOWN)
        self._counters = CountersCard()
        self._queues = QueuesCard()
        self._people = PeopleCard()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._connecting)
        self._pages.addWidget(self._page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self._panel = QuestionPanel(self)
        self._panel.searched.connect(self.searched)
        self._toast = Toast(self)
        self._said = ""
        for part in (self._bar, self._alerts, self._counters, self._queues, self._people, self._panel):
            part.pressed.connect(self.pressed)

    def _page(self) -> QWidget:
        page = QWidget()
        gap = scale.px(GAP)
        left = QVBoxLayout()
        left.setSpacing(gap)
        left.addWidget(self._alerts)
        left.addWidget(self._counters, 1)
        right = QVBoxLayout()
        right.setSpacing(gap)
        right.addWidget(self._queues, 3)
        right.addWidget(self._people, 2)
        sides = QHBoxLayout()
        sides.setSpacing(gap)
        sides.addLayout(left, 822)
        sides.addLayout(right, 480)
        column = QVBoxLayout(page)
        margin = scale.px(COUNTER_MARGIN)
        column.setContentsMargins(margin, scale.px(16), margin, scale.px(16))
        column.setSpacing(gap)
        column.addWidget(self._banner)
        column.addLayout(sides, 1)
        return page

    def show_view(self, view: SupervisorView) -> None:
        self._bar.show_bar(view.bar)
        self._pages.setCurrentIndex(1 if view.mode == "hall" else 0)
        self._banner.show_notice("offline", view.banner)
        self._alerts.show_alerts(view.alerts, view.more, view.calm, enabled=view.bar.online)
        self._counters.show_cells(view.counters)
        self._queues.show_queues(view.queues)
        self._people.show_people(view.waiting)
        self._panel.show_panel(view.panel)
        if view.notice != self._said:
            self._said = view.notice
            self._toast.show_message(view.notice, "alert-circle")
