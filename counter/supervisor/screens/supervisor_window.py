"""The supervisor's one page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.screens.page_window import PageWindow
from counter.screens.question_panel import QuestionPanel
from counter.screens.top_bar import TopBar
from counter.supervisor import texts
from counter.supervisor.screens.alerts_card import AlertsCard
from counter.supervisor.screens.counters_card import CountersCard
from counter.supervisor.screens.people_card import PeopleCard
from counter.supervisor.screens.queues_card import QueuesCard
from counter.supervisor.shown import SupervisorView
from counter.supervisor.watch import ALERTS_SHOWN
from shared.ui import scale
from shared.ui.notice import Notice
from shared.ui.tokens import COUNTER_MARGIN, COUNTER_STRONG

GAP = 12


class SupervisorWindow(PageWindow):
    """The hall as it stands, and a question over it."""

    def __init__(self) -> None:
        super().__init__(TopBar("close-day", texts.CLOSE_DAY, icon="lock"))
        self._banner = Notice(COUNTER_STRONG)
        self._alerts = AlertsCard(ALERTS_SHOWN)
        self._counters = CountersCard()
        self._queues = QueuesCard()
        self._people = PeopleCard()
        self._hall = self._page()
        self._pages.addWidget(self._hall)
        self._panel = QuestionPanel(self)
        self._panel.searched.connect(self.searched)
        for part in (self._alerts, self._counters, self._queues, self._people, self._panel):
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
        self._banner.show_notice("offline", view.banner)
        self._alerts.show_alerts(view.alerts, view.more, view.calm, enabled=view.bar.online)
        self._alerts.show_promises(view.promises)
        self._alerts.show_interruptions(view.interruptions, enabled=view.bar.online)
        self._alerts.show_proof(view.proof, enabled=view.bar.online)
        self._counters.show_cells(view.counters)
        self._counters.show_office(view.office, enabled=view.bar.online)
        self._counters.show_entrance(enabled=view.bar.online)
        self._queues.show_queues(view.queues)
        self._people.show_people(view.waiting)
        self.show_page(view, self._hall)
        self._panel.show_panel(view.panel)
