"""When a counter was attended: the spells of a day, and the share of the opening hours that they cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

Span = tuple[datetime, datetime]


@dataclass(slots=True)
class Spell:
    """An advisor at a counter, from signing in, pausing or coming back until the next of these. `until`: None yet."""

    counter: int
    advisor: str
    paused: bool
    since: datetime
    until: datetime | None = None


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same time in spans that neither touch nor overlap, in order."""
    apart: list[Span] = []
    for since, until in sorted(spans):
        if apart and since <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], until))
        else:
            apart.append((since, until))
    return apart


def shared_seconds(some: Iterable[Span], others: Iterable[Span]) -> float:
    """How long both hold at once."""
    left, right = joined(some), joined(others)
    overlaps = (min(a[1], b[1]) - max(a[0], b[0]) for a in left for b in right)
    return sum((overlap for overlap in overlaps if overlap > timedelta()), timedelta()).total_seconds()


def seconds(spans: Iterable[Span]) -> float:
    return sum((until - since for since, until in joined(spans)), timedelta()).total_seconds()


def without(spans: Iterable[Span], gap: Span | None) -> tuple[Span, ...]:
    """The same time with a gap in it."""
    if gap is None:
        return tuple(spans)
    parts = [
        part
        for since, until in spans
        for part in ((since, min(until, gap[0])), (max(since, gap[1]), until))
        if part[0] < part[1]
    ]
    return tuple(joined(parts))
