"""What is shown of tickets that are at no counter."""

from __future__ import annotations

from datetime import datetime

from shared.lan.views.shown import Shown

RECENT_SPARES = 100


class TicketView(Shown, frozen=True):
    """What all tickets that stand somewhere are shown with: the stop they are at, and whether they have preference."""

    ticket: int
    number: str
    queue: str
    service: str
    preferential: bool


class WaitingView(TicketView, frozen=True, tag="waiting"):
    """A ticket that waits. Sorting by `rank`, then by `ticket`, gives the order in which the rules would call.

    reason: what places it there: preferential, appointment, guard, due, arrival, accumulated or ratio, as in `Because`.
    due: of an ordinary ticket, until when it should be called. sign: asks for sign language.
    only_at: the counter that wants it back, 0 for any. slot: of its appointment.
    """

    since: datetime
    rank: int
    language: str = "es"
    only_at: int = 0
    slot: datetime | None = None
    reason: str = ""
    due: datetime | None = None
    sign: bool = False


class HeldView(TicketView, frozen=True, tag="held"):
    """A pending ticket, the counter that left it so, and why. `until`: when it has been so for too long."""

    since: datetime
    counter: int
    reason: str
    until: datetime | None = None


class AbsentView(TicketView, frozen=True, tag="absent"):
    """Who was called in vain and may still come back: until when, or until how many more calls (0: not by that)."""

    since: datetime
    counter: int
    until: datetime | None = None
    tickets: int = 0


class ReturningView(TicketView, frozen=True, tag="returning"):
    """Who comes back later for a return leg, and when it can be called."""

    returns_at: datetime


class SpareView(Shown, frozen=True, tag="spare"):
    """A number that was given without the hub, and came to it `at`. number: as its citizen holds it.

    ticket: 0 where it has none. own: the number that its ticket has in its queue, or "". was: new, waiting, called or
    ended, as in `spare_ticket_merged`, or why it has no ticket, as in `spare_number_voided`.
    """

    number: str
    ticket: int
    own: str
    was: str
    taken_at: datetime
    at: datetime
