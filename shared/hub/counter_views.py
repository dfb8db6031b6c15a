"""What is shown of a counter, its citizen, and those who wait for it."""

from __future__ import annotations

from datetime import datetime

from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterStatus, Day
from shared.domain.proof import Passing
from shared.domain.ticket import Attention, Outcome, StopState, Ticket
from shared.lan import views as v


def passing_view(one: Passing, *, fault: bool) -> v.PassingView:
    return v.PassingView(fault, one.at, one.number, one.counter, one.who, one.how, one.why, one.passed_numbers)


def waiting_view(ticket: Ticket, rank: int, reason: str, due: datetime | None) -> v.WaitingView:
    stop = ticket.stop
    return v.WaitingView(
        ticket=ticket.id,
        number=ticket.text,
        queue=stop.queue,
        service=stop.service,
        preferential=ticket.preferential,
        since=stop.eligible_at or ticket.issued_at,
        rank=rank,
        language=ticket.language,
        reason=reason,
        due=due,
        sign=ticket.sign,
    )


def held_view(day: Day, ticket: Ticket) -> v.HeldView:
    stop = ticket.stop
    return v.HeldView(
        ticket=ticket.id,
        number=ticket.text,
        queue=stop.queue,
        service=stop.service,
        preferential=ticket.preferential,
        since=day.attentions[stop.attention].ended_at or ticket.issued_at,
        counter=stop.counter,
        reason=stop.held_reason,
    )


def counter_view(catalogue: Catalogue, day: Day | None, number: int) -> v.CounterView:
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
        attention=attention_view(catalogue, day, attention) if attention else None,
        figures=figures(catalogue, day, number, state.advisor),
    )


def attention_view(catalogue: Catalogue, day: Day, attention: Attention) -> v.AttentionView:
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
        sign=ticket.sign,
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
