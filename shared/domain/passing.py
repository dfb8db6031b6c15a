"""What time alone brings to those inside: return legs come up and expire, free stops change places."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain import events as e, visit
from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterStatus, Day
from shared.domain.promised import promise_for
from shared.domain.ticket import Ticket


def pass_time(catalogue: Catalogue, day: Day, at: datetime) -> list[e.Event]:
    """All that is due now; nothing where nothing is."""
    return [
        *_callable(catalogue, day, at),
        *_expired(day, at),
        *_freed(catalogue, day, at),
        *_switched(catalogue, day, at),
    ]


def _callable(catalogue: Catalogue, day: Day, at: datetime) -> list[e.Event]:
    """In the order in which their times came."""
    due = [ticket for ticket in day.returning.values() if _time_of(ticket) <= at]
    events: list[e.Event] = []
    for ticket in sorted(due, key=_time_of):
        stop = ticket.stop
        until = at + timedelta(minutes=stop.expires) if stop.expires else None
        events += [
            e.StopCallable(ticket.id, ticket.at, until),
            promise_for(catalogue, day, ticket, stop, ticket.at, at),
        ]
    return events


def _time_of(ticket: Ticket) -> datetime:
    assert ticket.stop.returns_at
    return ticket.stop.returns_at


def _expired(day: Day, at: datetime) -> list[e.Event]:
    return [
        e.StopExpired(ticket.id, ticket.at)
        for ticket in day.waiting()
        if ticket.stop.expires_at and ticket.stop.expires_at <= at
    ]


PATIENCE = timedelta(minutes=10)
"""For so long somebody who was told to come back to a counter waits for it while it is paused: a break, not a lunch."""


def _freed(catalogue: Catalogue, day: Day, at: datetime) -> list[e.Event]:
    """Those whom a paused counter wants back, where another one attends the same."""
    events: list[e.Event] = []
    for ticket in day.waiting():
        stop = ticket.stop
        state = day.counter(stop.only_at)
        if not stop.only_at or state.status is not CounterStatus.PAUSED or not state.since or not stop.eligible_at:
            continue
        if at - max(state.since, stop.eligible_at) >= PATIENCE and day.open_for(catalogue, stop.queue, stop.service):
            events.append(e.StopFreed(ticket.id, ticket.at, stop.only_at))
    return events


def _switched(catalogue: Catalogue, day: Day, at: datetime) -> list[e.Event]:
    """One into each line at a time: the next one is looked at when that one is called."""
    events: list[e.Event] = []
    joined: set[str] = set()
    for ticket in day.waiting():
        for moved in visit.switched(catalogue, day, ticket, at):
            stop = ticket.stops[moved.moved]
            if stop.queue not in joined:
                joined.add(stop.queue)
                events += [moved, promise_for(catalogue, day, ticket, stop, moved.stop, at)]
    return events
