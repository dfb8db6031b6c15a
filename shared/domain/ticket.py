"""A ticket, its stops and its attentions: their states, and how a number is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from shared.domain.events import Because

LAST_NUMBER = 9999
IDS_PER_DAY = 100_000


class StopState(StrEnum):
    """planned -> waiting -> called -> serving -> done, with the ways out of it.

    MAC's own names: waiting is *en espera*, called *llamando*, serving *atención iniciada*, done *terminado*,
    absent *abandono*, cancelled *cancelado*, transferred *derivado*, held *pendiente*.
    """

    PLANNED = "planned"
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    DONE = "done"
    TRANSFERRED = "transferred"
    ABSENT = "absent"
    CANCELLED = "cancelled"
    LEFT = "left_at_close"


ENDED = frozenset({StopState.DONE, StopState.TRANSFERRED, StopState.ABSENT, StopState.CANCELLED, StopState.LEFT})
AT_COUNTER = frozenset({StopState.CALLED, StopState.SERVING})


class Outcome(StrEnum):
    """How an attention ended."""

    SERVED = "served"
    ABSENT = "absent"
    HELD = "held"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    LEFT = "left_at_close"


@dataclass(slots=True)
class Stop:
    """One queue that a ticket must visit. `eligible_at`: since when it can be called (None while planned).

    promised: minutes from and to; expected: the same before rounding, in seconds.
    """

    queue: str
    service: str
    state: StopState = StopState.PLANNED
    eligible_at: datetime | None = None
    attention: int = 0
    counter: int = 0
    promised: tuple[int, int] | None = None
    held_reason: str = ""
    expected: tuple[int, int] | None = None


@dataclass(slots=True)
class Ticket:
    """One number in one hand. Its state is that of the stop it is at."""

    id: int
    prefix: str
    number: int
    preferential: bool
    language: str
    issued_at: datetime
    stops: list[Stop]
    sign: bool = False

    @property
    def at(self) -> int:
        """Index of the first stop that has not ended, or of the last one."""
        return next((i for i, stop in enumerate(self.stops) if stop.state not in ENDED), len(self.stops) - 1)

    @property
    def stop(self) -> Stop:
        return self.stops[self.at]

    @property
    def next_stop(self) -> Stop | None:
        return self.stops[self.at + 1] if self.at + 1 < len(self.stops) else None

    @property
    def state(self) -> StopState:
        return self.stop.state

    @property
    def text(self) -> str:
        return number_text(self.prefix, self.number)


@dataclass(slots=True)
class Attention:
    """One stay at one counter, from call to end, always of one stop."""

    id: int
    ticket: int
    stop: int
    counter: int
    advisor: str
    called_at: datetime
    because: Because
    calls: int = 1
    started_at: datetime | None = None
    ended_at: datetime | None = None
    services: tuple[str, ...] = field(default=())
    outcome: Outcome | None = None


def number_text(prefix: str, number: int) -> str:
    """How a number is written on paper, board and screens: "PJ 047", "PJ 1047"."""
    return f"{prefix} {number:03d}"


def day_base(day: date) -> int:
    """What the ids of a service day start from: 2026-11-23 -> 2026112300000. They grow with time: small indexes."""
    return (day.year * 10_000 + day.month * 100 + day.day) * IDS_PER_DAY
