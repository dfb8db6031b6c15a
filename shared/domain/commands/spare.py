"""Orders about numbers that were given, and people who were attended, without the hub."""

from __future__ import annotations

from datetime import datetime

from shared.domain.commands.order import Order

MOST_PAPER = 100
"""Numbers of a paper roll in one order."""


class TakeLetter(Order, frozen=True, tag="take_letter"):
    """A kiosk asks for the letter of its spare numbers. It is given one once, and the same ever after.

    letter: the one that it has already, which it keeps where no other kiosk has it. device: filled in by the hub.
    """

    letter: str = ""
    device: str = ""


class MergeSpare(Order, frozen=True, tag="merge_spare"):
    """A kiosk gave this spare number while the hub was away; put its ticket into its place.

    first: request id of the `issue_ticket` that the hub did not answer, "" where none was made. taken_at: when the
    number was given, by the hub's clock as far as the kiosk knew it. token: SHA-256, in hex, of the token on the slip.
    void: "not_printed" where nobody has the number. The other fields as in `IssueTicket`. ticket: filled in by the hub,
    whom it gave for `first`.
    """

    letter: str
    number: int
    first: str
    taken_at: datetime
    service: str = ""
    queue: str = ""
    pay_first: bool = False
    preferential: bool = False
    language: str = "es"
    sign: bool = False
    token: str = ""
    void: str = ""
    ticket: int = 0


class EnterPaper(Order, frozen=True, tag="enter_paper"):
    """Numbers of a paper roll, given by hand while nothing worked, get tickets: R 001, R 002 ...

    first, last: the range on the roll. from_at, to_at: when the first and the last one were given.
    """

    first: int
    last: int
    from_at: datetime
    to_at: datetime
    service: str = ""
    queue: str = ""
    preferential: bool = False


class NoteAttended(Order, frozen=True, tag="note_attended"):
    """A ticket was attended at this counter while there was no hub. outcome: served or absent.

    Named by its id, or by its number as people write it.
    """

    counter: int
    outcome: str
    attended_at: datetime
    ticket: int = 0
    number: str = ""
