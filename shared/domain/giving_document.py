"""A document number that is given with an order, or looked at: what may be asked, and of whom."""

from __future__ import annotations

from collections.abc import Iterable

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.personal import Asking, well_written
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import ENDED, Attention


def must_fit(catalogue: Catalogue, command: c.IssueTicket) -> None:
    """No rule, no number: one is taken only where the centre file says why. Raises Refusal."""
    asked, document = catalogue.asked_for(command.service), command.document
    if document is None:
        must_be_given(catalogue, command.service, excused=command.excused)
        return
    if asked.mode is Asking.OFF:
        raise Refusal(Code.DOCUMENT_NOT_ASKED, service=command.service)
    if not well_written(document):
        raise Refusal(Code.DOCUMENT_WRONG, kind=document.kind.value)


def must_be_given(catalogue: Catalogue, service: str, *, excused: bool) -> None:
    """Raises Refusal where nobody comes without a document, unless a person of the centre excuses it."""
    if catalogue.asked_for(service).mode is Asking.REQUIRED and not excused:
        raise Refusal(Code.DOCUMENT_REQUIRED, service=service)


def must_be_the_only_one(day: Day, service: str, same_person: Iterable[int], beside: int = 0) -> None:
    """One open ticket for a person and a service, `beside` the one at hand. Says no more than that there is one: the
    number is the other's. Raises Refusal.
    """
    for ticket in (day.tickets[ticket] for ticket in same_person if ticket in day.tickets):
        if ticket.id != beside and ticket.state not in ENDED and ticket.goal.service == service:
            raise Refusal(Code.ALREADY_HAS_TICKET, service=service)


def given(catalogue: Catalogue, command: c.IssueTicket, issued: e.TicketIssued) -> list[e.DocumentGiven]:
    """That it was given, under which text and for how long: the proof of consent."""
    if command.document is None:
        return []
    asked = catalogue.asked_for(command.service)
    kept = catalogue.personal.keep_document.value
    return [e.DocumentGiven(issued.ticket, command.document.text or catalogue.personal.version, asked.mode.value, kept)]


def seen(day: Day, attention: Attention) -> e.DocumentSeen:
    """By whoever attends its citizen now, and noted. Raises Refusal."""
    ticket = day.tickets[attention.ticket]
    if attention.started_at is None:
        raise Refusal(Code.NOT_STARTED, ticket=ticket.id)
    if not ticket.document:
        raise Refusal(Code.NO_DOCUMENT, ticket=ticket.id)
    return e.DocumentSeen(ticket.id, attention.stop, attention.id, attention.counter, attention.advisor)
