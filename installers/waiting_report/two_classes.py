"""Six counters, two classes, one line, driven straight through `shared.domain.order`: no log, no day, no catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from math import sqrt
from random import Random
from statistics import fmean, stdev
from typing import NamedTuple

from shared.domain.order import Desk, Line, Served, Waiting, pick
from shared.domain.policy import Policy

COUNTERS, MEAN, LOAD, PREFERENTIAL = 6, 7.0, 0.90, 0.20  # minutes; share
BATCHES = 30
STUDENT_95 = 2.045  # two-sided 95 % of Student's law with 29 degrees of freedom
WARM_UP = 0.02  # of the arrivals, not counted
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class Interval(NamedTuple):
    """A mean with the half-width of its 95 % interval, by batch means."""

    mean: float
    half: float

    @property
    def relative(self) -> float:
        return self.half / self.mean if self.mean else 0.0

    def holds(self, value: float) -> bool:
        return abs(value - self.mean) <= self.half


class Waits(NamedTuple):
    """Minutes waited by each citizen of a class, in order of arrival."""

    preferential: list[float]
    ordinary: list[float]


Watch = Callable[[Line, Waiting, datetime], None]
"""Is told of each call just before it: the line, who is called of it, and when."""


def simulate(
    policy: Policy,
    arrivals: int,
    seed: int,
    passed: Callable[[int], None],
    load: float = LOAD,
    watch: Watch = lambda _line, _called, _at: None,
) -> Waits:
    """Poisson arrivals, exponential service, one policy; everybody waits until called."""
    random = Random(seed)
    rate = load * COUNTERS / MEAN
    line = Line()
    lines = {"Q": line}
    desk = Desk(1, (Served("Q", policy),))
    since: dict[int, float] = {}
    waits = Waits([], [])
    ends: list[float] = []  # when each busy counter is free again
    now = 0.0
    skipped = int(arrivals * WARM_UP)
    for number in range(arrivals):
        now += random.expovariate(rate)
        while ends and ends[0] <= now:
            _call(lines, desk, since, waits, ends, heappop(ends), random, skipped, watch)
        preferential = random.random() < PREFERENTIAL
        if len(ends) < COUNTERS:
            heappush(ends, now + random.expovariate(1 / MEAN))
            if number >= skipped:
                waits[not preferential].append(0.0)
        else:
            at = BEGIN + timedelta(minutes=now)
            line.join(Waiting(at, number, at, preferential))
            since[number] = now
        if number % 10_000 == 0:
            passed(10_000)
    return waits


def _call(
    lines: dict[str, Line],
    desk: Desk,
    since: dict[int, float],
    waits: Waits,
    ends: list[float],
    now: float,
    random: Random,
    skipped: int,
    watch: Watch,
) -> None:
    at = BEGIN + timedelta(minutes=now)
    one = pick(lines, desk, at)
    if one is None:
        return
    watch(lines["Q"], one.waiting, at)
    lines["Q"].take(one.waiting.ticket)
    waited = now - since.pop(one.waiting.ticket)
    if one.waiting.ticket >= skipped:
        waits[not one.waiting.preferential].append(waited)
    heappush(ends, now + random.expovariate(1 / MEAN))


def interval(values: list[float]) -> Interval:
    """Batch means: the mean of long stretches, each nearly independent of the others."""
    size = len(values) // BATCHES
    means = [fmean(values[i * size : (i + 1) * size]) for i in range(BATCHES)]
    return Interval(fmean(means), STUDENT_95 * stdev(means) / sqrt(BATCHES))
