"""What follows from an order given at a counter: opening it, calling, attending, and every way a stay can end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import ceil

from shared.domain import commands as c, events as e, order, visit
from shared.domain.catalogue import Catalogue
from shared.domain.coming_back import grace, undo
from shared.domain.day import CounterState, CounterStatus, Day
from shared.domain.desks import desk_of
from shared.domain.giving_document import seen
from shared.domain.promised import promise_for
from shared.domain.refusals import Code, Refusal
from shared.domain.spoken import heard_at
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
            return [recall(catalogue, day, state, at)]
        case c.StartAttention():
            return [start(day, state)]
        case c.CodeServices():
            return [code_services(catalogue, day, state, command.services)]
        case c.ShowDocument():
            return [seen(day, _in_course(day, state))]
        case c.FinishAttention():
            return finish(catalogue, day, state, at)
        case c.MarkAbsent():
            return [absent(catalogue, day, state, at)]
        case c.HoldTicket():
            return [hold(catalogue, day, state, command.reason, at)]
        case c.TransferTicket():
            return transfer(catalogue, day, state, command, at)
        case c.PlanStops():
            return plan_stops(catalogue, day, state, command.stops)
        case c.Undo():
            return undo(catalogue, day, state, at)
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
    going_on: list[tuple[Ticket, Stop, int]] = []
    if ending:
        before = finish(catalogue, day, state, at)
        going_on = _going_on(day, state, before)
    else:
        _must_be_free(day, state)
    lines = _with(day.lines, going_on, at)
    desk = desk_of(catalogue, day, state.number, state.advisor)
    chosen = order.choose(lines, desk, at)
    if chosen is None:
        raise _nobody(lines, desk, state)
    ticket = day.tickets[chosen.waiting.ticket]
    index = next((index for other, _, index in going_on if other is ticket), ticket.at)
    joining = [t.id for t, stop, _ in going_on if served_here(catalogue, state, stop)]
    together = _together(catalogue, day, state, ticket, StopState.WAITING, joining)
    return [*before, _called(day, state, ticket, index, chosen.because, together)]


def _with(lines: order.Lines, going_on: Iterable[tuple[Ticket, Stop, int]], at: datetime) -> order.Lines:
    """The lines once the tickets that finish with this same order wait for their next stops."""
    joined = dict(lines)
    for ticket, stop, _ in going_on:
        line = joined[stop.queue].copy() if stop.queue in joined else order.Line()
        line.join(order.standing(ticket, stop)._replace(since=at))
        joined[stop.queue] = line
    return joined


def _going_on(day: Day, state: CounterState, events: list[e.Event]) -> list[tuple[Ticket, Stop, int]]:
    """Those who finish here and wait at once for another stop: the ticket, that stop, and its index from then on."""
    moved = {event.ticket: event for event in events if isinstance(event, e.StopsReordered)}
    found = []
    for ticket, index in day.party(_in_course(day, state).id):
        after = moved[ticket.id].moved if ticket.id in moved else index + 1
        if after < len(ticket.stops) and not ticket.stops[after].gap:
            found.append((ticket, ticket.stops[after], index + 1))
    return found


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
    return _called(day, state, ticket, ticket.at, because, _together(catalogue, day, state, ticket, StopState.WAITING))


def _together(
    catalogue: Catalogue,
    day: Day,
    state: CounterState,
    ticket: Ticket,
    standing: StopState,
    joining: Iterable[int] = (),
) -> tuple[int, ...]:
    """The rest of a ticket's group that can come to this counter with it."""
    if not ticket.group:
        return ()
    return tuple(
        other.id
        for other in day.tickets.values()
        if other.group == ticket.group
        and other is not ticket
        and (other.id in joining or (other.state is standing and served_here(catalogue, state, other.stop)))
    )


def resume(catalogue: Catalogue, day: Day, state: CounterState, ticket_id: int, at: datetime) -> e.TicketResumed:
    """A pending ticket may be called back by any counter that serves its queue."""
    _must_be_free(day, state)
    ticket = day.ticket(ticket_id)
    if ticket.state is not StopState.HELD:
        raise Refusal(Code.NOT_HELD, ticket=ticket.id, state=ticket.state.value)
    _must_serve(catalogue, state, ticket)
    because = e.Because("resumed", _waited(ticket, at), len(day.held))
    together = _together(catalogue, day, state, ticket, StopState.HELD)
    return e.TicketResumed(
        ticket.id, ticket.at, day.next_attention, state.number, state.advisor, day.next_call, because, together
    )


def recall(catalogue: Catalogue, day: Day, state: CounterState, at: datetime) -> e.TicketRecalled:
    """Not sooner after the last call than the centre file says."""
    attention = _in_course(day, state)
    if attention.started_at:
        raise Refusal(Code.ALREADY_STARTED, ticket=attention.ticket)
    if seconds := _too_soon(catalogue, day, attention, at):
        raise Refusal(Code.CALLED_JUST_NOW, ticket=attention.ticket, seconds=seconds)
    return e.TicketRecalled(attention.ticket, attention.stop, attention.id, state.number, day.next_call)


def _too_soon(catalogue: Catalogue, day: Day, attention: Attention, at: datetime) -> int:
    """Seconds until the spacing between calls is over, which counts from the spoken call."""
    passed = (at - heard_at(catalogue, day, attention, at)).total_seconds()
    return max(0, ceil(catalogue.calls.spacing_seconds - passed))


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
    """The next stop, if any, waits from now on, with its own promise; a free one that waits less goes before it."""
    attention = _started(day, state)
    before: list[e.Event] = []
    after: list[e.Event] = []
    for ticket, index in day.party(attention.id):
        if index + 1 >= len(ticket.stops):
            continue
        moved = visit.reordered(catalogue, day, ticket, index + 1, at)
        stop = ticket.stops[moved[0].moved if moved else index + 1]
        before += moved
        if not stop.gap:
            after.append(promise_for(catalogue, day, ticket, stop, index + 1, at))
    return [*before, e.AttentionFinished(attention.ticket, attention.stop, attention.id), *after]


def absent(catalogue: Catalogue, day: Day, state: CounterState, at: datetime) -> e.TicketAbsent:
    """Only after as many calls as the centre file says, and some time after the last one."""
    attention = _in_course(day, state)
    if attention.started_at:
        raise Refusal(Code.ALREADY_STARTED, ticket=attention.ticket)
    needed, seconds = catalogue.calls.before_absent, _too_soon(catalogue, day, attention, at)
    if attention.calls < needed or seconds:
        raise Refusal(
            Code.TOO_FEW_CALLS, ticket=attention.ticket, calls=attention.calls, needed=needed, seconds=seconds
        )
    until, tickets = grace(catalogue, at)
    return e.TicketAbsent(attention.ticket, attention.stop, attention.id, until, tickets)


def hold(catalogue: Catalogue, day: Day, state: CounterState, reason: str, at: datetime) -> e.TicketHeld:
    if reason not in c.HOLD_REASONS:
        raise Refusal(Code.UNKNOWN_REASON, reason=reason)
    attention = _started(day, state)
    minutes = catalogue.visits.hold_minutes
    until = at + timedelta(minutes=minutes) if minutes else None
    return e.TicketHeld(attention.ticket, attention.stop, attention.id, reason, until)


def transfer(
    catalogue: Catalogue, day: Day, state: CounterState, command: c.TransferTicket, at: datetime
) -> list[e.Event]:
    """The place in the other line is the centre file's; with `back` the ticket comes back here afterwards."""
    if command.queue not in catalogue.queue:
        raise Refusal(Code.UNKNOWN_QUEUE, queue=command.queue)
    if command.service and command.service not in catalogue.service:
        raise Refusal(Code.UNKNOWN_SERVICE, service=command.service)
    if command.service and catalogue.service[command.service].queue != command.queue:
        raise Refusal(Code.NOT_OF_QUEUE, service=command.service, queue=command.queue)
    if len(command.note) > c.LONGEST_NOTE:
        raise Refusal(Code.NOTE_TOO_LONG, most=c.LONGEST_NOTE)
    attention = _started(day, state)
    if day.tickets[attention.ticket].stops[attention.stop].queue == command.queue:
        raise Refusal(Code.SAME_QUEUE, queue=command.queue)
    place = catalogue.visits.transfer_to
    sent = e.TicketTransferred(
        attention.ticket,
        attention.stop,
        attention.id,
        command.queue,
        command.service,
        place,
        command.back,
        bool(command.note.strip()),
    )
    there = Stop(command.queue, command.service, first=place == "first", counts_from=at if place == "tail" else None)
    return [sent, *(promise_for(catalogue, day, t, there, index + 1, at) for t, index in day.party(attention.id))]


def plan_stops(catalogue: Catalogue, day: Day, state: CounterState, stops: Sequence[e.PlannedStop]) -> list[e.Event]:
    """Where the citizen goes afterwards, from now on; a group that came together goes on together."""
    attention = _started(day, state)
    planned = visit.checked(catalogue, stops)
    return [e.StopsPlanned(ticket.id, index, attention.id, planned) for ticket, index in day.party(attention.id)]


def _waited(ticket: Ticket, at: datetime) -> int:
    """Seconds since the stop at hand became callable."""
    since = ticket.stop.eligible_at or ticket.issued_at
    return max(0, round((at - since).total_seconds()))


def _called(
    day: Day, state: CounterState, ticket: Ticket, stop: int, because: e.Because, together: tuple[int, ...]
) -> e.TicketCalled:
    return e.TicketCalled(
        ticket.id, stop, day.next_attention, state.number, state.advisor, day.next_call, because, together
    )


def _must_be_open(state: CounterState) -> None:
    if state.status is CounterStatus.CLOSED:
        raise Refusal(Code.COUNTER_NOT_OPEN, counter=state.number)
    if state.status is CounterStatus.PAUSED:
        raise Refusal(Code.COUNTER_PAUSED, counter=state.number)


def _must_be_free(day: Day, state: CounterState) -> None:
    if state.attention:
        raise Refusal(Code.COUNTER_BUSY, counter=state.number, ticket=day.attentions[state.attention].ticket)


def served_here(catalogue: Catalogue, state: CounterState, stop: Stop) -> bool:
    """Whether this counter attends a stop with who sits there, and no other counter wants it back."""
    return stop.only_at in (0, state.number) and catalogue.serves(state.number, stop.queue, stop.service, state.advisor)


def _must_serve(catalogue: Catalogue, state: CounterState, ticket: Ticket) -> None:
    if not served_here(catalogue, state, ticket.stop):
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
