"""What happens to a ticket away from the counters: it is given, comes back, changes, ends."""

from __future__ import annotations

from datetime import datetime

from shared.domain import events as e
from shared.domain.day.attentions import end
from shared.domain.day.state import DayState
from shared.domain.day.steps import end_rest, go_on, place, planned_stop, take_out, wait
from shared.domain.ticket import Outcome, StopState, Ticket

Facts = (
    e.TicketIssued
    | e.TicketCancelled
    | e.TicketLeft
    | e.TicketReturned
    | e.ServiceChanged
    | e.DocumentGiven
    | e.VisitRated
    | e.SpareTicketMerged
    | e.SpareNumberVoided
    | e.AttendedByHand
)


def take(day: DayState, event: Facts, at: datetime) -> None:
    match event:
        case e.TicketIssued():
            _issued(day, event, at)
        case e.TicketCancelled():
            take_out(day, day.tickets[event.ticket])
            end_rest(day, day.tickets[event.ticket], StopState.CANCELLED)
        case e.TicketLeft():
            _left(day, event, at)
        case e.TicketReturned():
            _returned(day, event, at)
        case e.ServiceChanged():
            _changed(day, event, at)
        case e.DocumentGiven():
            day.tickets[event.ticket].document = True
        case e.VisitRated():
            day.tickets[event.ticket].stops[event.stop].satisfaction = event.satisfaction
        case e.SpareTicketMerged():
            _merged(day, event, at)
        case e.SpareNumberVoided():
            day.spares.void(event, at)
        case e.AttendedByHand():
            _attended_by_hand(day, event, at)


def _issued(day: DayState, event: e.TicketIssued, at: datetime) -> None:
    at = event.taken_at or at
    stops = [planned_stop(planned) for planned in event.stops]
    stops[0].promised, stops[0].expected = event.wait, event.expected
    ticket = Ticket(event.ticket, event.prefix, event.number, event.preferential, event.language, at, stops, event.sign)
    ticket.slot, ticket.late, ticket.appointment = event.slot, event.late, event.appointment
    ticket.goal.slot = event.slot
    if event.group:
        ticket.group = day.tickets[event.group].group = event.group
    day.tickets[ticket.id] = ticket
    day.last_number[event.prefix] = event.number
    day.observed.gives(ticket, at)
    if event.appointment:
        day.checked_in[event.appointment] = ticket.id
    else:
        day.issued_for.setdefault(ticket.goal.service, []).append(at)
    wait(day, ticket, 0, at)


def _left(day: DayState, event: e.TicketLeft, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    if event.attention and day.attentions[event.attention].ended_at is None:
        end(day, event.attention, Outcome.LEFT, StopState.LEFT, at)
    take_out(day, ticket)
    end_rest(day, ticket, StopState.LEFT)


def _returned(day: DayState, event: e.TicketReturned, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    day.absent.pop(ticket.id, None)
    for stop in ticket.stops[event.stop + 1 :]:
        stop.state = StopState.PLANNED
    place(ticket.stops[event.stop], event.place, at)
    wait(day, ticket, event.stop, at)


def _changed(day: DayState, event: e.ServiceChanged, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    take_out(day, ticket)
    ticket.stops[event.stop].state = StopState.CHANGED
    ticket.stops[event.stop + 1 :] = map(planned_stop, event.stops)
    place(ticket.stops[event.stop + 1], event.place, at)
    wait(day, ticket, event.stop + 1, at)


def _merged(day: DayState, event: e.SpareTicketMerged, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    ticket.spare = day.spares.merge(event, at)
    if event.again:
        anew = len(ticket.stops)
        ticket.stops += map(planned_stop, event.again)
        wait(day, ticket, anew, at)


def _attended_by_hand(day: DayState, event: e.AttendedByHand, at: datetime) -> None:
    ticket = day.tickets[event.ticket]
    take_out(day, ticket)
    stop = ticket.stops[event.stop]
    stop.counter = event.counter
    if event.outcome == Outcome.ABSENT:
        stop.state = StopState.ABSENT
        end_rest(day, ticket, StopState.CANCELLED)
    else:
        stop.state = StopState.DONE
        go_on(day, ticket, at)
