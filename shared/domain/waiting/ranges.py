"""How a wait is told: from P50 to P90, each rounded up to 5 minutes; a free counter means "less than 5 minutes"."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

STEP = 5  # minutes

Range = tuple[int, int]


def range_of(low: float, high: float) -> Range:
    """Two figures in seconds as they are told: minutes, rounded up, at least STEP apart."""
    latest = max(STEP, round_up(high / 60))
    return min(round_up(low / 60), latest - STEP), latest


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
