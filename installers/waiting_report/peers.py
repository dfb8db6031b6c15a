"""The ordering rules of other systems, restated for comparison only: no code of theirs, and no rule of ours.

Read in their sources or manuals; each says where. Where a system has settings, the values are those that a new
installation begins with. `since` is used where a system dates a ticket by the queue it joined last, `arrived` where it
keeps the arrival at the centre.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared.domain.replay import Rule, Waiter

Who = Sequence[Waiter]
MIDNIGHT = datetime(2026, 11, 24)


class Peer(NamedTuple):
    """One rule with its name; `begin` makes it anew for a day, for some rules remember."""

    name: str
    begin: Callable[[], Rule]


def first_come(who: Who, now: float, counter: int) -> Waiter:
    """FQM, MADO-queue, eliminacode (no priorities); Cero Filas (appointments, then the oldest, pushed to who is free);
    qtrcipher (time of issue, kept on transfer)."""
    del now, counter
    return min(who)


def novo_sga_15(who: Who, now: float, counter: int) -> Waiter:
    """Novo SGA 1.5 as meant, 2.3 with its weighted field on: the largest (weight + 1) x age, priority of weight 1.

    A redirect is a new row that arrives now. Ties: weight, then number.
    """
    del counter
    return max(who, key=lambda w: ((w.preferential + 1) * (now - w.since), w.preferential, -w.ticket))


def novo_sga_15_mysql(who: Who, now: float, counter: int) -> Waiter:
    """The same as MySQL computes it: two times of day subtracted as the numbers YYYYMMDDHHMMSS."""
    del counter

    def key(w: Waiter) -> tuple[int, bool, int]:
        return (w.preferential + 1) * (_as_number(now) - _as_number(w.since)), w.preferential, -w.ticket

    return max(who, key=key)


def _as_number(seconds: float) -> int:
    return int(f"{MIDNIGHT + timedelta(seconds=seconds):%Y%m%d%H%M%S}")


def strict_by_queue(who: Who, now: float, counter: int) -> Waiter:
    """Novo SGA 2.0 and 2.1 (priority, then arrival in this queue); ZMS for people without an appointment."""
    del now, counter
    return min(who, key=lambda w: (not w.preferential, w.since, w.ticket))


def novo_sga_22(who: Who, now: float, counter: int) -> Waiter:
    """Novo SGA 2.2: priority, then the *latest* arrival first (a defect)."""
    del now, counter
    return min(who, key=lambda w: (not w.preferential, -w.since, -w.ticket))


def theq(who: Who, now: float, counter: int) -> Waiter:
    """TheQ: priority, then the start of the visit."""
    del now, counter
    return min(who, key=lambda w: (not w.preferential, w.arrived, w.ticket))


def qsystem(who: Who, now: float, counter: int) -> Waiter:
    """QSystem, all services of the same coefficient: priority, one more for who was redirected, then time in line."""
    del now, counter
    return min(who, key=lambda w: (-(w.preferential + (w.since > w.arrived)), w.since, w.ticket))


def jackqchen(who: Who, now: float, counter: int) -> Waiter:
    """JackQChen's QueueSystem: by number given, no priority but a green channel for whole businesses."""
    del now, counter
    return min(who, key=lambda w: w.ticket)


class SwapAfter:
    """Novo SGA 2.3 with its swap service: after two priority calls in a row by a counter, one without priority."""

    def __init__(self, most: int = 2) -> None:
        self.most = most
        self.in_a_row: dict[int, int] = {}

    def __call__(self, who: Who, now: float, counter: int) -> Waiter:
        ordinary = [w for w in who if not w.preferential]
        if self.in_a_row.get(counter, 0) >= self.most and ordinary:
            chosen = min(ordinary, key=lambda w: (w.since, w.ticket))
        else:
            chosen = strict_by_queue(who, now, counter)
        self.in_a_row[counter] = self.in_a_row.get(counter, 0) + 1 if chosen.preferential else 0
        return chosen


class WeightedRoundRobin:
    """Qmatic: a queue for each class, served in turns of 3 and 1 by counters kept per counter; an empty one is skipped,
    and when nobody of a class is left to its turn the counting begins anew."""

    def __init__(self, preferential: int = 3, ordinary: int = 1) -> None:
        self.turns = {True: preferential, False: ordinary}
        self.left: dict[int, dict[bool, int]] = {}

    def __call__(self, who: Who, now: float, counter: int) -> Waiter:
        del now
        left = self.left.setdefault(counter, dict(self.turns))
        lines = {kind: [w for w in who if w.preferential is kind] for kind in (True, False)}
        kind = next((k for k in (True, False) if lines[k] and left[k]), None)
        if kind is None:
            left = self.left[counter] = dict(self.turns)
            kind = bool(lines[True])
        left[kind] -= 1
        return min(lines[kind], key=lambda w: (w.since, w.ticket))


def _same(rule: Rule) -> Callable[[], Rule]:
    return lambda: rule


PEERS = (
    Peer("FQM, MADO-queue, eliminacode, Cero Filas, qtrcipher", _same(first_come)),
    Peer("JackQChen", _same(jackqchen)),
    Peer("Novo SGA 1.5, as meant", _same(novo_sga_15)),
    Peer("Novo SGA 1.5, as MySQL computes", _same(novo_sga_15_mysql)),
    Peer("Novo SGA 2.0/2.1, ZMS", _same(strict_by_queue)),
    Peer("Novo SGA 2.2", _same(novo_sga_22)),
    Peer("Novo SGA 2.3, swap after 2", SwapAfter),
    Peer("TheQ", _same(theq)),
    Peer("QSystem", _same(qsystem)),
    Peer("Qmatic, weighted round robin 3:1", WeightedRoundRobin),
)
