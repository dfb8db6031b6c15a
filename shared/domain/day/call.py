"""A call, as everybody in the hall sees and hears it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the day, as a board must announce it; a recall is a call of its own.

    spoken_at: when a board had announced it to its end.
    """

    ticket: int
    counter: int
    recall: bool
    at: datetime
    spoken_at: datetime | None = None
