"""A ticket and its stops, before and between counters."""

from __future__ import annotations

from datetime import datetime

from shared.domain.events.fact import Fact
from shared.domain.events.parts import PlannedStop


class TicketIssued(Fact, frozen=True, tag="ticket_issued"):
    """A citizen has a number. `wait`: the range promised, in minutes, or null when nobody serves it now.

    slot: of the appointment that was checked in in time, which dates the ticket in the line; late: of one for which
    the citizen came too late, who stands in the ordinary line. appointment: its code. reordered: why the stops are not
    in the order of the plan ("shorter_wait"). group: the ticket whose family or group this one belongs to, or 0.
    sign: asks for attention in sign language. expected: P50 and P90 of the wait before rounding, in seconds.
    taken_at: when the citizen got the number, where that was before the hub knew of it.
    """

    ticket: int
    prefix: str
    number: int
    stops: tuple[PlannedStop, ...]
    preferential: bool
    language: str
    ahead: int
    wait: tuple[int, int] | None
    slot: datetime | None = None
    late: datetime | None = None
    appointment: str = ""
    reordered: str = ""
    group: int = 0
    sign: bool = False
    expected: tuple[int, int] | None = None
    taken_at: datetime | None = None


class TicketCancelled(Fact, frozen=True, tag="ticket_cancelled"):
    """A ticket that waited or was pending was ended."""

    ticket: int


class TicketReturned(Fact, frozen=True, tag="ticket_returned"):
    """Who was absent came back in time: the stop waits again, the stops after it are planned again.

    place: arrival, first or tail, where it stands in its line.
    """

    ticket: int
    stop: int
    place: str


class TicketLeft(Fact, frozen=True, tag="ticket_left"):
    """The day closed with this ticket inside. `attention` is the one in course, or 0."""

    ticket: int
    attention: int


class StopPromised(Fact, frozen=True, tag="stop_promised"):
    """A stop after the first became callable: what its citizen may expect. Fields as in `TicketIssued`."""

    ticket: int
    stop: int
    ahead: int
    wait: tuple[int, int] | None
    expected: tuple[int, int] | None = None


class StopCallable(Fact, frozen=True, tag="stop_callable"):
    """The time of a return leg came: it waits from now on, `until` it expires where it does."""

    ticket: int
    stop: int
    until: datetime | None = None


class StopExpired(Fact, frozen=True, tag="stop_expired"):
    """A return leg was not called before its end: the ticket ends here."""

    ticket: int
    stop: int


class StopFreed(Fact, frozen=True, tag="stop_freed"):
    """The counter that wanted this stop back is paused for long: any that attends it may call it."""

    ticket: int
    stop: int
    counter: int


class StopsPlanned(Fact, frozen=True, tag="stops_planned"):
    """An advisor said where the citizen goes after stop `stop`: these stops, in place of those planned before."""

    ticket: int
    stop: int
    attention: int
    stops: tuple[PlannedStop, ...]


class StopsReordered(Fact, frozen=True, tag="stops_reordered"):
    """The free stop at index `moved` comes before its turn, at index `stop`, because fewer wait there.

    waits: the longest expected minutes of the stop that stood there and of the one moved, null where nobody serves.
    """

    ticket: int
    stop: int
    moved: int
    rule: str
    waits: tuple[int | None, int | None]


class ServiceChanged(Fact, frozen=True, tag="service_changed"):
    """The citizen, or a person of the centre, wants another service: stop `stop` ends, these follow it.

    place: arrival or tail, where the ticket stands in the line of the first.
    """

    ticket: int
    stop: int
    stops: tuple[PlannedStop, ...]
    place: str = "arrival"
