"""The promise of a stop: a range from the people who can be ahead and the counters open for that very service."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.order import Waiting
from shared.domain.waiting.counters import servers_for
from shared.domain.waiting.law import Law
from shared.domain.waiting.people import coming_before, others_rate, people_ahead, turn_of_line
from shared.domain.waiting.ranges import Range, range_of

NOBODY = 10**17  # a ticket number that comes after all others


class Expected(NamedTuple):
    """`seconds`: half of the waits end by the first figure, nine in ten by the second. `wait`: as it is told."""

    ahead: float
    seconds: tuple[float, float]
    wait: Range

    @property
    def whole_seconds(self) -> tuple[int, int]:
        low, high = self.seconds
        return round(low), round(high)


def whoever_comes(at: datetime, service: str = "", *, preferential: bool = False) -> Waiting:
    """Somebody who takes a ticket now."""
    return Waiting(at, NOBODY, at, preferential, service)


def expected(catalogue: Catalogue, day: Day, queue: str, joining: Waiting, at: datetime) -> Expected | None:
    """For one who joins the line of a queue at a moment; None while nobody attends that service."""
    turn = turn_of_line(catalogue, day, queue, joining.service, at.hour)
    servers = servers_for(catalogue, day, queue, joining.service, at, turn)
    if not servers:
        return None
    capacity = sum(server.share for server in servers) / turn.mean
    ahead = people_ahead(catalogue, day, queue, joining)
    law = Law(
        servers,
        ahead,
        list(coming_before(catalogue, day, queue, joining, at)),
        others_rate(catalogue, day, queue, joining, at, capacity),
    )
    low, high = law.figures()
    factors = day.observed.factors_for(queue, preferential=joining.preferential)
    if high:
        low, high = low * factors.low, max(high * factors.high, low * factors.low + 1)
    return Expected(ahead, (low, high), range_of(low, high))
