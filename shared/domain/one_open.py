"""One open ticket for each person and service, where a person is known.

A person is an opaque key: equal keys are the same person, and that is all the rules know. Whoever gives keys sees to it
that nobody can be read from one (an HMAC under the key of the day, say; never a document), for they are in the log.
An appointment is such a person too, by its code, and has a rule of its own (`checking_in`).
"""

from __future__ import annotations

from shared.domain.day import Day
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import ENDED, Ticket


def must_be_only(day: Day, person: str, queue: str, service: str, *, but: int = 0) -> None:
    """Raises Refusal where this person has an open ticket for the service ("": the queue). `but`: another than this."""
    found = open_ticket(day, person, queue, service)
    if found and found.id != but:
        raise Refusal(Code.TICKET_OPEN, service=service or queue, number=found.text)


def open_ticket(day: Day, person: str, queue: str, service: str) -> Ticket | None:
    """The ticket that a person ("" where nobody knows who) already has for it, and that has not ended."""
    tickets = (day.tickets[ticket] for ticket in day.tickets_of.get(person, ())) if person else ()
    return next(
        (t for t in tickets if t.state not in ENDED and (t.goal.queue, t.goal.service) == (queue, service)), None
    )
