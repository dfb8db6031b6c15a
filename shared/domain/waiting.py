"""The wait as a range: what a citizen is told before choosing, and on the ticket.

With n people ahead and c open counters of mean service time m, all busy, the call comes with the (n + 1)th service end,
and these come at rate c/m: a Gamma(n + 1, c/m) law, exact where service times are exponential. The range is its
P50 to P90, each rounded up to 5 minutes; a free counter means "less than 5 minutes".
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil, sqrt

STEP = 5  # minutes
Z90 = 1.2815515655446004  # the 90 % quantile of the normal law

Range = tuple[int, int]


def gamma_quantile(shape: int, z: float) -> float:
    """Quantile of Gamma(shape, 1) at normal score z, by Wilson and Hilferty: within 1.4 %, from shape 2 on 0.5 %."""
    ninth = 1 / (9 * shape)
    return float(shape * (1 - ninth + z * sqrt(ninth)) ** 3)


def wait_range(ahead: int, counters: int, free: int, mean_minutes: float) -> Range | None:
    """Minutes from and to, or None while no counter is open. `free`: counters with nobody at them."""
    if counters <= 0:
        return None
    if ahead < free:
        return (0, STEP)
    ends = ahead - free + 1  # service ends that must come first
    pace = mean_minutes / counters
    low, high = gamma_quantile(ends, 0.0) * pace, gamma_quantile(ends, Z90) * pace
    latest = round_up(high)
    return min(round_up(low), latest - STEP), latest


def round_up(minutes: float) -> int:
    return ceil(minutes / STEP) * STEP


def call_window(at: datetime, wait: Range | None) -> tuple[datetime, datetime] | None:
    """Between which hours a ticket issued at `at` will be called: full five minutes of the clock, not before `at`."""
    if wait is None:
        return None
    low, high = (at + timedelta(minutes=minutes) for minutes in wait)
    return max(_down(low), at), _up(high)


def _down(at: datetime) -> datetime:
    return at.replace(minute=at.minute - at.minute % STEP, second=0, microsecond=0)


def _up(at: datetime) -> datetime:
    floor = _down(at)
    return floor if floor == at else floor + timedelta(minutes=STEP)
