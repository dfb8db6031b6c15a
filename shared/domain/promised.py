"""The promise of each stop, made when it becomes callable."""

from __future__ import annotations

from datetime import datetime

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.order import standing
from shared.domain.ticket import Stop, Ticket
from shared.domain.waiting import Expected, Range, expected, whoever_comes


def promise_for(catalogue: Catalogue, day: Day, ticket: Ticket, stop: Stop, index: int, at: datetime) -> e.StopPromised:
    """What the citizen may expect who joins the line of `stop` now; `index` is where it will stand in the ticket."""
    joining = standing(ticket, stop)
    ahead = day.line(stop.queue).ahead_of(joining)
    promise = expected(catalogue, day, stop.queue, joining, at)
    if promise is None:
        return e.StopPromised(ticket.id, index, ahead, None)
    return e.StopPromised(ticket.id, index, ahead, promise.wait, promise.whole_seconds)


def expected_by(
    catalogue: Catalogue,
    day: Day,
    stop: e.PlannedStop,
    at: datetime,
    *,
    preferential: bool = False,
    slot: datetime | None = None,
) -> Expected | None:
    """For somebody who takes a ticket now; `slot`: of the appointment that dates it in the line."""
    joining = whoever_comes(at, stop.service, preferential=preferential)
    if slot:
        joining = joining._replace(date=slot, appointment=True)
    return expected(catalogue, day, stop.queue, joining, at)


def expected_wait(catalogue: Catalogue, day: Day, queue: str, service: str, at: datetime) -> Range | None:
    """The range of somebody who comes now without preference, for a service or ("") any of a queue."""
    promise = expected(catalogue, day, queue, whoever_comes(at, service), at)
    return promise.wait if promise else None


def latest_of(
    catalogue: Catalogue, day: Day, stop: e.PlannedStop, at: datetime, *, preferential: bool = False
) -> int | None:
    """The longer end of the range of somebody who takes a ticket now, or None while nobody attends."""
    promise = expected_by(catalogue, day, stop, at, preferential=preferential)
    return promise.wait[1] if promise else None


def latest_minutes(catalogue: Catalogue, day: Day, ticket: Ticket, stop: Stop, at: datetime) -> int | None:
    """The longer end of the range of a ticket at one of its stops, or None while nobody attends."""
    promise = expected(catalogue, day, stop.queue, standing(ticket, stop), at)
    return promise.wait[1] if promise else None
