"""The last ticket of a queue today: whether whoever comes now gets a number, and is still attended.

Until when those inside are attended is told by `last_served`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.ending import Ending, Override
from shared.domain.pace import turn_of
from shared.domain.promised import expected_by
from shared.domain.refusals import Code, Refusal
from shared.domain.waiting.counters import serves_from

DAYS_AHEAD = 14


def must_reach(
    catalogue: Catalogue, day: Day, stops: Sequence[e.PlannedStop], at: datetime, *, preferential: bool
) -> None:
    """Raises Refusal where the numbers of a queue on the way have ended for today."""
    over = next((stop for stop in stops if has_ended(catalogue, day, stop.queue, at)), None)
    over = over or too_late_at(catalogue, day, stops, at, preferential=preferential)
    if over is None:
        return
    entity = catalogue.queue[over.queue].entity
    last, again = last_given(catalogue, day, over.queue), opens_next(catalogue, entity, at)
    raise Refusal(
        Code.LAST_TICKET_GIVEN,
        queue=over.queue,
        entity=entity,
        last=last.isoformat() if last else "",
        again=again.isoformat() if again else "",
    )


def numbers_end(catalogue: Catalogue, day: Day, queue: str, service: str, at: datetime) -> bool:
    """Whether whoever comes now for a service ("" for any of the queue) gets no number."""
    stop = e.PlannedStop(queue, service)
    return has_ended(catalogue, day, queue, at) or too_late_at(catalogue, day, [stop], at) is not None


def has_ended(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> bool:
    """By the supervisor's word, an hour, or a number; a forecast needs to know where the visit goes: `too_late_at`."""
    override, policy = day.last_ticket.get(queue), catalogue.queue[queue].last_ticket
    if override in (Override.EXTENDED, Override.STOPPED):
        return override == Override.STOPPED
    if policy.rule is Ending.FIXED and policy.at:
        return at.astimezone(catalogue.timezone).time() >= policy.at
    return policy.rule is Ending.CAPPED and day.observed.issued.get(queue, 0) >= policy.count


def too_late_at(
    catalogue: Catalogue, day: Day, stops: Sequence[e.PlannedStop], at: datetime, *, preferential: bool = False
) -> e.PlannedStop | None:
    """The first stop with a forecast policy at which somebody who comes now would not be done when it closes."""
    if not any(_by_forecast(catalogue, day, stop.queue) for stop in stops):
        return None
    done = at
    for stop in stops:
        promise = expected_by(catalogue, day, stop, at, preferential=preferential)
        turn = turn_of(catalogue, day.observed.pace, stop.queue, stop.service, at.hour)
        if promise is None:
            back = serves_from(catalogue, day, stop.queue, stop.service, at)
            wait = max(0.0, (back - done).total_seconds()) if back else 0.0
        else:
            wait = promise.seconds[0]
        done += timedelta(seconds=wait + turn.mean, minutes=stop.gap)
        closes = closes_at(catalogue, stop.queue, at)
        if closes and done > closes and _by_forecast(catalogue, day, stop.queue):
            return stop
    return None


def _by_forecast(catalogue: Catalogue, day: Day, queue: str) -> bool:
    rule = catalogue.queue[queue].last_ticket.rule
    return rule is Ending.FORECAST and day.last_ticket.get(queue, Override.POLICY) == Override.POLICY


def closes_at(catalogue: Catalogue, queue: str, at: datetime) -> datetime | None:
    """When the entity stops attending, for lunch or for the day, or None while it does not attend."""
    day = at.astimezone(catalogue.timezone).date()
    spans = catalogue.openings(catalogue.queue[queue].entity, day)
    return next((closes for opens, closes in spans if opens <= at < closes), None)


def opens_next(catalogue: Catalogue, entity: str, at: datetime) -> datetime | None:
    """When the entity attends again: later today, or on the next day on which it does."""
    today = at.astimezone(catalogue.timezone).date()
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))
    return next((opens for day in days for opens, _ in catalogue.openings(entity, day) if opens > at), None)


def last_given(catalogue: Catalogue, day: Day, queue: str) -> datetime | None:
    """When the last number was given: as the policy says, or as it happened."""
    policy = catalogue.queue[queue].last_ticket
    if policy.rule is Ending.FIXED and policy.at and day.last_ticket.get(queue) != Override.STOPPED:
        return datetime.combine(day.day, policy.at, catalogue.timezone)
    return day.observed.last_issued.get(queue)
