"""Which stops a visit has, and in which order: the itinerary of the centre file, and what a crowded stop changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue, Leg, Service
from shared.domain.day import Day
from shared.domain.promised import latest_minutes, latest_of
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import StopState, Ticket

SHORTER = "shorter_wait"
"""The one rule: of free stops side by side, the one with the shortest expected wait comes first."""


def planned_stops(catalogue: Catalogue, command: c.IssueTicket | c.ChangeService) -> tuple[str, list[e.PlannedStop]]:
    """The goal's queue, and the stops in the order of the plan. Raises Refusal for what the catalogue does not know.

    `pay_first` of a service is the short form of an itinerary of two stops. The payment is a stop only where the
    citizen said that it is not paid yet.
    """
    if not command.service:
        if command.queue not in catalogue.queue:
            raise Refusal(Code.UNKNOWN_QUEUE, queue=command.queue)
        return command.queue, [e.PlannedStop(command.queue)]
    service = known_service(catalogue, command.service)
    if command.pay_first and not service.pay_first:
        raise Refusal(Code.NOTHING_TO_PAY, service=service.code)
    itinerary = catalogue.itinerary.get(service.code)
    legs = list(itinerary.stops) if itinerary else [Leg(service.code)]
    if not command.pay_first:
        legs = [leg for leg in legs if leg.service != service.pay_first]
    elif all(leg.service != service.pay_first for leg in legs):
        legs.insert(0, Leg(service.pay_first))
    return service.queue, [_planned(catalogue, leg) for leg in legs]


def _planned(catalogue: Catalogue, leg: Leg) -> e.PlannedStop:
    return e.PlannedStop(known_service(catalogue, leg.service).queue, leg.service, leg.gap, leg.expires, leg.free)


def known_service(catalogue: Catalogue, code: str) -> Service:
    if code not in catalogue.service:
        raise Refusal(Code.UNKNOWN_SERVICE, service=code)
    return catalogue.service[code]


def checked(catalogue: Catalogue, stops: Sequence[e.PlannedStop]) -> tuple[e.PlannedStop, ...]:
    """Stops that a person names, each in the queue of its service. Raises Refusal."""
    if len(stops) > c.MOST_STOPS:
        raise Refusal(Code.TOO_MANY_STOPS, most=c.MOST_STOPS)
    for stop in stops:
        if stop.queue not in catalogue.queue:
            raise Refusal(Code.UNKNOWN_QUEUE, queue=stop.queue)
        if stop.service and known_service(catalogue, stop.service).queue != stop.queue:
            raise Refusal(Code.NOT_OF_QUEUE, service=stop.service, queue=stop.queue)
    return tuple(stops)


def shortest_first(
    catalogue: Catalogue, day: Day, stops: Sequence[e.PlannedStop], *, preferential: bool, at: datetime
) -> tuple[tuple[e.PlannedStop, ...], str]:
    """The stops of a new ticket, and why they are not in the order of the plan ("" where they are)."""
    run = _free_run([stop.free for stop in stops])
    waits = [latest_of(catalogue, day, stop, at, preferential=preferential) for stop in stops[:run] if run > 1]
    best = _shortest(waits)
    if not best:
        return tuple(stops), ""
    return (stops[best], *stops[:best], *stops[best + 1 :]), SHORTER


def reordered(catalogue: Catalogue, day: Day, ticket: Ticket, index: int, at: datetime) -> list[e.StopsReordered]:
    """Whether the stop at `index`, about to be callable, lets a free one behind it go first."""
    stops = ticket.stops[index:]
    run = _free_run([stop.free and stop.state is StopState.PLANNED for stop in stops])
    waits = [latest_minutes(catalogue, day, ticket, stop, at) for stop in stops[:run] if run > 1]
    best = _shortest(waits)
    return [e.StopsReordered(ticket.id, index, index + best, SHORTER, (waits[0], waits[best]))] if best else []


def switched(catalogue: Catalogue, day: Day, ticket: Ticket, at: datetime) -> list[e.StopsReordered]:
    """Whether a ticket that waits at a free stop goes to a free one behind it where it would be called at once."""
    index, stop = ticket.at, ticket.stop
    if not stop.free or stop.state is not StopState.WAITING or stop.attention:
        return []
    behind = ticket.stops[index + 1 :]
    run = _free_run([later.free and later.state is StopState.PLANNED for later in behind])
    here = latest_minutes(catalogue, day, ticket, stop, at)
    for moved, later in enumerate(behind[:run], index + 1):
        idle = any(state.number for state in day.open_for(catalogue, later.queue, later.service) if not state.attention)
        there = latest_minutes(catalogue, day, ticket, later, at)
        if idle and there is not None and not len(day.line(later.queue)) and (here is None or there < here):
            return [e.StopsReordered(ticket.id, index, moved, SHORTER, (here, there))]
    return []


def _free_run(free: Sequence[bool]) -> int:
    """How many at the head are free."""
    return next((index for index, one in enumerate(free) if not one), len(free))


def _shortest(waits: Sequence[int | None]) -> int:
    """Where the shortest wait is; the first of them where several are equal. None waits for ever."""
    endless = 10**6
    return min(range(len(waits)), key=lambda i: (endless if waits[i] is None else waits[i], i), default=0)
