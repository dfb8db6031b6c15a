"""What a device is told of the order it gave, from the events it led to."""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable

import msgspec

from shared.domain import changing, commands as c, events as e, opinion
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.order import standing
from shared.domain.ticket import Stop, StopState, Ticket
from shared.domain.waiting import call_window
from shared.lan.messages import Called, DocumentShown, Done, Letter, PersonalHeld, Receipt, Result, StopShown

SLIP_KEY = 32  # hexadecimal digits


def result(hall: Hall, command: c.Command, events: Iterable[e.Event]) -> Result:
    """`hall` is the state right after the events."""
    catalogue, day = hall.centre.catalogue, hall.day
    if isinstance(command, c.FindTicket) and day:
        return found(catalogue, day, changing.found(day, command))
    if isinstance(command, c.TakeLetter):
        return letter(hall, command.device)
    if isinstance(command, c.MergeSpare) and day:
        return merged(catalogue, day, command)
    if isinstance(command, c.EnterPaper):
        return Done()
    for event in events:
        if isinstance(event, e.TicketIssued) and day:
            return receipt(catalogue, day.tickets[event.ticket], event.ahead)
        if isinstance(event, e.DocumentSeen):
            return DocumentShown(event.ticket)
        if isinstance(event, e.PersonalAsked | e.PersonalErased):
            return PersonalHeld(event.tickets)
        if isinstance(event, e.ServiceChanged) and day:
            return found(catalogue, day, day.tickets[event.ticket])
        if isinstance(event, e.TicketCalled | e.TicketResumed) and day:
            together = tuple(day.tickets[other].text for other in event.together)
            return Called(event.ticket, day.tickets[event.ticket].text, event.counter, event.because, together)
    return Done()


def letter(hall: Hall, device: str) -> Letter:
    """The letter of a kiosk, and the last number of it that the hub heard of today."""
    given = hall.centre.letters[device]
    numbers = (one.number for one in hall.day.spares.told if one.letter == given) if hall.day else ()
    return Letter(given, max(numbers, default=0))


def merged(catalogue: Catalogue, day: Day, command: c.MergeSpare) -> Result:
    """The ticket that a spare number has now, as it stands; nothing for a number that has none."""
    one = day.spares.of(command.letter, command.number, command.first)
    return found(catalogue, day, day.tickets[one.ticket]) if one and one.ticket else Done()


def found(catalogue: Catalogue, day: Day, ticket: Ticket) -> Receipt:
    """A ticket given before, as it stands now: what a copy of its slip shows."""
    line = day.line(ticket.stop.queue)
    ahead = line.ahead_of(standing(ticket)) if ticket.state is StopState.WAITING else 0
    return msgspec.structs.replace(receipt(catalogue, ticket, ahead), copy=True)


def receipt(catalogue: Catalogue, ticket: Ticket, ahead: int) -> Receipt:
    goal, now = ticket.goal, ticket.stop
    left = ticket.stops[ticket.at :]
    return Receipt(
        ticket=ticket.id,
        number=ticket.text,
        service=goal.service,
        queue=goal.queue,
        preferential=ticket.preferential,
        language=ticket.language,
        issued_at=ticket.issued_at,
        ahead=ahead,
        between=call_window(now.eligible_at, now.promised) if now.eligible_at else None,
        stops=tuple(_stop(catalogue, stop) for stop in left),
        state=ticket.state.value,
        late=ticket.late,
        slot=ticket.slot,
        can_be_rated=opinion.can_be_rated(ticket),
    )


def _stop(catalogue: Catalogue, stop: Stop) -> StopShown:
    at = (k.number for k in catalogue.counters_of[stop.queue] if catalogue.serves(k.number, stop.queue, stop.service))
    return StopShown(stop.queue, stop.service, tuple(at), stop.gap, stop.returns_at)


def with_token(answer: Result, day_key: bytes) -> Result:
    """A receipt with its ticket's token, "" once the key of the day is destroyed."""
    if not isinstance(answer, Receipt) or not day_key:
        return answer
    return msgspec.structs.replace(answer, token=token_of(answer.ticket, day_key))


def with_document(answer: DocumentShown, day: Day | None, of: Callable[[int], tuple[str, str]]) -> DocumentShown:
    """With the number, as long as its citizen is attended: the same request brings it no more afterwards."""
    ticket = day.tickets.get(answer.ticket) if day else None
    if ticket is None or ticket.state is not StopState.SERVING:
        return answer
    kind, number = of(ticket.id)
    return msgspec.structs.replace(answer, kind=kind, number=number)


def slip_key(token: str) -> str:
    """By what the phone page knows a slip: of the token, and never the token itself."""
    return hashlib.sha256(token.encode()).hexdigest()[:SLIP_KEY]


def token_of(ticket: int, day_key: bytes) -> str:
    """What is on the slip: 128 bits of an HMAC of the ticket's id under the key of the day."""
    digest = hmac.new(day_key, str(ticket).encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
