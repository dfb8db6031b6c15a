"""What is shown of services and queues."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown


class ServiceView(Shown, frozen=True, tag="service"):
    """A service as a citizen may choose it.

    state: open, closed (its entity does not attend now), full (no more until `opens_at`), suspended, or last_ticket (no
    more numbers today: `last_at` when the last one was given). opens_at: when numbers are given again.
    wait: minutes from and to, or null while no counter serves it: `serves_from` is when one will, where that is known.
    interrupted: why it cannot be attended now though it is open: system, power, line, evacuation, other; "" if it can.
    """

    code: str
    state: str
    waiting: int
    wait: tuple[int, int] | None
    opens_at: datetime | None = None
    serves_from: datetime | None = None
    last_at: datetime | None = None
    interrupted: str = ""


class QueueView(Shown, frozen=True, tag="queue"):
    """A queue now: who waits, since when the longest, the expected wait in minutes, counters open for it.

    interrupted: as in `ServiceView`.
    """

    prefix: str
    waiting: int
    preferential: int
    oldest: datetime | None
    wait: tuple[int, int] | None
    counters: int
    open: bool
    limit_minutes: int
    interrupted: str = ""


class OutlookView(Shown, frozen=True, tag="outlook"):
    """How the day of a queue ends, and how its promises were kept so far.

    last_served: when the last of those inside now will have been attended, in full five minutes, or null. closes_at: of
    its entity. last_ticket: the rule of the centre file; how: policy, extended or stopped, as decided for today. ended:
    whether whoever comes now gets no number. promised: calls that had a range; kept: those by its second figure.
    """

    prefix: str
    closes_at: datetime | None
    last_served: datetime | None
    last_ticket: str
    how: str
    ended: bool
    promised: int
    kept: int


class InterruptionView(Shown, frozen=True, tag="interruption"):
    """A logged interruption of today. until: null while it goes on.

    Of the service, else the queue, else the entity, else the whole centre. by: who said so.
    """

    interruption: int
    reason: str
    since: datetime
    until: datetime | None
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""
