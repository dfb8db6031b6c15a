"""What is shown of a counter, its citizen, and those who wait for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from shared.domain.catalogue import Catalogue
from shared.domain.coming_back import undoable
from shared.domain.day import CounterState, CounterStatus, Day
from shared.domain.interruptions import Interruption
from shared.domain.proof import Passing
from shared.domain.ticket import Attention, Outcome, Stop, StopState, Ticket
from shared.lan import views as v

Notes = Callable[[int, int], str]
"""What one counter told the next of a ticket and its stop, or ""."""


def passing_view(one: Passing, *, fault: bool) -> v.PassingView:
    return v.PassingView(fault, one.at, one.number, one.counter, one.who, one.how, one.why, one.passed_numbers)


def _of(ticket: Ticket, stop: Stop) -> tuple[int, str, str, str, bool]:
    """The fields that all `TicketView`s have."""
    return ticket.id, ticket.text, stop.queue, stop.service, ticket.preferential


def waiting_view(ticket: Ticket, rank: int, reason: str, due: datetime | None) -> v.WaitingView:
    stop = ticket.stop
    return v.WaitingView(
        *_of(ticket, stop),
        since=stop.eligible_at or ticket.issued_at,
        rank=rank,
        language=ticket.language,
        only_at=stop.only_at,
        slot=stop.slot,
        reason=reason,
        due=due,
        sign=ticket.sign,
    )


def held_view(day: Day, ticket: Ticket) -> v.HeldView:
    stop = ticket.stop
    return v.HeldView(
        *_of(ticket, stop),
        since=day.attentions[stop.attention].ended_at or ticket.issued_at,
        counter=stop.counter,
        reason=stop.held_reason,
        until=stop.held_until,
    )


def absent_view(day: Day, ticket: Ticket) -> v.AbsentView:
    stop = ticket.stops[day.absent[ticket.id]]
    return v.AbsentView(
        *_of(ticket, stop),
        since=day.attentions[stop.attention].ended_at or ticket.issued_at,
        counter=stop.counter,
        until=stop.grace_until,
        tickets=stop.grace_tickets,
    )


def returning_view(ticket: Ticket) -> v.ReturningView:
    stop = ticket.stop
    return v.ReturningView(
        *_of(ticket, stop),
        returns_at=stop.returns_at or ticket.issued_at,
    )


def interruption_view(one: Interruption) -> v.InterruptionView:
    return v.InterruptionView(one.id, one.reason, one.since, one.until, *one.of, one.by)


def stop_view(stop: Stop) -> v.StopView:
    return v.StopView(stop.queue, stop.service, stop.state.value, stop.counter, stop.gap, stop.free)


def undo_view(catalogue: Catalogue, day: Day, state: CounterState) -> v.UndoView | None:
    attention = undoable(day, state)
    if attention is None:
        return None
    ended = attention.ended_at
    until = (ended or attention.called_at) + timedelta(seconds=catalogue.visits.undo_seconds)
    return v.UndoView("finish" if ended else "call", day.tickets[attention.ticket].text, until)


def counter_view(catalogue: Catalogue, day: Day | None, number: int, notes: Notes) -> v.CounterView:
    if day is None:
        return v.CounterView(number, CounterStatus.CLOSED.value)
    state = day.counter(number)
    attention = day.attentions[state.attention] if state.attention else None
    return v.CounterView(
        counter=number,
        status=state.status.value,
        advisor=state.advisor,
        reason=state.reason,
        since=state.since,
        attention=attention_view(catalogue, day, attention, notes) if attention else None,
        figures=figures(catalogue, day, number, state.advisor),
        undo=undo_view(catalogue, day, state),
    )


def attention_view(catalogue: Catalogue, day: Day, attention: Attention, notes: Notes) -> v.AttentionView:
    ticket = day.tickets[attention.ticket]
    stop = ticket.stops[attention.stop]
    before = ticket.stops[attention.stop - 1] if attention.stop else None
    after = next((s for s in ticket.stops[attention.stop + 1 :] if s.state is StopState.PLANNED), None)
    return v.AttentionView(
        attention=attention.id,
        ticket=ticket.id,
        number=ticket.text,
        queue=stop.queue,
        service=stop.service,
        state=(StopState.SERVING if attention.started_at else StopState.CALLED).value,
        preferential=ticket.preferential,
        language=ticket.language,
        arrived_at=ticket.issued_at,
        waited=attention.because.waited,
        called_at=attention.called_at,
        calls=attention.calls,
        because=attention.because,
        limit_minutes=catalogue.limits_of(stop.queue, day.day).service,
        started_at=attention.started_at,
        services=attention.services,
        promised=stop.promised,
        came_from=before.counter if before else 0,
        next_queue=after.queue if after else "",
        before=tuple(stop_view(s) for s in ticket.stops[: attention.stop]),
        after=tuple(stop_view(s) for s in ticket.stops[attention.stop + 1 :] if s.state is StopState.PLANNED),
        together=tuple(day.tickets[other].text for other in attention.together),
        note=notes(ticket.id, attention.stop),
        slot=stop.slot,
        late=ticket.late,
        sign=ticket.sign,
        document=ticket.document,
    )


def figures(catalogue: Catalogue, day: Day, number: int, advisor: str) -> v.FiguresView:
    """The day of an advisor at a counter."""
    own = [a for a in day.ended_at_counter.get(number, ()) if a.advisor == advisor]
    served = [a for a in own if a.outcome is Outcome.SERVED and a.started_at and a.ended_at]
    seconds = [(a.ended_at - a.started_at).total_seconds() for a in served if a.ended_at and a.started_at]
    limits = [_limit(catalogue, day, a) * 60 for a in served]
    return v.FiguresView(
        finished=len(served),
        mean_seconds=round(sum(seconds) / len(seconds)) if seconds else 0,
        within_limit=sum(took <= limit for took, limit in zip(seconds, limits, strict=True)),
        absent=sum(a.outcome is Outcome.ABSENT for a in own),
    )


def _limit(catalogue: Catalogue, day: Day, attention: Attention) -> int:
    queue = day.tickets[attention.ticket].stops[attention.stop].queue
    return catalogue.limits_of(queue, day.day).service
