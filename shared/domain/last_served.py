"""When the last of those who are inside a queue now will have been attended; nobody who comes later is in it.

The law of that moment: the call of the last of them (those in line by the law of the wait, with preferential citizens
who will still come and go before; those at other stops as they come over, lunches, payments and the minutes of return
legs included), and from then on its own turn and those in course at the other counters. What is told is the middle of
the 20 minutes that hold that moment most likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import erfc, inf, prod, sqrt
from typing import NamedTuple

from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.last_ticket import closes_at
from shared.domain.observed import Observed
from shared.domain.pace import turn_of
from shared.domain.ticket import StopState, Ticket
from shared.domain.waiting.counters import all_servers_for
from shared.domain.waiting.expected import expected, whoever_comes
from shared.domain.waiting.law import LONGEST, Law, Residual, Server
from shared.domain.waiting.people import arrives_in, others_rate, turn_of_line

NEAR = 600.0  # seconds on both sides: a forecast that is this near is right
LOOKED_AT = 30.0  # seconds between two moments that are compared
SCORES = (-1.2816, -0.5244, 0.0, 0.5244, 1.2816)  # middles of fifths of the normal law
SPREAD = 0.6  # standard deviation of a wait or a turn elsewhere, of its mean
SHOWS = 0.95  # of those on the way, how many come over at all
HELD = 600.0  # seconds that a pending ticket is taken to stay so, at least a tenth of it from now on


class Comer(NamedTuple):
    """Somebody who stands in this queue in so many seconds; `spread` is the standard deviation."""

    seconds: float
    spread: float


def last_served(catalogue: Catalogue, day: Day, queue: str, at: datetime) -> datetime | None:
    """None: nobody inside, or no counter that is open or comes back from lunch."""
    turn = turn_of_line(catalogue, day, queue, "", at.hour)
    servers = all_servers_for(catalogue, day, queue, "", at, turn)
    busy = [Residual(server.current, server.age) for server in servers if server.age >= 0]
    coming = [*_comers(catalogue, day, queue, at), *_pending(day, queue, at)]
    waiting = len(day.line(queue))
    if not servers or not (waiting or coming or busy):
        return None
    if not waiting and not coming:
        return at + timedelta(seconds=_most_likely([0.0], busy, []))
    calls = _calls(catalogue, day, queue, at, servers, coming)
    there = sum(not one.away[0] < calls[len(calls) // 2] < one.away[1] for one in servers)
    others = max(0, min(there, waiting + len(coming) + len(busy)) - 1)
    seconds = _most_likely(calls, [Residual(turn, 0.0)], [Residual(turn, 0.0)] * others)
    return at + timedelta(seconds=seconds)


def _calls(
    catalogue: Catalogue, day: Day, queue: str, at: datetime, servers: Sequence[Server], coming: Sequence[Comer]
) -> list[float]:
    """In how many seconds the last one is called, at each of SCORES.

    Turns that end while nobody inside waits help none of those who come later. So the last call is the latest of
    these: of all, from now on; and of those who come from any moment on, from that moment on.
    """
    line = day.line(queue)
    moments = sorted(one.seconds for one in coming)
    rate = _overtakers(catalogue, day, queue, at, servers) if line.ordinary or coming else 0.0
    waves = [(moment, Law(_later(servers, moment), len(moments) - i - 1, (), rate)) for i, moment in enumerate(moments)]
    if len(line):
        waves.append((0.0, Law(servers, len(line) - 1, moments, rate)))
    since, law = max(waves, key=lambda wave: wave[0] + wave[1].quantile(0.0))
    calls = [since + law.quantile(score) for score in SCORES]
    return [max(call, _all_here(coming, score)) for call, score in zip(calls, SCORES, strict=True)]


def _later(servers: Sequence[Server], seconds: float) -> list[Server]:
    """The same counters so much later, in the middle of something for somebody else, or at lunch."""
    later: list[Server] = []
    for one in servers:
        leaves, back = one.away[0] - seconds, one.away[1] - seconds
        if leaves < 0 < back:
            later.append(replace(one, age=-1.0, away=(0.0, back)))
        else:
            away = (leaves, back) if leaves >= 0 else (inf, inf)
            later.append(replace(one, current=one.turn, age=one.turn.mean / 2, away=away))
    return later


def _overtakers(catalogue: Catalogue, day: Day, queue: str, at: datetime, servers: Sequence[Server]) -> float:
    """How many a second come later and go before an ordinary ticket; nobody comes any more once it is closed."""
    closes = closes_at(catalogue, queue, at)
    if closes is None:
        return 0.0
    rate = others_rate(catalogue, day, queue, whoever_comes(at), at, _capacity(servers))
    lasts = (len(day.line(queue)) + 1) / _capacity(servers)
    return rate * min(1.0, (closes - at).total_seconds() / lasts)


def _capacity(servers: Sequence[Server]) -> float:
    return sum(server.share / server.turn.mean for server in servers)


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


def _pending(day: Day, queue: str, at: datetime) -> Iterator[Comer]:
    """Those left pending here: nobody knows when they are called back."""
    for ticket in day.held.values():
        if ticket.stop.queue == queue:
            since = day.attentions[ticket.stop.attention].ended_at or at
            yield Comer(max(HELD / 10, HELD - (at - since).total_seconds()), SPREAD * HELD)


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


def _most_likely(calls: Sequence[float], begun: Sequence[Residual], running: Sequence[Residual]) -> float:
    """The middle of the window of NEAR on both sides that holds the last end most likely.

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
    return _middle(whole) * LOOKED_AT


def _middle(whole: Sequence[float]) -> float:
    """Of the steps whose window holds most of the law `whole` (a chance by step): the middle of all that do as well."""
    half = round(NEAR / LOOKED_AT)
    last = len(whole) - 1
    held = [whole[min(last, step + half)] - (whole[step - half] if step > half else 0.0) for step in range(last + 1)]
    best = max(held)
    good = [step for step, share in enumerate(held) if share > best - 0.004 * whole[-1]]
    return sum(good) / len(good)
