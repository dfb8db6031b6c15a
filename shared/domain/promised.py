"""The promise of each stop, made when it becomes callable."""

from __future__ import annotations

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.order import standing
from shared.domain.ticket import Stop, Ticket
from shared.domain.waiting import Range, wait_range


def promise_for(catalogue: Catalogue, day: Day, ticket: Ticket, stop: Stop, index: int) -> e.StopPromised:
    """What the citizen may expect who joins the line of `stop` now; `index` is where it will stand in the ticket."""
    ahead = day.line(stop.queue).ahead_of(standing(ticket, stop))
    return e.StopPromised(ticket.id, index, ahead, expected_wait(catalogue, day, stop.queue, stop.service, ahead))


def expected_wait(catalogue: Catalogue, day: Day, queue: str, service: str, ahead: int) -> Range | None:
    """The range for somebody with `ahead` people before, from the counters open for that service now."""
    open_here = day.open_for(catalogue, queue, service)
    free = sum(1 for state in open_here if not state.attention)
    return wait_range(ahead, len(open_here), free, catalogue.queue[queue].mean_minutes)


def latest_minutes(catalogue: Catalogue, day: Day, queue: str, service: str, ahead: int) -> int | None:
    """The longer end of the range, or None while nobody attends."""
    wait = expected_wait(catalogue, day, queue, service, ahead)
    return wait[1] if wait else None
