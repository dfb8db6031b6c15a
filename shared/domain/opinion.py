"""How a citizen says that a visit was: of its last stop that was served, and of no other."""

from __future__ import annotations

from shared.domain import commands as c, events as e
from shared.domain.day import Day
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import StopState, Ticket


def rated_stop(ticket: Ticket) -> int | None:
    """The index of the stop that is spoken of; None before the visit has ended at a counter."""
    return ticket.at if ticket.state is StopState.DONE else None


def can_be_rated(ticket: Ticket) -> bool:
    """Whether there is something to say that was not said yet."""
    stop = rated_stop(ticket)
    return stop is not None and ticket.stops[stop].satisfaction is None


def rate(day: Day, command: c.RateVisit) -> list[e.Event]:
    """Raises Refusal."""
    ticket = day.ticket(command.ticket)
    stop = rated_stop(ticket)
    if stop is None:
        raise Refusal(Code.NOT_ATTENDED, number=ticket.text, counter=0)
    if ticket.stops[stop].satisfaction == command.satisfaction:
        return []
    return [e.VisitRated(ticket.id, stop, ticket.stops[stop].attention, command.satisfaction)]
