"""The people ahead that can really be ahead: who would be called before, who is on the way, who will still come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import sqrt

from shared.domain.catalogue import Catalogue
from shared.domain.day import CounterStatus, Day
from shared.domain.desks import served
from shared.domain.order import Served, Waiting
from shared.domain.order.choose import due
from shared.domain.order.line import Bucket, Kind
from shared.domain.pace import Turn, turn_of
from shared.domain.policy import Policy, Rule
from shared.domain.ticket import AT_COUNTER, Ticket

SOON = 20.0  # seconds that an attention still lasts at least
BUSIEST = 1.1
OVERDUE = timedelta(minutes=10)  # a return leg that has not come up by then comes no more


def people_ahead(catalogue: Catalogue, day: Day, queue: str, joining: Waiting) -> float:
    """How many of those in line would be called before, at the counters that both can be called to."""
    line = day.line(queue)
    if not line:
        return 0.0
    of = served(catalogue, queue, day.day)
    preferential = other = 0.0
    for kind, bucket in line.buckets.items():
        ahead = _before(bucket, kind, joining, of)
        if ahead:
            ahead *= _competes(catalogue, day, queue, kind.service, joining.service)
        if kind.preferential:
            preferential += ahead
        else:
            other += ahead
    return _by_turns(of.policy, joining, preferential, other)


def coming_before(catalogue: Catalogue, day: Day, queue: str, joining: Waiting, at: datetime) -> Iterator[float]:
    """In how many seconds each of those comes who is at another stop, goes on here, and would be called before."""
    for ticket in day.observed.coming.get(queue, {}).values():
        if ticket.stop.returns_at and ticket.stop.returns_at < at - OVERDUE:
            continue
        earlier = ticket.issued_at < joining.date
        if ticket.preferential > joining.preferential or (earlier and ticket.preferential == joining.preferential):
            yield arrives_in(catalogue, day, ticket, at)


def others_rate(catalogue: Catalogue, day: Day, queue: str, joining: Waiting, at: datetime, capacity: float) -> float:
    """How many a second come later and are called before. capacity: turns a second that the counters can end.

    For longer than the window that was looked at, no queue is joined faster than it is served.
    """
    part = _overtaking(catalogue.queue[queue].policy, joining)
    arrivals = day.observed.arrivals.get(queue)
    if not part or arrivals is None:
        return 0.0
    return part * arrivals.share * min(arrivals.rate(at), BUSIEST * capacity)


def turn_of_line(catalogue: Catalogue, day: Day, queue: str, service: str, hour: int) -> Turn:
    """The turns to come: of all who wait, and of whoever asks."""
    pace = day.observed.pace
    number, first, second = 0, 0.0, 0.0
    for kind, bucket in day.line(queue).buckets.items():
        turn, count = turn_of(catalogue, pace, queue, kind.service, hour), len(bucket.items)
        number += count
        first += count * turn.mean
        second += count * turn.mean**2 * (1 + turn.variation**2)
    if not number:
        return turn_of(catalogue, pace, queue, service, hour)
    mean = first / number
    return Turn(mean, sqrt(max(0.01, second / number / mean**2 - 1)))


def _before(bucket: Bucket, kind: Kind, joining: Waiting, of: Served) -> float:
    """How many of a bucket go before somebody who joins."""
    policy = of.policy
    if kind.preferential != joining.preferential:
        if policy.rule in (Rule.LEGAL, Rule.STRICT):
            return len(bucket.items) if kind.preferential else 0.0
        if policy.rule is Rule.ACCUMULATING:  # of the others, half are passed on the way
            return len(bucket.items) if kind.preferential else len(bucket.items) / 2
        if policy.rule is Rule.RATIO:
            return len(bucket.items)
    date = joining.date
    if policy.rule is Rule.STRICT and kind.appointment != joining.appointment:
        return len(bucket.items) if kind.appointment else 0.0
    if policy.rule is Rule.LEGAL and not joining.preferential:
        limit = timedelta() if kind.appointment else of.limit_of(kind.service)
        date = due(joining, of) - limit
    return bisect_left(bucket.items, (date, joining.ticket))


def _by_turns(policy: Policy, joining: Waiting, preferential: float, other: float) -> float:
    """Under a ratio, preferential and other tickets take turns; otherwise all of them go before."""
    if policy.rule is not Rule.RATIO:
        return preferential + other
    if joining.preferential:
        return preferential + min(other, preferential // policy.ratio)
    return other + min(preferential, policy.ratio * (other + 1))


def _overtaking(policy: Policy, joining: Waiting) -> float:
    """Of those with preference or an appointment who come later, the part that goes before."""
    if joining.preferential or policy.rule is Rule.FCFS:
        return 0.0
    if policy.rule is Rule.ACCUMULATING:
        return 1 - policy.ordinary / policy.preferential if policy.preferential else 0.0
    return 0.5 if policy.rule is Rule.RATIO else 1.0


def _competes(catalogue: Catalogue, day: Day, queue: str, theirs: str, mine: str) -> float:
    """Of the counters open for their service, the part that is open for mine too."""
    if theirs == mine:
        return 1.0
    both = all_theirs = 0
    for counter in catalogue.counters_of[queue]:
        state = day.counters.get(counter.number)
        if state is None or state.status is not CounterStatus.OPEN:
            continue
        if not counter.services and not _limited(catalogue, state.advisor):
            both, all_theirs = both + 1, all_theirs + 1
        elif catalogue.serves(counter.number, queue, theirs, state.advisor):
            all_theirs += 1
            both += catalogue.serves(counter.number, queue, mine, state.advisor)
    return both / all_theirs if all_theirs else 0.0


def _limited(catalogue: Catalogue, advisor: str) -> bool:
    return bool(advisor in catalogue.advisor and catalogue.advisor[advisor].skills)


def arrives_in(catalogue: Catalogue, day: Day, ticket: Ticket, at: datetime) -> float:
    """In how many seconds a ticket that is at another stop comes to its next one, the minutes of its gap included."""
    stop = ticket.stop
    if stop.returns_at:
        return max(0.0, (stop.returns_at - at).total_seconds())
    gap = ticket.next_stop.gap * 60.0 if ticket.next_stop else 0.0
    turn = turn_of(catalogue, day.observed.pace, stop.queue, stop.service, at.hour).mean
    if ticket.state in AT_COUNTER:
        return gap + max(SOON, turn - (at - day.attentions[stop.attention].called_at).total_seconds())
    expected = stop.expected[0] if stop.expected else 0
    waited = (at - (stop.eligible_at or at)).total_seconds()
    return gap + max(SOON, expected - waited) + turn
