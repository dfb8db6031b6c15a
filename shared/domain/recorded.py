"""A recorded day as a trace: what its citizens would do again, read off its log.

Arrivals, itineraries, presentations and times at the counter are those of the day; a stop that was never attended
takes the median of its queue that day (the centre file's mean where it had none). Who did not come when called does
not come in the replay either. Who cancelled while waiting cancels after as long a wait at that stop. Who was still
inside at the close would have stayed. Time left pending, calls by hand and releases belong to that day and are left
out; counters of a replay call at once, real ones took a moment: so compare replays with each other. Who changed the
service comes for the last one; groups come one by one; who came back after being absent was there from the start.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from statistics import median

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.measured import MeasuredStop, measured, stays_of
from shared.domain.proof import AUTOMATIC, Proof
from shared.domain.ticket import Attention, Outcome, Stop, StopState, Ticket
from shared.domain.trace import Header, Task, Trace, Visit


def trace_of(log: Iterable[e.Recorded]) -> tuple[Trace, Hall, Proof]:
    """The trace of one day, its fold at the close and its proof. `log`: the catalogue before it, then its events."""
    hall, proof = Hall(), Proof()
    cancelled: dict[int, datetime] = {}
    for entry in log:
        if hall.day is not None and isinstance(entry.event, e.DayEvent):
            proof.note(hall.centre.catalogue, hall.day, entry.event, entry.at)
        hall.apply(entry.event, entry.at)
        if isinstance(entry.event, e.TicketCancelled):
            cancelled[entry.event.ticket] = entry.at
        if isinstance(entry.event, e.DayClosed):
            break
    assert hall.day is not None
    catalogue, day = hall.centre.catalogue, hall.day
    usual = _usual(catalogue, measured(catalogue, day))
    stays = stays_of(day)
    visits = [
        Visit(
            ticket.issued_at,
            tuple(
                _task(ticket, stop, stays.get((ticket.id, index), []), usual, cancelled.get(ticket.id))
                for index, stop in enumerate(ticket.stops)
                if stop.state is not StopState.CHANGED
            ),
            ticket.preferential,
            ticket.language,
            ticket.goal.service,
        )
        for ticket in day.tickets.values()
    ]
    visits.sort(key=lambda visit: visit.at)
    return Trace(Header(catalogue.id, day.day, "recorded"), tuple(visits)), hall, proof


def _usual(catalogue: Catalogue, stops: Iterable[MeasuredStop]) -> dict[str, float]:
    """Seconds at the counter by queue: the median of those attended that day."""
    times: dict[str, list[float]] = {}
    for stop in stops:
        if stop.attention is not None and stop.state is StopState.DONE:
            times.setdefault(stop.queue, []).append(stop.attention)
    means = {queue.prefix: queue.mean_minutes * 60 for queue in catalogue.queues}
    return means | {queue: median(found) for queue, found in times.items()}


def _task(
    ticket: Ticket, stop: Stop, stays: list[Attention], usual: dict[str, float], cancelled: datetime | None
) -> Task:
    waited = stop.state is StopState.CANCELLED and cancelled and stop.eligible_at and not _absent(ticket)
    ended = [(s.ended_at - s.started_at).total_seconds() for s in stays if s.started_at and s.ended_at]
    done = stop.state in (StopState.DONE, StopState.TRANSFERRED)
    first = stays[0] if stays else None
    met = (first.started_at or first.ended_at) if first else None
    return Task(
        queue=stop.queue,
        service=stop.service,
        attention=round(sum(ended), 3) if ended and done else usual[stop.queue],
        presentation=(met - first.called_at).total_seconds() if first and met else 45.0,
        absent=stop.state is StopState.ABSENT,
        patience=(cancelled - stop.eligible_at).total_seconds() if waited and cancelled and stop.eligible_at else None,
        says_so=bool(waited),
        sent_on=stop.state is StopState.TRANSFERRED,
    )


def _absent(ticket: Ticket) -> bool:
    return any(stop.state is StopState.ABSENT for stop in ticket.stops)


def overtakes(day: Day) -> int:
    """Of the calls that the hub chose: how many were passed over who came before, counted for each call."""
    return sum(
        len(attention.because.passed_over)
        for attention in day.attentions.values()
        if attention.because.rule in AUTOMATIC
    )


def as_it_was(day: Day) -> dict[str, int]:
    """How often people changed the order of that day by hand: what a replay leaves out."""
    by_hand = sum(attention.because.rule == "by_hand" for attention in day.attentions.values())
    released = sum(attention.outcome is Outcome.RELEASED for attention in day.attentions.values())
    resumed = sum(attention.because.rule == "resumed" for attention in day.attentions.values())
    return {"called by hand": by_hand, "released": released, "left pending": resumed}
