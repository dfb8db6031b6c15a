"""What happens to the stops of a visit beside being called: promises, return legs, another plan."""

from __future__ import annotations

from datetime import datetime

from shared.domain import events as e
from shared.domain.day.state import DayState
from shared.domain.day.steps import end_rest, free, planned_stop, take_out, wait
from shared.domain.ticket import StopState

Facts = e.StopPromised | e.StopCallable | e.StopExpired | e.StopFreed | e.StopsPlanned | e.StopsReordered


def take(day: DayState, event: Facts, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    match event:
        case e.StopPromised():
            ticket.stops[event.stop].promised = event.wait
            ticket.stops[event.stop].expected = event.expected
        case e.StopCallable():
            ticket.stops[event.stop].expires_at = event.until
            wait(day, ticket, event.stop, at)
        case e.StopExpired():
            take_out(day, ticket)
            ticket.stops[event.stop].state = StopState.EXPIRED
            end_rest(day, ticket, StopState.CANCELLED)
        case e.StopFreed():
            free(day, ticket, event.counter)
        case e.StopsPlanned():
            ticket.stops[event.stop + 1 :] = map(planned_stop, event.stops)
        case e.StopsReordered():
            _reordered(day, event, at)


def _reordered(day: DayState, event: e.StopsReordered, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    waited = ticket.stops[event.stop]
    waiting = waited.state is StopState.WAITING
    if waiting:
        take_out(day, ticket)
        waited.state, waited.eligible_at, waited.promised = StopState.PLANNED, None, None
    ticket.stops.insert(event.stop, ticket.stops.pop(event.moved))
    if waiting:
        wait(day, ticket, event.stop, at)
