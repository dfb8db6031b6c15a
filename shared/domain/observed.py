"""What a day shows of itself while it runs: turns, arrivals, who is still on the way to a queue, promises kept.

Part of the fold of a day: changed by its events alone, and read by `waiting`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import exp

from shared.domain.events import Corrected, Learnt
from shared.domain.pace import Pace
from shared.domain.ticket import Attention, Outcome, Stop, Ticket

TURNS = frozenset({Outcome.SERVED, Outcome.ABSENT, Outcome.HELD, Outcome.TRANSFERRED})
BREATH = timedelta(minutes=4)  # between two turns while somebody waits; longer, and the counter was away
WINDOW = timedelta(minutes=45)  # of arrivals that tell how many more come
AT_LEAST = timedelta(minutes=15)
PRIOR_SHARE, PRIOR_WEIGHT = 0.2, 30.0  # of those who go before ordinary tickets, until seen here
STEP_LOW, STEP_HIGH = 0.015, 0.03  # how far one call moves the corrections
FACTORS = (0.4, 3.0)


@dataclass(slots=True)
class Arrivals:
    """Into one queue: when each joined, and how many of them go before ordinary tickets (preference, appointment)."""

    at: list[datetime] = field(default_factory=list)
    before_others: int = 0

    def rate(self, now: datetime) -> float:
        """A second, lately."""
        window = min(WINDOW, max(AT_LEAST, now - self.at[0])) if self.at else WINDOW
        return (len(self.at) - bisect_left(self.at, now - window)) / window.total_seconds()

    @property
    def share(self) -> float:
        """Of those who go before ordinary tickets, 0 to 1."""
        return (self.before_others + PRIOR_SHARE * PRIOR_WEIGHT) / (len(self.at) + PRIOR_WEIGHT)


@dataclass(slots=True)
class Kept:
    """Promises of a queue today: with a range and called; called no later than its second figure; within the range."""

    called: int = 0
    kept: int = 0
    in_range: int = 0


PREFERENTIAL = ""
"""In place of a queue: the factors of preferential tickets, of all queues together, for in one there are few a day."""


@dataclass(slots=True)
class Factors:
    """On the two figures of the ordinary tickets of a queue, or of all preferential ones. Each call moves them so that
    in the long run half of those who waited wait longer than the first, and one in ten longer than the second, whatever
    the law has missed."""

    low: float = 1.0
    high: float = 1.0

    def note(self, wait: float, low: float, high: float) -> None:
        """How long somebody waited who was expected to wait so long (seconds, already corrected)."""
        self.low = _within(self.low * exp(STEP_LOW * ((wait > low) - 0.5)))
        self.high = _within(self.high * exp(STEP_HIGH * ((wait > high) - 0.1)))


def _within(factor: float) -> float:
    return min(FACTORS[1], max(FACTORS[0], factor))


@dataclass(slots=True)
class Observed:
    """`coming`: by queue, tickets whose next stop is there while they are at another one. issued: numbers by queue."""

    pace: Pace = field(default_factory=Pace)
    arrivals: dict[str, Arrivals] = field(default_factory=dict)
    factors: dict[str, Factors] = field(default_factory=dict)
    coming: dict[str, dict[int, Ticket]] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    issued: dict[str, int] = field(default_factory=dict)
    last_issued: dict[str, datetime] = field(default_factory=dict)

    def begin(self, learnt: Iterable[Learnt], corrected: Iterable[Corrected]) -> None:
        self.pace = Pace.learnt_before(learnt)
        self.factors = {one.queue: Factors(one.low, one.high) for one in corrected}

    def corrected(self) -> tuple[Corrected, ...]:
        return tuple(Corrected(q, round(f.low, 4), round(f.high, 4)) for q, f in sorted(self.factors.items()))

    def gives(self, ticket: Ticket, at: datetime) -> None:
        """A number, which counts in every queue that it leads to."""
        for queue in dict.fromkeys(stop.queue for stop in ticket.stops):
            self.issued[queue] = self.issued.get(queue, 0) + 1
            self.last_issued[queue] = max(at, self.last_issued.get(queue, at))  # a spare number comes late

    def waits(self, ticket: Ticket, index: int, at: datetime) -> None:
        """A stop of a ticket waits from now on."""
        stop = ticket.stops[index]
        arrivals = self.arrivals.setdefault(stop.queue, Arrivals())
        insort(arrivals.at, at)
        arrivals.before_others += ticket.preferential or stop.slot is not None
        self.coming.get(stop.queue, {}).pop(ticket.id, None)
        if index + 1 < len(ticket.stops):
            self.coming.setdefault(ticket.stops[index + 1].queue, {})[ticket.id] = ticket

    def gone(self, ticket: Ticket) -> None:
        """It goes to no other stop."""
        for stop in ticket.stops:
            self.coming.get(stop.queue, {}).pop(ticket.id, None)

    def factors_for(self, queue: str, *, preferential: bool) -> Factors:
        return self.factors.get(PREFERENTIAL if preferential else queue) or Factors()

    def called(self, stop: Stop, at: datetime, *, preferential: bool) -> None:
        """A promise meets its hour."""
        if stop.promised is None or stop.eligible_at is None:
            return
        wait = (at - stop.eligible_at).total_seconds()
        kept = self.kept.setdefault(stop.queue, Kept())
        low, high = (minutes * 60 for minutes in stop.promised)
        kept.called += 1
        kept.kept += wait <= high
        kept.in_range += low <= wait <= high
        if stop.expected and stop.expected[1] > 0 and wait > 0:
            key = PREFERENTIAL if preferential else stop.queue
            self.factors.setdefault(key, Factors()).note(wait, *stop.expected)

    def ended(self, attention: Attention, stop: Stop, before: Attention | None) -> None:
        """A counter is free again. `before`: the attention that ended there before this one, on the same day."""
        if attention.outcome not in TURNS or attention.ended_at is None:
            return
        began = attention.called_at
        if before and before.ended_at and stop.eligible_at and stop.eligible_at <= before.ended_at:
            began = before.ended_at if began - before.ended_at <= BREATH else began
        seconds = (attention.ended_at - began).total_seconds()
        self.pace.note(stop.service or stop.queue, attention.called_at.hour, seconds)
