"""Ways back: the absent who come in time, and the last call or finish that was a mistake."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterState, Day
from shared.domain.promised import promise_for
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import AT_COUNTER, ENDED, Attention, Outcome, StopState, Ticket


def grace(catalogue: Catalogue, at: datetime) -> tuple[datetime | None, int]:
    """Until when, and until how many calls of its queue later, somebody who is absent now may come back."""
    calls = catalogue.calls
    return at + timedelta(minutes=calls.grace_minutes) if calls.grace_minutes else None, calls.grace_tickets


def give_back(catalogue: Catalogue, day: Day, ticket_id: int, at: datetime) -> list[e.Event]:
    """Who was absent waits again, where the centre file says."""
    ticket = day.ticket(ticket_id)
    if ticket.id not in day.absent:
        raise Refusal(Code.NOT_ABSENT, ticket=ticket.id, state=ticket.state.value)
    if not may_return(day, ticket, at):
        raise Refusal(Code.GRACE_OVER, ticket=ticket.id)
    index = day.absent[ticket.id]
    place = catalogue.calls.returns_to
    promised = promise_for(catalogue, day, ticket, ticket.stops[index], index, at)
    return [e.TicketReturned(ticket.id, index, place), promised]


def may_return(day: Day, ticket: Ticket, at: datetime) -> bool:
    """Whether the grace of an absent ticket still runs: by the clock, or by the calls of its queue."""
    stop = ticket.stops[day.absent[ticket.id]]
    by_time = stop.grace_until is not None and at <= stop.grace_until
    return by_time or (stop.grace_tickets > 0 and _called_since(day, stop.queue, stop.attention) < stop.grace_tickets)


def _called_since(day: Day, queue: str, attention: int) -> int:
    """How many of a queue were called after this attention."""
    called = 0
    for later in reversed(day.attentions.values()):
        if later.id == attention:
            break
        called += day.tickets[later.ticket].stops[later.stop].queue == queue
    return called


def is_over(catalogue: Catalogue, day: Day, ticket: Ticket, at: datetime) -> bool:
    """Whether a visit has ended and nothing takes that back: neither an undone finish nor somebody who was absent."""
    if ticket.state not in ENDED:
        return False
    if ticket.id in day.absent:
        return not may_return(day, ticket, at)
    last = day.attentions.get(max(stop.attention for stop in ticket.stops))
    if last is None or last.ended_at is None:
        return True
    return at > last.ended_at + timedelta(seconds=catalogue.visits.undo_seconds)


def undo(catalogue: Catalogue, day: Day, state: CounterState, at: datetime) -> list[e.Event]:
    """The call in course goes back to its line; or, where nobody is at the counter, the last finish is reopened."""
    attention = undoable(day, state)
    if attention is None:
        raise Refusal(Code.NOTHING_TO_UNDO, counter=state.number)
    since = attention.ended_at or attention.called_at
    seconds = catalogue.visits.undo_seconds
    if at > since + timedelta(seconds=seconds):
        raise Refusal(Code.TOO_LATE_TO_UNDO, counter=state.number, seconds=seconds)
    kind = e.CallUndone if attention.ended_at is None else e.AttentionReopened
    return [kind(attention.ticket, attention.stop, attention.id)]


def undoable(day: Day, state: CounterState) -> Attention | None:
    """What this counter did last, where it can still be taken back: nobody else has touched its tickets since."""
    if state.attention:
        attention = day.attentions[state.attention]
        return None if attention.started_at else attention
    ended = reversed(day.ended_at_counter.get(state.number, []))
    last = next((attention for attention in ended if attention.outcome is not Outcome.UNDONE), None)
    if last is None or last.outcome is not Outcome.SERVED or last.advisor != state.advisor:
        return None
    return last if all(_untouched(ticket, index) for ticket, index in day.party(last.id)) else None


def _untouched(ticket: Ticket, index: int) -> bool:
    later = ticket.stops[index + 1 :]
    gone = AT_COUNTER | ENDED | {StopState.HELD}
    return not any(stop.attention or stop.state in gone for stop in later)
