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
    absent *abandono*, cancelled *cancelado*, transferred *derivado*, held *pendiente*. returning: a return leg until
    its time comes; expired: one whose time went by; changed: the citizen wanted something else.
    """

    PLANNED = "planned"
    RETURNING = "returning"
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    DONE = "done"
    TRANSFERRED = "transferred"
    ABSENT = "absent"
    CANCELLED = "cancelled"
    LEFT = "left_at_close"
    CHANGED = "changed"
    EXPIRED = "expired"


ENDED = frozenset(StopState) - {
    StopState.PLANNED,
    StopState.RETURNING,
    StopState.WAITING,
    StopState.CALLED,
    StopState.SERVING,
    StopState.HELD,
}
AT_COUNTER = frozenset({StopState.CALLED, StopState.SERVING})


class Outcome(StrEnum):
    """How an attention ended."""

    SERVED = "served"
    ABSENT = "absent"
    HELD = "held"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    UNDONE = "undone"
    LEFT = "left_at_close"


@dataclass(slots=True)
class Stop:
    """One queue that a ticket must visit. `eligible_at`: since when it can be called (None while planned).

    promised: minutes from and to; expected: the same before rounding, in seconds.
    first: goes before the others of its class. counts_from: the arrival that its line counts, where it is not the
    ticket's own. slot: of the appointment for this stop. only_at: the counter that wants it back, or 0. gap, expires,
    free: as in `PlannedStop`; returns_at: when the time of a return leg comes; expires_at: until when it can be called.
    satisfaction: 1 to 5, where its citizen said.
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
    gap: int = 0
    expires: int = 0
    free: bool = False
    first: bool = False
    counts_from: datetime | None = None
    slot: datetime | None = None
    only_at: int = 0
    returns_at: datetime | None = None
    expires_at: datetime | None = None
    held_until: datetime | None = None
    grace_until: datetime | None = None
    grace_tickets: int = 0
    satisfaction: int | None = None


@dataclass(slots=True)
class Ticket:
    """One number in one hand. Its state is that of the stop it is at. `slot`: of its appointment, where it has one.

    document: its citizen gave the number of one, which is sealed elsewhere.
    """

    id: int
    prefix: str
    number: int
    preferential: bool
    language: str
    issued_at: datetime
    stops: list[Stop]
    sign: bool = False
    slot: datetime | None = None
    late: datetime | None = None
    appointment: str = ""
    group: int = 0
    document: bool = False
    spare: str = ""

    @property
    def at(self) -> int:
        """Index of the first stop that has not ended, or of the last one."""
        last = len(self.stops) - 1
        for index, stop in enumerate(self.stops):  # a plain loop: asked for more often than anything else
            if stop.state not in ENDED:
                return index
        return last

    @property
    def stop(self) -> Stop:
        for stop in self.stops:
            if stop.state not in ENDED:
                return stop
        return self.stops[-1]

    @property
    def goal(self) -> Stop:
        """What the citizen came for: the last stop in the queue of the ticket's prefix that they did not change."""
        own = (stop for stop in reversed(self.stops) if stop.queue == self.prefix)
        return next((stop for stop in own if stop.state is not StopState.CHANGED), self.stops[-1])

    @property
    def next_stop(self) -> Stop | None:
        return self.stops[self.at + 1] if self.at + 1 < len(self.stops) else None

    @property
    def state(self) -> StopState:
        return self.stop.state

    @property
    def text(self) -> str:
        """As its citizen holds it: a spare number takes the place of its own."""
        return self.spare or self.own_text

    @property
    def own_text(self) -> str:
        return number_text(self.prefix, self.number)


@dataclass(slots=True)
class Attention:
    """One stay at one counter, from call to end, of one stop; or of one stop each where a group comes `together`."""

    id: int
    ticket: int
    stop: int
    counter: int
    advisor: str
    called_at: datetime
    because: Because
    calls: int = 1
    together: tuple[int, ...] = ()
    last_call_at: datetime | None = None
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
