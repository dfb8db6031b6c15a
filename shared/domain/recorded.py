"""A recorded day as a trace: what its citizens would do again, read off its log.

Arrivals, itineraries, appointments, groups, presentations and times at the counter are those of the day; a stop that
was never attended takes the median of its queue that day (the centre file's mean where it had none). Who did not come
when called does not come in the replay either. Who cancelled while waiting cancels after as long a wait at that stop.
Who was still inside at the close would have stayed. What was left pending is so again, after as much of its attention
and for as long; a release comes as long after the call; whom an advisor called by hand is so called once the same wait
is over, by the first counter that is free. Left out: calls that were undone, and that a ticket was wanted back by one
counter. Who changed the service comes for the last one; who came back after being absent was there from the start.
Counters of a replay call at once, real ones took a moment: so compare replays with each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import zip_longest
from statistics import median

from msgspec.structs import replace

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.measured import MeasuredStop, measured, stays_of
from shared.domain.proof import AUTOMATIC, Proof
from shared.domain.ticket import Attention, Outcome, Stop, StopState, Ticket
from shared.domain.trace import Header, Hold, Task, Trace, Visit


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
    stays, releases, by_hand = stays_of(day), _releases(day), _by_hand(day)
    visits = [
        Visit(
            ticket.issued_at,
            tuple(
                replace(
                    _task(ticket, stop, stays.get((ticket.id, index), []), usual, cancelled.get(ticket.id)),
                    released=tuple(releases.get((ticket.id, index), ())),
                    by_hand=by_hand.get((ticket.id, index)),
                )
                for index, stop in enumerate(ticket.stops)
                if stop.state is not StopState.CHANGED
            ),
            ticket.preferential,
            ticket.language,
            ticket.goal.service,
            ticket.slot or ticket.late,
            ticket.group,
            ticket.sign,
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
    held = _held(stop, stays)
    sharing = len(stays[-1].together) + 1 if stays else 1  # a group has one stay: its members share it
    attention = round(sum(ended) / sharing, 3) if ended and done else usual[stop.queue] + sum(h.after for h in held)
    first = stays[0] if stays else None
    met = (first.started_at or first.ended_at) if first else None
    return Task(
        queue=stop.queue,
        service=stop.service,
        attention=attention,
        presentation=(met - first.called_at).total_seconds() if first and met else 45.0,
        absent=stop.state is StopState.ABSENT,
        patience=(cancelled - stop.eligible_at).total_seconds() if waited and cancelled and stop.eligible_at else None,
        says_so=bool(waited),
        sent_on=stop.state is StopState.TRANSFERRED,
        held=held,
    )


def _held(stop: Stop, stays: list[Attention]) -> tuple[Hold, ...]:
    """Each time that it was left pending; the last one perhaps for good."""
    held: list[Hold] = []
    for stay, after in zip_longest(stays, stays[1:]):
        if stay.outcome is Outcome.HELD and stay.started_at and stay.ended_at:
            away = (after.called_at - stay.ended_at).total_seconds() if after else None
            met = (after.started_at or after.called_at) - after.called_at if after else timedelta()
            reason = stop.held_reason or "other"
            held.append(Hold((stay.ended_at - stay.started_at).total_seconds(), away, met.total_seconds(), reason))
    return tuple(held)


def _releases(day: Day) -> dict[tuple[int, int], list[float]]:
    """How long after each of its calls a stop was taken away from its counter. Seconds."""
    found: dict[tuple[int, int], list[float]] = {}
    for one in day.attentions.values():
        if one.outcome is Outcome.RELEASED and one.ended_at:
            found.setdefault((one.ticket, one.stop), []).append((one.ended_at - one.called_at).total_seconds())
    return found


def _by_hand(day: Day) -> dict[tuple[int, int], float]:
    """The wait after which an advisor called somebody by hand. Seconds."""
    found: dict[tuple[int, int], float] = {}
    for one in day.attentions.values():
        since = day.tickets[one.ticket].stops[one.stop].eligible_at
        if one.because.rule == "by_hand" and one.outcome is not Outcome.UNDONE and since:
            found.setdefault((one.ticket, one.stop), max(0.0, (one.called_at - since).total_seconds()))
    return found


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
    """How often people changed the order of that day by hand, which a replay does again."""
    by_hand = sum(attention.because.rule == "by_hand" for attention in day.attentions.values())
    released = sum(attention.outcome is Outcome.RELEASED for attention in day.attentions.values())
    held = sum(attention.outcome is Outcome.HELD for attention in day.attentions.values())
    return {"called by hand": by_hand, "released": released, "left pending": held}


def left_out(day: Day) -> dict[str, int]:
    """What people did that day and a replay does not do again."""
    stops = [stop for ticket in day.tickets.values() for stop in ticket.stops]
    undone = sum(attention.outcome is Outcome.UNDONE for attention in day.attentions.values())
    changed = sum(stop.state is StopState.CHANGED for stop in stops)
    wanted = sum(stop.only_at > 0 for stop in stops)
    return {"calls undone": undone, "services changed": changed, "wanted back by a counter": wanted}
