"""A hub with the sample centre's catalogue on its opening day, two counters open: BN at 1, PJ at 2."""

from __future__ import annotations

import pytest

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from sync.record import AttentionRecord, Records
from tests.fakes.hub import FIRST_MOMENT, FakeHub


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Morning(FakeHub):
    """The hub, and what happens in its hall."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self.bank = catalogue.counters_of["BN"][0].number
        self.court = catalogue.counters_of["PJ"][0].number
        self._advisors = (catalogue.advisors[0].id, catalogue.advisors[1].id)
        self.open_day()

    def open_day(self) -> None:
        self.order(c.OpenDay(self.now.date()))
        for counter, advisor in zip((self.bank, self.court), self._advisors, strict=True):
            self.order(c.OpenCounter(counter, advisor))

    def next_day(self) -> None:
        self.order(c.CloseDay())
        self.now = FIRST_MOMENT.replace(day=self.now.day + 1)
        self.open_day()

    def ticket(self, service: str = "PJ01", **more: bool) -> int:
        issued = self.order(c.IssueTicket(service=service, **more))
        assert isinstance(issued, e.TicketIssued)
        return issued.ticket

    def serve(self, counter: int) -> None:
        self.order(c.CallNext(counter))
        self.order(c.StartAttention(counter))
        self.order(c.FinishAttention(counter), minutes=5)

    def served(self, count: int, counter: int = 0, service: str = "BN01") -> None:
        """So many citizens come and are served, a few seconds each, to fit a morning."""
        for _ in range(count):
            self.order(c.IssueTicket(service=service), minutes=0.05)
            self.order(c.CallNext(counter or self.bank), minutes=0.05)
            self.order(c.StartAttention(counter or self.bank), minutes=0.05)
            self.order(c.FinishAttention(counter or self.bank), minutes=0.05)

    def records(self) -> list[AttentionRecord]:
        """What the office should end up with."""
        records = Records(self.hall.centre.catalogue.id, self.incarnation, self.ancestors)
        return [record for entry in self.log for record in records.take(entry)]


@pytest.fixture
def morning(region_sur: Catalogue) -> Morning:
    return Morning(region_sur)
