"""Numbers that were given without the hub: by a kiosk from its own letter, or by hand from a paper roll."""

from __future__ import annotations

from datetime import datetime

from shared.domain.events.fact import Fact
from shared.domain.events.parts import PlannedStop


class SpareLetterGiven(Fact, frozen=True, tag="spare_letter_given"):
    """A kiosk has a letter of its own, for the numbers that it gives while the hub is away: A 001."""

    device: str
    letter: str


class SpareTicketMerged(Fact, frozen=True, tag="spare_ticket_merged"):
    """A ticket is known by the spare number that its citizen holds: the letter and number, instead of its own.

    first: request id under which the citizen's order was first sent, or "". taken_at: when the number was given.
    token: SHA-256, in hex, of the token on that slip, or "". was: new (the ticket was issued just now, for this),
    waiting (the hub had issued it for `first`), called (the same, and it had been called meanwhile: it waits again),
    ended (the same, and it had ended: its stops come `again`).
    """

    ticket: int
    letter: str
    number: int
    first: str
    taken_at: datetime
    token: str
    was: str
    again: tuple[PlannedStop, ...] = ()


class SpareNumberVoided(Fact, frozen=True, tag="spare_number_voided"):
    """A spare number that no ticket has, and why: the gap in its series.

    why: not_printed (nobody took it), other_day (it was given on another day), taken (the number was merged before, for
    another order), or the code of the refusal that stood in its way.
    """

    letter: str
    number: int
    first: str
    taken_at: datetime
    why: str


class AttendedByHand(Fact, frozen=True, tag="attended_by_hand"):
    """A ticket was attended while the counters had no hub, and noted afterwards. outcome: served or absent."""

    ticket: int
    stop: int
    counter: int
    advisor: str
    attended_at: datetime
    outcome: str
