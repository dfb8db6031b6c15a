"""What follows from an order given at a counter: opening it, calling, attending, and every way a stay can end."""

from __future__ import annotations

from datetime import datetime

from shared.domain import commands as c
from shared.domain import events as e
from shared.domain import order
from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterState, CounterStatus, Day
from shared.domain.desks import desk_of
from shared.domain.promised import promise_for
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import Attention, Stop, StopState, Ticket


def decide(catalogue: Catalogue, day: Day, command: c.Command, at: datetime) -> list[e.Event]:
    """The events that an order at a counter leads to. Raises Refusal."""
    number = getattr(command, "counter", 0)
    if number not in catalogue.counter:
        raise Refusal(Code.UNKNOWN_COUNTER, counter=number)
    state = day.counter(number)
    match command:
        case c.OpenCounter():
            return open_counter(catalogue, day, state, command.advisor)
        case c.PauseCounter():
            return [pause(day, state, command.reason)]
        case c.CloseCounter():
            return close(day, state)
    _must_be_open(state)
    match command:
        case c.CallNext():
            return call_next(catalogue, day, state, at, ending=command.finish)
        case c.CallTicket():
            return [call_ticket(catalogue, day, state, command.ticket, at)]
        case c.ResumeTicket():
            return [resume(catalogue, day, state, command.ticket, at)]
        case c.Recall():
            return [recall(day, state)]
        case c.StartAttention():
            return [start(day, state)]
        case c.CodeServices():
            return [code_services(catalogue, day, state, command.services)]
        case c.FinishAttention():
            return finish(catalogue, day, state, at)
        case c.MarkAbsent():
            return [absent(day, state)]
        case c.HoldTicket():
            return [hold(day, state, command.reason)]
        case c.TransferTicket():
            return transfer(catalogue, day, state, command, at)
    raise AssertionError(f"no rule for {type(command).__name__}")


def open_counter(catalogue: Catalogue, day: Day, state: CounterState, advisor: str) -> list[e.Event]:
    """One advisor at a counter, one counter for an advisor. Opening what is already so changes nothing."""
    if advisor not in catalogue.advisor:
        raise Refusal(Code.UNKNOWN_ADVISOR, advisor=advisor)
    if state.status is not CounterStatus.CLOSED and state.advisor != advisor:
        raise Refusal(Code.COUNTER_TAKEN, counter=state.number, advisor=state.advisor)
    for other in day.counters.values():
        if other.number != state.number and other.advisor == advisor:
            raise Refusal(Code.ADVISOR_ELSEWHERE, advisor=advisor, counter=other.number)
    if state.status is CounterStatus.OPEN:
        return []
    return [e.CounterOpened(state.number, advisor)]


def pause(day: Day, state: CounterState, reason: str) -> e.CounterPaused:
    if reason not in c.PAUSE_REASONS:
        raise Refusal(Code.UNKNOWN_REASON, reason=reason)
    if state.status is CounterStatus.CLOSED:
        raise Refusal(Code.COUNTER_NOT_OPEN, counter=state.number)
    _must_be_free(day, state)
    return e.CounterPaused(state.number, reason)


def close(day: Day, state: CounterState) -> list[e.Event]:
    _must_be_free(day, state)
    return [] if state.status is CounterStatus.CLOSED else [e.CounterClosed(state.number)]


def call_next(catalogue: Catalogue, day: Day, state: CounterState, at: datetime, *, ending: bool) -> list[e.Event]:
    """With `ending`, the attention in course ends first: both or neither."""
    before: list[e.Event] = []
    going_on: Ticket | None = None
    if ending:
        before = finish(catalogue, day, state, at)
        going_on = day.tickets[_in_course(day, state).ticket]
    else:
        _must_be_free(day, state)
    lines = _with(day.lines, going_on, at)
    desk = desk_of(catalogue, day, state.number, state.advisor)
    chosen = order.choose(lines, desk, at)
    if chosen is None:
        raise _nobody(lines, desk, state)
    ticket = day.tickets[chosen.waiting.ticket]
    stop = ticket.at + 1 if ticket is going_on else ticket.at
    return [*before, _called(day, state, ticket, stop, chosen.because)]


def _with(lines: order.Lines, going_on: Ticket | None, at: datetime) -> order.Lines:
    """The lines once the ticket that finishes with this same order waits for its next stop."""
    if going_on is None or going_on.next_stop is None:
        return lines
    stop = going_on.next_stop
    line = lines[stop.queue].copy() if stop.queue in lines else order.Line()
    line.join(order.standing(going_on, stop)._replace(since=at))
    return {**lines, stop.queue: line}


def _nobody(lines: order.Lines, desk: order.Desk, state: CounterState) -> Refusal:
    """Nobody waits for this counter, or only who is kept for an advisor of its language elsewhere."""
    kept = [bucket.items[0] for _, _, bucket in order.compatible(lines, desk)]
    if not kept:
        return Refusal(Code.NOBODY_WAITING, counter=state.number)
    first = min(kept)
    return Refusal(Code.WAITS_FOR_LANGUAGE, ticket=first.ticket, language=first.need, minutes=desk.hold.seconds // 60)


def call_ticket(catalogue: Catalogue, day: Day, state: CounterState, ticket_id: int, at: datetime) -> e.TicketCalled:
    _must_be_free(day, state)
    ticket = day.ticket(ticket_id)
    if ticket.state is not StopState.WAITING:
        raise Refusal(Code.NOT_WAITING, ticket=ticket.id, state=ticket.state.value)
    _must_serve(catalogue, state, ticket)
    desk = desk_of(catalogue, day, state.number, state.advisor)
    because = order.by_hand(day.lines, desk, ticket.stop.queue, ticket.id, at)
    return _called(day, state, ticket, ticket.at, because)


def resume(catalogue: Catalogue, day: Day, state: CounterState, ticket_id: int, at: datetime) -> e.TicketResumed:
    """A pending ticket may be called back by any counter that serves its queue."""
    _must_be_free(day, state)
    ticket = day.ticket(ticket_id)
    if ticket.state is not StopState.HELD:
        raise Refusal(Code.NOT_HELD, ticket=ticket.id, state=ticket.state.value)
    _must_serve(catalogue, state, ticket)
    because = e.Because("resumed", _waited(ticket, at), len(day.held))
    return e.TicketResumed(
        ticket.id, ticket.at, day.next_attention, state.number, state.advisor, day.next_call, because
    )


def recall(day: Day, state: CounterState) -> e.TicketRecalled:
    attention = _in_course(day, state)
    if attention.started_at:
        raise Refusal(Code.ALREADY_STARTED, ticket=attention.ticket)
    return e.TicketRecalled(attention.ticket, attention.stop, attention.id, state.number, day.next_call)


def start(day: Day, state: CounterState) -> e.AttentionStarted:
    attention = _in_course(day, state)
    if attention.started_at:
        raise Refusal(Code.ALREADY_STARTED, ticket=attention.ticket)
    own = day.tickets[attention.ticket].stops[attention.stop].service
    return e.AttentionStarted(attention.ticket, attention.stop, attention.id, (own,) if own else ())


def code_services(catalogue: Catalogue, day: Day, state: CounterState, services: tuple[str, ...]) -> e.ServicesCoded:
    """Any service of the catalogue may have been done; each counts once, in the order given."""
    attention = _started(day, state)
    for code in services:
        if code not in catalogue.service:
            raise Refusal(Code.UNKNOWN_SERVICE, service=code)
    return e.ServicesCoded(attention.ticket, attention.stop, attention.id, tuple(dict.fromkeys(services)))


def finish(catalogue: Catalogue, day: Day, state: CounterState, at: datetime) -> list[e.Event]:
    """The next stop, where there is one, is promised as it becomes callable."""
    attention = _started(day, state)
    ticket = day.tickets[attention.ticket]
    events: list[e.Event] = [e.AttentionFinished(attention.ticket, attention.stop, attention.id)]
    if ticket.next_stop:
        events.append(promise_for(catalogue, day, ticket, ticket.next_stop, attention.stop + 1, at))
    return events


def absent(day: Day, state: CounterState) -> e.TicketAbsent:
    attention = _in_course(day, state)
    if attention.started_at:
        raise Refusal(Code.ALREADY_STARTED, ticket=attention.ticket)
    return e.TicketAbsent(attention.ticket, attention.stop, attention.id)


def hold(day: Day, state: CounterState, reason: str) -> e.TicketHeld:
    if reason not in c.HOLD_REASONS:
        raise Refusal(Code.UNKNOWN_REASON, reason=reason)
    attention = _started(day, state)
    return e.TicketHeld(attention.ticket, attention.stop, attention.id, reason)


def transfer(
    catalogue: Catalogue, day: Day, state: CounterState, command: c.TransferTicket, at: datetime
) -> list[e.Event]:
    if command.queue not in catalogue.queue:
        raise Refusal(Code.UNKNOWN_QUEUE, queue=command.queue)
    if command.service and command.service not in catalogue.service:
        raise Refusal(Code.UNKNOWN_SERVICE, service=command.service)
    if command.service and catalogue.service[command.service].queue != command.queue:
        raise Refusal(Code.NOT_OF_QUEUE, service=command.service, queue=command.queue)
    attention = _started(day, state)
    if day.tickets[attention.ticket].stops[attention.stop].queue == command.queue:
        raise Refusal(Code.SAME_QUEUE, queue=command.queue)
    ticket = day.tickets[attention.ticket]
    there = Stop(command.queue, command.service)
    return [
        e.TicketTransferred(attention.ticket, attention.stop, attention.id, command.queue, command.service),
        promise_for(catalogue, day, ticket, there, attention.stop + 1, at),
    ]


def _waited(ticket: Ticket, at: datetime) -> int:
    """Seconds since the stop at hand became callable."""
    since = ticket.stop.eligible_at or ticket.issued_at
    return max(0, round((at - since).total_seconds()))


def _called(day: Day, state: CounterState, ticket: Ticket, stop: int, because: e.Because) -> e.TicketCalled:
    return e.TicketCalled(ticket.id, stop, day.next_attention, state.number, state.advisor, day.next_call, because)


def _must_be_open(state: CounterState) -> None:
    if state.status is CounterStatus.CLOSED:
        raise Refusal(Code.COUNTER_NOT_OPEN, counter=state.number)
    if state.status is CounterStatus.PAUSED:
        raise Refusal(Code.COUNTER_PAUSED, counter=state.number)


def _must_be_free(day: Day, state: CounterState) -> None:
    if state.attention:
        raise Refusal(Code.COUNTER_BUSY, counter=state.number, ticket=day.attentions[state.attention].ticket)


def _must_serve(catalogue: Catalogue, state: CounterState, ticket: Ticket) -> None:
    if not catalogue.serves(state.number, ticket.stop.queue, ticket.stop.service, state.advisor):
        raise Refusal(Code.NOT_SERVED_HERE, ticket=ticket.id, counter=state.number)


def _in_course(day: Day, state: CounterState) -> Attention:
    if not state.attention:
        raise Refusal(Code.NO_TICKET_HERE, counter=state.number)
    return day.attentions[state.attention]


def _started(day: Day, state: CounterState) -> Attention:
    attention = _in_course(day, state)
    if not attention.started_at:
        raise Refusal(Code.NOT_STARTED, ticket=attention.ticket)
    return attention
