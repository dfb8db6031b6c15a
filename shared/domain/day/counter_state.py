"""A counter as it stands today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CounterStatus(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(slots=True)
class CounterState:
    """`attention` is the one in course, or 0."""

    number: int
    status: CounterStatus = CounterStatus.CLOSED
    advisor: str = ""
    reason: str = ""
    since: datetime | None = None
    attention: int = 0
