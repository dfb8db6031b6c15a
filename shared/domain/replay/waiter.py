"""Who could be called at a counter, as a rule of one's own sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Waiter(NamedTuple):
    """Sorts by arrival at the centre. Times in seconds since midnight."""

    arrived: float
    ticket: int
    since: float
    preferential: bool
    queue: str
    service: str


Rule = Callable[[Sequence[Waiter], float, int], Waiter]
"""Chooses among those who could be called: (who, now in seconds, counter)."""
