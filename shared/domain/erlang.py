"""Erlang C: how long people wait at some counters, and how many counters they need, where nobody gives up.

Arrivals of a Poisson process and exponential service times; more regular ones wait less. `arrivals`: a minute;
`mean`: minutes a citizen; `counters`: attended at once. Formulas: Erlang (1917); values in `docs/reports.md`.
"""

from __future__ import annotations

from math import ceil, exp, inf, isinf, log


def load(arrivals: float, mean: float, counters: int) -> float:
    """Share of their time in which the counters are busy; from 1 on the line grows without end."""
    return arrivals * mean / counters


def waits_at_all(arrivals: float, mean: float, counters: int) -> float:
    """The probability of finding all counters busy (Erlang C); 1 where the line grows without end."""
    offered = arrivals * mean
    if offered >= counters:
        return 1.0
    blocked = 1.0
    for busy in range(1, counters + 1):
        blocked = offered * blocked / (busy + offered * blocked)
    return counters * blocked / (counters - offered * (1 - blocked))


def mean_wait(arrivals: float, mean: float, counters: int) -> float:
    """Minutes, over everybody."""
    spare = counters / mean - arrivals
    return waits_at_all(arrivals, mean, counters) / spare if spare > 0 else inf


def within(minutes: float, arrivals: float, mean: float, counters: int) -> float:
    """The share of those who wait at most so many minutes."""
    spare = counters / mean - arrivals
    return 1 - waits_at_all(arrivals, mean, counters) * exp(-spare * minutes) if spare > 0 else 0.0


def quantile(share: float, arrivals: float, mean: float, counters: int) -> float:
    """Minutes that this share of everybody does not exceed."""
    waiting = waits_at_all(arrivals, mean, counters)
    wait = mean_wait(arrivals, mean, counters)
    if isinf(wait) or share >= 1:
        return inf
    return max(0.0, log(waiting / (1 - share)) / (counters / mean - arrivals)) if waiting else 0.0


def counters_needed(share: float, minutes: float, arrivals: float, mean: float) -> int:
    """The fewest counters at which this share waits at most so many minutes. Raises ValueError beyond reason."""
    if not 0 < share < 1:
        raise ValueError(f"a share lies between 0 and 1, not {share}")
    counters = max(1, ceil(arrivals * mean))
    while within(minutes, arrivals, mean, counters) < share:
        counters += 1
    return counters


def two_class_wait(rho: float, wait: float, ratio: float, preferential: float) -> tuple[float, float]:
    """Mean waits (preferential, ordinary) at M/M/c when preferential tickets gain `ratio` times as fast.

    wait: what everybody waits without classes; preferential: their share. Kleinrock (1964); `inf` is strict priority.
    """
    of_preferential, of_ordinary = rho * preferential, rho * (1 - preferential)
    behind = 0.0 if isinf(ratio) else 1 / ratio  # how much of an ordinary ticket's pace counts against the others
    ordinary = wait / (1 - of_preferential * (1 - behind))
    return wait - of_ordinary * ordinary * (1 - behind), ordinary
