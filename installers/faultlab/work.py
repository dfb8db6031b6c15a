"""A hall at work, straight on a log: numbers given, called, served and finished, as batches like the hub's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import msgspec

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.day import CounterStatus
from shared.domain.hall import Hall
from shared.domain.refusals import Refusal
from shared.store import projections
from shared.store.day_figures import figure_rows
from shared.store.event_log import Batch, EventLog, GivenAnswer

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
BEGINS = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # a Monday, 09:00 in Lima
COUNTERS = 4
FILLING = (60, 900, 5_000)  # bytes of an answer: pages that overflow, and pages that do not


@cache
def centre() -> Catalogue:
    return load_centre(CENTRE)


class Work:
    """Goes on from whatever a log holds. Each batch is one order with its answer, under a request id of its own."""

    def __init__(self, log: EventLog, catalogue: Catalogue, random: Random, at: datetime | None = None) -> None:
        """at: now; without it, when the log ends."""
        self.hall = Hall()
        self._random = random
        self._seq = log.last_seq
        self._at = at or log.last_time() or BEGINS
        self._catalogue = catalogue
        for recorded in log.for_start():
            self.hall.apply(recorded.event, recorded.at)

    def batch(self) -> Batch:
        """What the next order that is not refused leads to."""
        while True:
            self._at += timedelta(seconds=self._random.randrange(1, 20))
            command = self._next()
            try:
                return self.ordered(command)
            except Refusal:
                continue

    def ordered(self, command: c.Command) -> Batch:
        """Raises Refusal."""
        facts = self.hall.decide(command, self._at)
        recorded, statements = [], list[projections.Statement]()
        for fact in facts:
            self.hall.apply(fact, self._at)
            statements += projections.rows(fact, self.hall.day, self._at)
            if isinstance(fact, e.DayClosed) and self.hall.day:
                statements += figure_rows(self.hall.centre.catalogue, self.hall.day)
            self._seq += 1
            recorded.append(self._recorded(fact))
        request = f"{self._random.getrandbits(64):016x}"
        answer = msgspec.json.encode("x" * self._random.choice(FILLING))
        return Batch(tuple(recorded), tuple(statements), GivenAnswer(request, self._at, "digest", self._seq, answer))

    def _recorded(self, fact: e.Event) -> e.Recorded:
        day = None if isinstance(fact, e.CentreEvent) or self.hall.day is None else self.hall.day.day
        return e.Recorded(self._seq, self._at, day, 1, "lab", "", fact)

    def _next(self) -> c.Command:
        day = self.hall.day
        if not self.hall.centre.has_catalogue:
            return c.ChangeCatalogue(self._catalogue)
        if day is None or not day.is_open:
            return c.OpenDay(self._at.astimezone(self._catalogue.timezone).date())
        counter = self._catalogue.counters[self._random.randrange(COUNTERS)].number
        if day.counter(counter).status is not CounterStatus.OPEN:
            return c.OpenCounter(counter, self._catalogue.advisors[counter - 1].id)
        service = self._random.choice(self._catalogue.services).code
        return self._random.choice(list(self._orders(counter, service)))

    def _orders(self, counter: int, service: str) -> Iterator[c.Command]:
        yield c.IssueTicket(service, preferential=self._random.random() < 0.3)
        yield c.IssueTicket(service)
        day = self.hall.day
        if day is None or not day.counter(counter).attention:
            yield c.CallNext(counter)
        else:
            yield c.StartAttention(counter)
            yield c.FinishAttention(counter)
            yield c.CallNext(counter, finish=True)
