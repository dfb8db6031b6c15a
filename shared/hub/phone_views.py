"""What the phone page is told of the tickets of a queue, each under the hash of what its slip says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from shared.domain import order
from shared.domain.catalogue import Catalogue
from shared.domain.coming_back import may_return
from shared.domain.day import Day
from shared.domain.desks import served
from shared.domain.ticket import Stop, StopState, Ticket
from shared.domain.waiting import call_window
from shared.hub.counter_views import stop_view
from shared.lan import views as v

Slips = Callable[[int], tuple[str, ...]]
"""The keys under which a ticket's slips are known; none once the secret of the day is gone."""


def phone_views(
    catalogue: Catalogue, day: Day, queue: str, at: datetime, slips: Slips, interrupted: Callable[[str, str], str]
) -> Iterator[tuple[str, v.PhoneView]]:
    """All tickets that stand at a stop of this queue, or were called there in vain and may come back."""
    for ticket, stop, ahead in _standing(catalogue, day, queue, at):
        view = _view(day, ticket, stop, ahead, interrupted(queue, stop.service))
        for key in slips(ticket.id):
            yield f"phone/{key}", view


def _standing(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> Iterator[tuple[Ticket, Stop, int]]:
    line = day.line(queue)
    ranks = order.ranks(line, served(catalogue, queue, day.day), at)
    for ahead, ticket in enumerate(sorted(ranks, key=lambda one: (ranks[one], one))):
        yield day.tickets[ticket], day.tickets[ticket].stop, ahead
    for state in day.counters.values():
        for one, index in day.party(state.attention) if state.attention else ():
            if one.stops[index].queue == queue:
                yield one, one.stops[index], 0
    for one in (*day.held.values(), *day.returning.values()):
        if one.stop.queue == queue:
            yield one, one.stop, 0
    for one, index in ((day.tickets[ticket], index) for ticket, index in day.absent.items()):
        if one.stops[index].queue == queue and may_return(day, one, at):
            yield one, one.stops[index], 0


def _view(day: Day, ticket: Ticket, stop: Stop, ahead: int, interrupted: str) -> v.PhoneView:
    at_counter = stop.state in (StopState.CALLED, StopState.SERVING)
    waits = stop.state is StopState.WAITING and stop.eligible_at is not None
    return v.PhoneView(
        number=ticket.text,
        state=stop.state.value,
        language=ticket.language,
        stops=tuple(stop_view(one) for one in ticket.stops),
        at=ticket.stops.index(stop),
        ahead=ahead,
        between=call_window(stop.eligible_at, stop.promised) if waits and stop.eligible_at else None,
        counter=stop.counter if at_counter or stop.state is StopState.ABSENT else 0,
        calls=day.attentions[stop.attention].calls if at_counter else 0,
        until=stop.returns_at if stop.state is StopState.RETURNING else stop.grace_until,
        interrupted=interrupted if waits else "",
    )
