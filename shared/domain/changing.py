"""Another mind: the citizen, or a person of the centre for them, wants another service or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from shared.domain import commands as c, events as e, visit
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day, planned_stop
from shared.domain.giving_document import must_be_given, must_be_the_only_one
from shared.domain.promised import promise_for
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import StopState, Ticket, number_text

OPEN_TO_CHANGE = (StopState.WAITING, StopState.HELD, StopState.RETURNING)


def cancel(day: Day, ticket_id: int) -> e.TicketCancelled:
    ticket = day.ticket(ticket_id)
    if ticket.state not in OPEN_TO_CHANGE:
        raise Refusal(Code.NOT_WAITING, ticket=ticket.id, state=ticket.state.value)
    return e.TicketCancelled(ticket.id)


def change(
    catalogue: Catalogue, day: Day, command: c.ChangeService, at: datetime, same_person: Sequence[int] = ()
) -> list[e.Event]:
    """The same number, other stops. What was done already stays done. `same_person`: all tickets of its citizen."""
    ticket = day.ticket(command.ticket)
    if ticket.state is not StopState.WAITING:
        raise Refusal(Code.NOT_WAITING, ticket=ticket.id, state=ticket.state.value)
    _, planned = visit.planned_stops(catalogue, command)
    here = [(stop.queue, stop.service) for stop in ticket.stops[ticket.at :]]
    if here == [(stop.queue, stop.service) for stop in planned]:
        raise Refusal(Code.SAME_SERVICE, service=command.service or command.queue)
    must_be_given(catalogue, command.service, excused=command.excused or ticket.document)
    must_be_the_only_one(day, command.service, same_person, ticket.id)
    for stop in planned:
        must_attend(catalogue, day, stop, at)
    stops, _ = visit.shortest_first(catalogue, day, planned, preferential=ticket.preferential, at=at)
    place = catalogue.visits.change_to
    first = planned_stop(stops[0])
    first.counts_from = at if place == "tail" else None
    return [
        e.ServiceChanged(ticket.id, ticket.at, stops, place),
        promise_for(catalogue, day, ticket, first, ticket.at + 1, at),
    ]


def must_attend(catalogue: Catalogue, day: Day, stop: e.PlannedStop, at: datetime) -> None:
    """Raises Refusal where the entity does not attend now, or the service is suspended."""
    entity = catalogue.queue[stop.queue].entity
    if not catalogue.is_open(entity, at):
        opens = catalogue.next_opening(entity, at)
        raise Refusal(Code.ENTITY_CLOSED, entity=entity, opens_at=opens.isoformat() if opens else "")
    if stop.service in day.suspended:
        raise Refusal(Code.SERVICE_SUSPENDED, service=stop.service)


def found(day: Day, command: c.FindTicket) -> Ticket:
    """A ticket by its id, or by its number as people write it: "PJ 047", "pj47". Raises Refusal."""
    if command.ticket:
        return day.ticket(command.ticket)
    written = re.fullmatch(r"([A-Z]{1,2})[ -]*([0-9]{1,4})", command.number.strip().upper())
    for ticket in day.tickets.values() if written else ():
        if written and ticket.prefix == written[1] and ticket.number == int(written[2]):
            return ticket
    if written and (spare := day.spares.tickets.get(number_text(written[1], int(written[2])))):
        return day.tickets[spare]
    raise Refusal(Code.UNKNOWN_CODE)
