"""What happens at a counter: calls, attentions, and every way in which one ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shared.domain import events as e
from shared.domain.day.call import Call
from shared.domain.day.state import DayState
from shared.domain.day.steps import end_rest, go_on, place, take_out, wait
from shared.domain.ticket import Attention, Outcome, Stop, StopState

Facts = (
    e.TicketCalled
    | e.TicketResumed
    | e.TicketRecalled
    | e.CallSpoken
    | e.AttentionStarted
    | e.ServicesCoded
    | e.ServicesCorrected
    | e.AttentionFinished
    | e.TicketAbsent
    | e.TicketHeld
    | e.TicketTransferred
    | e.TicketReleased
    | e.CallUndone
    | e.AttentionReopened
)


def take(day: DayState, event: Facts, at: datetime) -> None:
    match event:
        case e.TicketCalled() | e.TicketResumed():
            _called(day, event, at)
        case e.TicketRecalled():
            attention = day.attentions[event.attention]
            attention.calls, attention.last_call_at = attention.calls + 1, at
            day.calls.append(Call(event.ticket, event.counter, recall=True, at=at))
        case e.CallSpoken():
            day.calls[event.call - 1] = replace(day.calls[event.call - 1], spoken_at=at)
            day.last_spoken[event.counter] = at
        case e.AttentionStarted():
            _started(day, event, at)
        case e.ServicesCoded() | e.ServicesCorrected():
            day.attentions[event.attention].services = event.services
        case e.AttentionFinished():
            end(day, event.attention, Outcome.SERVED, StopState.DONE, at)
            for ticket, _ in day.party(event.attention):
                go_on(day, ticket, at)
        case e.TicketAbsent():
            _absent(day, event, at)
        case e.TicketHeld():
            _held(day, event, at)
        case e.TicketTransferred():
            _transferred(day, event, at)
        case e.TicketReleased():
            _released(day, event, at)
        case e.CallUndone():
            _undone(day, event, at)
        case e.AttentionReopened():
            _reopened(day, event)


def end(day: DayState, attention_id: int, outcome: Outcome, state: StopState, at: datetime) -> None:
    """The counter is free again."""
    attention = day.attentions[attention_id]
    attention.ended_at, attention.outcome = at, outcome
    for ticket, stop in day.party(attention_id):
        ticket.stops[stop].state = state
    day.counters[attention.counter].attention = 0
    ended = day.ended_at_counter.setdefault(attention.counter, [])
    stop_ended = day.tickets[attention.ticket].stops[attention.stop]
    day.observed.ended(attention, stop_ended, ended[-1] if ended else None)
    ended.append(attention)


def _called(day: DayState, event: e.TicketCalled | e.TicketResumed, at: datetime) -> None:
    for ticket in (day.tickets[ticket] for ticket in (event.ticket, *event.together)):
        stop = ticket.stop
        if ticket.state is StopState.WAITING:
            day.lines[stop.queue].called(preferential=ticket.preferential)
            day.observed.called(stop, at, preferential=ticket.preferential)
        take_out(day, ticket)
        stop.state, stop.attention, stop.counter = StopState.CALLED, event.attention, event.counter
    day.attentions[event.attention] = Attention(
        event.attention, event.ticket, event.stop, event.counter, event.advisor, at, event.because
    )
    day.attentions[event.attention].together = event.together
    day.attentions[event.attention].last_call_at = at
    day.counters[event.counter].attention = event.attention
    day.calls.extend(Call(ticket, event.counter, recall=False, at=at) for ticket in (event.ticket, *event.together))


def _started(day: DayState, event: e.AttentionStarted, at: datetime) -> None:
    attention = day.attentions[event.attention]
    attention.started_at, attention.services = at, event.services
    for ticket, stop in day.party(event.attention):
        ticket.stops[stop].state = StopState.SERVING


def _absent(day: DayState, event: e.TicketAbsent, at: datetime) -> None:
    end(day, event.attention, Outcome.ABSENT, StopState.ABSENT, at)
    for ticket, index in day.party(event.attention):
        stop = ticket.stops[index]
        stop.grace_until, stop.grace_tickets = event.grace_until, event.grace_tickets
        end_rest(day, ticket, StopState.CANCELLED)
        if event.grace_until or event.grace_tickets:
            day.absent[ticket.id] = index


def _held(day: DayState, event: e.TicketHeld, at: datetime) -> None:
    end(day, event.attention, Outcome.HELD, StopState.HELD, at)
    for ticket, stop in day.party(event.attention):
        ticket.stops[stop].held_reason, ticket.stops[stop].held_until = event.reason, event.until
        day.held[ticket.id] = ticket


def _transferred(day: DayState, event: e.TicketTransferred, at: datetime) -> None:
    counter = day.attentions[event.attention].counter
    end(day, event.attention, Outcome.TRANSFERRED, StopState.TRANSFERRED, at)
    for ticket, index in day.party(event.attention):
        here, there = ticket.stops[index], Stop(event.queue, event.service)
        place(there, event.place, at)
        back = [Stop(here.queue, here.service, first=True, only_at=counter)] if event.back else []
        ticket.stops[index + 1 : index + 1] = [there, *back]
        wait(day, ticket, index + 1, at)


def _released(day: DayState, event: e.TicketReleased, at: datetime) -> None:
    party = [(day.tickets[event.ticket], event.stop)]
    if event.attention:
        party = day.party(event.attention)
        end(day, event.attention, Outcome.RELEASED, StopState.WAITING, at)
    else:
        take_out(day, party[0][0])  # of the pending; one at a counter stands in no line
    for ticket, stop in party:
        wait(day, ticket, stop, ticket.stops[stop].eligible_at or at)


def _undone(day: DayState, event: e.CallUndone, at: datetime) -> None:
    party = day.party(event.attention)
    held = day.attentions[event.attention].because.rule == "resumed"
    end(day, event.attention, Outcome.UNDONE, StopState.HELD if held else StopState.WAITING, at)
    for ticket, stop in party:
        if held:
            day.held[ticket.id] = ticket
        else:
            wait(day, ticket, stop, ticket.stops[stop].eligible_at or at)


def _reopened(day: DayState, event: e.AttentionReopened) -> None:
    attention = day.attentions[event.attention]
    for ticket, stop in day.party(event.attention):
        take_out(day, ticket)
        for later in ticket.stops[stop + 1 :]:
            later.state, later.eligible_at, later.returns_at = StopState.PLANNED, None, None
        ticket.stops[stop].state = StopState.SERVING
    attention.ended_at, attention.outcome = None, None
    day.ended_at_counter[attention.counter].remove(attention)
    day.counters[attention.counter].attention = attention.id
