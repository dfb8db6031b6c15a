"""When the last of those who are inside a queue now will have been attended; nobody who comes later is in it.

The law of that moment: the call of the last of them (those in line by the law of the wait; those at other stops as they
come over, lunches, payments and the minutes of return legs included), and from then on its own turn and those in course
at the other counters. What is told is the middle of the 20 minutes that hold that moment most likely. Preferential
citizens who will still come are left out: how many came lately, carried on through a lunch, tells too late an hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import erfc, inf, prod, sqrt
from typing import NamedTuple

from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.observed import Observed
from shared.domain.pace import Turn, turn_of
from shared.domain.ticket import StopState, Ticket
from shared.domain.waiting.counters import all_servers_for
from shared.domain.waiting.expected import expected, whoever_comes
from shared.domain.waiting.law import LONGEST, Law, Residual, Server
from shared.domain.waiting.people import SOON, arrives_in, turn_of_line

NEAR = 600.0  # seconds on both sides: a forecast that is this near is right
LOOKED_AT = 30.0  # seconds between two moments that are compared
SCORES = (-1.2816, -0.5244, 0.0, 0.5244, 1.2816)  # middles of fifths of the normal law
SPREAD = 0.6  # standard deviation of a wait or a turn elsewhere, of its mean
SHOWS = 0.95  # of those on the way, how many come over at all
HELD = Turn(600.0, 0.7)  # law of how long a ticket is pending


class Comer(NamedTuple):
    """Somebody who stands in this queue in so many seconds; `spread` is the standard deviation."""

    seconds: float
    spread: float


class LastEnd(NamedTuple):
    """When the last one will have been attended, and the chance that it is so within NEAR, by the law itself."""

    at: datetime
    chance: float


def last_served(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> datetime | None:
    """None: nobody inside, or no counter that is open or comes back from lunch."""
    last = last_end(catalogue, day, queue, at)
    return last.at if last else None


def last_end(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> LastEnd | None:
    """As `last_served`, with its chance."""
    turn = turn_of_line(catalogue, day, queue, "", at.hour)
    servers = all_servers_for(catalogue, day, queue, "", at, turn)
    busy = [Residual(server.current, server.age) for server in servers if server.age >= 0]
    coming = [*_comers(catalogue, day, queue, at), *_pending(catalogue, day, queue, at)]
    waiting = len(day.line(queue))
    if not servers or not (waiting or coming or busy):
        return None
    if not waiting and not coming:
        return _after(at, _most_likely([0.0], busy, []))
    calls = _calls(waiting, servers, coming)
    there = sum(not one.away[0] < calls[len(calls) // 2] < one.away[1] for one in servers)
    others = max(0, min(there, waiting + len(coming) + len(busy)) - 1)
    return _after(at, _most_likely(calls, [Residual(turn, 0.0)], [Residual(turn, 0.0)] * others))


def _after(at: datetime, last: tuple[float, float]) -> LastEnd:
    return LastEnd(at + timedelta(seconds=last[0]), last[1])


def _calls(waiting: int, servers: Sequence[Server], coming: Sequence[Comer]) -> list[float]:
    """In how many seconds the last one is called, at each of SCORES.

    Turns that end while nobody inside waits help none of those who come later. So the last call is the latest of
    these: of all, from now on; and of those who come from any moment on, from that moment on.
    """
    moments = sorted(one.seconds for one in coming)
    waves = [(moment, Law(_later(servers, moment), len(moments) - i - 1)) for i, moment in enumerate(moments)]
    if waiting:
        waves.append((0.0, Law(servers, waiting - 1, moments)))
    since, law = max(waves, key=lambda wave: wave[0] + wave[1].quantile(0.0))
    calls = [since + law.quantile(score) for score in SCORES]
    return [max(call, _all_here(coming, score)) for call, score in zip(calls, SCORES, strict=True)]


def _later(servers: Sequence[Server], seconds: float) -> list[Server]:
    """The same counters so much later: free, for nobody who comes meanwhile goes before; or at lunch."""
    later: list[Server] = []
    for one in servers:
        leaves, back = one.away[0] - seconds, one.away[1] - seconds
        away = (max(0.0, leaves), back) if back > 0 else (inf, inf)
        later.append(replace(one, age=-1.0, away=away))
    return later


def _comers(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> Iterator[Comer]:
    """Whoever is at another stop and has this queue before them, next or later."""
    for ticket in _on_the_way(day.observed):
        first = ticket.at + (ticket.state is not StopState.RETURNING)
        index = next((i for i, stop in enumerate(ticket.stops[first:], first) if stop.queue == queue), 0)
        if index:
            yield _comes(catalogue, day, ticket, first, index, at)


def _on_the_way(observed: Observed) -> Iterator[Ticket]:
    return iter({ticket.id: ticket for there in observed.coming.values() for ticket in there.values()}.values())


def _comes(catalogue: Catalogue, day: Day, ticket: Ticket, first: int, index: int, at: datetime) -> Comer:
    """Through the stops from `first` to the one before `index`, with the minutes of return legs."""
    seconds = arrives_in(catalogue, day, ticket, at)
    known = seconds if ticket.state is StopState.RETURNING else ticket.stops[first].gap * 60.0
    for stop, later in zip(ticket.stops[first:index], ticket.stops[first + 1 :], strict=False):
        promise = expected(catalogue, day, stop.queue, whoever_comes(at, stop.service), at)
        turn = turn_of(catalogue, day.observed.pace, stop.queue, stop.service, at.hour).mean
        seconds += (promise.seconds[0] if promise else 0.0) + turn + later.gap * 60.0
        known += later.gap * 60.0
    return Comer(seconds, SPREAD * max(0.0, seconds - known))


def _pending(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> Iterator[Comer]:
    """Those left pending here: nobody knows when they are called back.

    Of a skewed law most come sooner than its mean, so half of the mean of what is left is taken; and half of their turn
    was done before.
    """
    for ticket in day.held.values():
        if ticket.stop.queue == queue:
            since = day.attentions[ticket.stop.attention].ended_at or at
            left = Residual(HELD, (at - since).total_seconds()).expected
            turn = turn_of(catalogue, day.observed.pace, queue, ticket.stop.service, at.hour)
            yield Comer(max(SOON, (left - turn.mean) / 2), SPREAD / 2 * left)


def _all_here(coming: Sequence[Comer], score: float) -> float:
    """By when all of them have come, at this score; 0 where nobody comes."""
    if not coming:
        return 0.0
    wanted = erfc(-score / sqrt(2)) / 2
    low, high = 0.0, max(one.seconds + 4 * one.spread for one in coming) + 1

    def here(t: float) -> float:
        return prod(1 - SHOWS * erfc((t - one.seconds) / (one.spread + 1) / sqrt(2)) / 2 for one in coming)

    while high - low > LOOKED_AT / 2:
        middle = (low + high) / 2
        low, high = (middle, high) if here(middle) < wanted else (low, middle)
    return (low + high) / 2


def _most_likely(calls: Sequence[float], begun: Sequence[Residual], running: Sequence[Residual]) -> tuple[float, float]:
    """The middle of the window of NEAR on both sides that holds the last end most likely, and its chance.

    Ends: those of `begun`, counted from the call, and of turns found somewhere in their course, `running`.
    """

    def ended(t: float) -> float:
        """The chance that all have ended so long after the call."""
        if t <= 0:
            return 0.0
        return prod(one.by(t)[0] for one in begun) * prod(one.since_long(t) for one in running)

    after, t = [0.0], 0.0
    while after[-1] < 0.995 and t < LONGEST:
        t += LOOKED_AT
        after.append(ended(t))
    starts = [round(call / LOOKED_AT) for call in calls]
    whole = [
        sum(after[min(len(after) - 1, step - start)] for start in starts if step > start)
        for step in range(max(starts) + len(after) + 1)
    ]
    middle, chance = _middle(whole)
    return middle * LOOKED_AT, chance


def _middle(whole: Sequence[float]) -> tuple[float, float]:
    """Of the steps whose window holds most of the law `whole` (a chance by step): the middle of all that do as well.

    With the part of the law that it holds.
    """
    half = round(NEAR / LOOKED_AT)
    last = len(whole) - 1
    held = [whole[min(last, step + half)] - (whole[step - half] if step > half else 0.0) for step in range(last + 1)]
    best = max(held)
    good = [step for step, share in enumerate(held) if share > best - 0.004 * whole[-1]]
    return sum(good) / len(good), best / whole[-1]
