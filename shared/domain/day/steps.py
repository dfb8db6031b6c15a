"""The steps of which what happens to a ticket is made: it stands in a line, leaves it, goes on to its next stop."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain import events as e
from shared.domain.day.state import DayState
from shared.domain.order import Line
from shared.domain.ticket import ENDED, Stop, StopState, Ticket


def planned_stop(planned: e.PlannedStop) -> Stop:
    return Stop(planned.queue, planned.service, gap=planned.gap, expires=planned.expires, free=planned.free)


def wait(day: DayState, ticket: Ticket, stop: int, at: datetime) -> None:
    """A stop waits, callable since `at`."""
    day.returning.pop(ticket.id, None)
    ticket.stops[stop].state, ticket.stops[stop].eligible_at = StopState.WAITING, at
    day.lines.setdefault(ticket.stops[stop].queue, Line()).add(ticket)
    day.observed.waits(ticket, stop, at)


def go_on(day: DayState, ticket: Ticket, at: datetime) -> None:
    """To the next stop, if there is one: at once, or after its gap."""
    stop = ticket.stop
    if stop.state is StopState.PLANNED and stop.gap:
        stop.state, stop.returns_at = StopState.RETURNING, at + timedelta(minutes=stop.gap)
        day.returning[ticket.id] = ticket
    elif stop.state is StopState.PLANNED:
        wait(day, ticket, ticket.at, at)


def take_out(day: DayState, ticket: Ticket) -> None:
    """Of wherever it stands: a line, the pending, those who come back."""
    if ticket.state is StopState.WAITING:
        day.lines[ticket.stop.queue].remove(ticket)
    day.held.pop(ticket.id, None)
    day.returning.pop(ticket.id, None)


def place(stop: Stop, where: str, at: datetime) -> None:
    """first: before all others; tail: as if it had come at `at`."""
    stop.first, stop.counts_from = where == "first", at if where == "tail" else None


def end_rest(day: DayState, ticket: Ticket, state: StopState) -> None:
    """No stop of it goes on."""
    day.observed.gone(ticket)
    for stop in ticket.stops:
        if stop.state not in ENDED:
            stop.state = state


def free(day: DayState, ticket: Ticket, counter: int) -> None:
    """Whoever should come back to a counter may go to any that attends it."""
    wanted = [stop for stop in ticket.stops if stop.only_at == counter]
    standing = bool(wanted) and ticket.state is StopState.WAITING
    if standing:
        day.lines[ticket.stop.queue].remove(ticket)
    for stop in wanted:
        stop.only_at = 0
    if standing:
        day.lines[ticket.stop.queue].add(ticket)
