"""What events carry: never stored alone."""

from __future__ import annotations

from datetime import datetime

import msgspec


class PlannedStop(msgspec.Struct, frozen=True):
    """One queue that a ticket must visit; `service` is empty where only the queue is known.

    gap: minutes after the stop before it until it can be called (a return leg). expires: minutes it can be called from
    then on, 0 without end. free: may change places with the free stops beside it.
    """

    queue: str
    service: str = ""
    gap: int = 0
    expires: int = 0
    free: bool = False


class Because(msgspec.Struct, frozen=True):
    """Why this ticket was called and no other.

    rule: what decided. preferential; arrival (nobody here arrived before) or due (an ANS limit ends earlier);
    appointment; guard (waited out the guard of its queue); accumulated; ratio (a turn of the others); by_hand;
    resumed. waited: seconds since the stop became callable. compared: how many could have been called here.
    passed_over: those of them who arrived before this one; where an advisor chose by hand, those whom the rule would
    have called before it. policy: of the queue, as `Policy.text`. kind: preferential, appointment or ordinary.
    due: of an ordinary ticket, until when it should be called. guard: minutes, 0 for none. kept: those passed over
    because they wait for an advisor of their language at another counter.
    """

    rule: str
    waited: int
    compared: int
    passed_over: tuple[int, ...] = ()
    policy: str = ""
    kind: str = ""
    due: datetime | None = None
    guard: int = 0
    kept: tuple[int, ...] = ()


class Learnt(msgspec.Struct, frozen=True, array_like=True):
    """How long a counter needs for one ticket of a service (of a queue, where only that is known), as learnt here.

    hour: of the call, in UTC, or -1 for all of the day. weight: turns that stand behind it. mean: seconds from free to
    free again. variation: standard deviation / mean.
    """

    service: str
    hour: int
    weight: float
    mean: float
    variation: float


class Corrected(msgspec.Struct, frozen=True, array_like=True):
    """Factors on the two figures of the waits expected in a queue, as its own calls have shown them to be needed.

    queue: of ordinary tickets; "" for the preferential ones of all queues.
    """

    queue: str
    low: float
    high: float


class Appointment(msgspec.Struct, frozen=True):
    """A code that somebody was given for a service, and its valid slots: several after a rescheduling."""

    code: str
    service: str
    slots: tuple[datetime, ...]
