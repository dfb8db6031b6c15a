"""The service day, and what holds in it for everybody."""

from __future__ import annotations

from datetime import date

from shared.domain.events.fact import Fact
from shared.domain.events.parts import Corrected, Learnt


class DayOpened(Fact, frozen=True, tag="day_opened"):
    """A service day began, under this catalogue and this policy.

    learnt, corrected: what the waits of this day are expected from; the day itself goes on learning from there.
    """

    day: date
    catalogue: str
    policy: str
    learnt: tuple[Learnt, ...] = ()
    corrected: tuple[Corrected, ...] = ()


class DayClosed(Fact, frozen=True, tag="day_closed"):
    """The service day ended."""

    day: date


class LastTicketSet(Fact, frozen=True, tag="last_ticket_set"):
    """The supervisor decided for today when the numbers of a queue end.

    how: extended (until its entity closes, whatever its policy), stopped (no more from now on), policy (as written).
    """

    queue: str
    how: str


class ServiceSuspended(Fact, frozen=True, tag="service_suspended"):
    """No tickets are given for this service until it is restored."""

    service: str


class ServiceRestored(Fact, frozen=True, tag="service_restored"):
    """Tickets are given for this service again."""

    service: str
