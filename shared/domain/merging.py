"""Numbers given without the hub come into their place: each citizen has exactly one ticket, with its arrival.

A spare number is never refused for a rule of the hall (closed, full, suspended): its citizen holds the paper. Where
the hub had issued a ticket for the same order, and its answer was lost, that one takes the spare number.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from shared.domain import commands as c, events as e, visit
from shared.domain.catalogue import Catalogue
from shared.domain.centre import Centre
from shared.domain.changing import OPEN_TO_CHANGE, found
from shared.domain.day import Day, planned_stop
from shared.domain.order import standing
from shared.domain.refusals import Code, Refusal
from shared.domain.spare import LARGEST, LETTERS, ROLL
from shared.domain.ticket import AT_COUNTER, ENDED, LAST_NUMBER, Outcome, StopState, Ticket, number_text

VOID = "not_printed"
OUTCOMES = (Outcome.SERVED.value, Outcome.ABSENT.value)


def take_letter(centre: Centre, device: str, wanted: str = "") -> list[e.Event]:
    """The first that no kiosk has; nothing where this one has its own. Raises Refusal."""
    if device in centre.letters:
        return []
    given = set(centre.letters.values())
    free = [letter for letter in LETTERS if letter not in given]
    letter = wanted if wanted in free else next(iter(free), "")
    if not letter:
        raise Refusal(Code.NO_LETTER_LEFT)
    return [e.SpareLetterGiven(device, letter)]


def merge(catalogue: Catalogue, day: Day, command: c.MergeSpare, at: datetime) -> list[e.Event]:
    """Once, however often it is ordered, and under however many request ids. Raises Refusal."""
    if not 0 < command.number <= LARGEST:
        raise Refusal(Code.RANGE_NOT_RIGHT, most=LARGEST)
    if day.spares.of(command.letter, command.number, command.first):
        return []
    taken = min(command.taken_at, at)
    issued = day.tickets.get(command.ticket)
    why = _why_not(catalogue, day, command, taken)
    if not why and issued:
        return [*_joined(catalogue, issued, command, taken)]
    if not why:
        new = _issued(catalogue, day, command, taken, ahead_of=0)
        if isinstance(new, e.TicketIssued):
            return [new, _merged(command, new.ticket, taken, "new")]
        why = new
    voided = e.SpareNumberVoided(command.letter, command.number, command.first, taken, why)
    return [voided, *(_ended(issued) if issued and not issued.spare else ())]


def _why_not(catalogue: Catalogue, day: Day, command: c.MergeSpare, taken: datetime) -> str:
    """Why this number has no ticket, or ""."""
    if number_text(command.letter, command.number) in day.spares.tickets or command.first in day.spares.first:
        return "taken"
    if taken.astimezone(catalogue.timezone).date() != day.day:
        return "other_day"
    return VOID if command.void else ""


def _merged(
    command: c.MergeSpare, ticket: int, taken: datetime, was: str, again: tuple[e.PlannedStop, ...] = ()
) -> e.SpareTicketMerged:
    return e.SpareTicketMerged(
        ticket, command.letter, command.number, command.first, taken, command.token, was, again=again
    )


def _joined(catalogue: Catalogue, ticket: Ticket, command: c.MergeSpare, taken: datetime) -> list[e.Event]:
    """The hub's own ticket takes the spare number. Nobody came when it was called: nobody knew its number."""
    if ticket.state in AT_COUNTER or ticket.state is StopState.HELD:
        attention = ticket.stop.attention if ticket.state in AT_COUNTER else 0
        return [_merged(command, ticket.id, taken, "called"), e.TicketReleased(ticket.id, ticket.at, attention)]
    if ticket.state not in ENDED:
        return [_merged(command, ticket.id, taken, "waiting")]
    absent = [index for index, stop in enumerate(ticket.stops) if stop.state is StopState.ABSENT]
    if absent:
        return [_merged(command, ticket.id, taken, "called"), e.TicketReturned(ticket.id, absent[-1], "arrival")]
    _, planned = _planned(catalogue, command)
    return [_merged(command, ticket.id, taken, "ended", tuple(planned))]


def _ended(ticket: Ticket) -> list[e.Event]:
    """A ticket whose number nobody took."""
    if ticket.state in AT_COUNTER:
        return [e.TicketReleased(ticket.id, ticket.at, ticket.stop.attention), e.TicketCancelled(ticket.id)]
    return [e.TicketCancelled(ticket.id)] if ticket.state in OPEN_TO_CHANGE else []


def _planned(catalogue: Catalogue, command: c.MergeSpare) -> tuple[str, list[e.PlannedStop]]:
    """As the slip says them. Raises Refusal for what the catalogue does not know."""
    service = catalogue.service.get(command.service)
    pay_first = command.pay_first and bool(service and service.pay_first)
    return visit.planned_stops(catalogue, c.IssueTicket(command.service, command.queue, pay_first=pay_first))


def _issued(
    catalogue: Catalogue, day: Day, command: c.MergeSpare, taken: datetime, *, ahead_of: int
) -> e.TicketIssued | str:
    """A ticket with its arrival, without a promise: its citizen was told none. Or the code of what stands in its way.

    ahead_of: how many tickets are issued before it with the same order.
    """
    try:
        goal, planned = _planned(catalogue, command)
    except Refusal as refusal:
        return refusal.code.value
    number = day.last_number.get(goal, 0) + 1 + ahead_of
    if number > LAST_NUMBER:
        return Code.NUMBERS_EXHAUSTED.value
    language = command.language if command.language in catalogue.languages else "es"
    stops = [planned_stop(stop) for stop in planned]
    id_ = day.next_ticket + ahead_of
    would_be = Ticket(id_, goal, number, command.preferential, language, taken, stops, command.sign)
    return e.TicketIssued(
        ticket=id_,
        prefix=goal,
        number=number,
        stops=tuple(planned),
        preferential=command.preferential,
        language=language,
        ahead=day.line(planned[0].queue).ahead_of(standing(would_be)) + ahead_of,
        wait=None,
        sign=command.sign,
        taken_at=taken,
    )


def enter_paper(catalogue: Catalogue, day: Day, command: c.EnterPaper, at: datetime) -> list[e.Event]:
    """Arrivals are spread evenly over the time in which the roll was used. Numbers entered before are left out."""
    count = command.last - command.first + 1
    if not 0 < count <= c.MOST_PAPER or command.first < 1 or command.last > LARGEST or command.from_at > command.to_at:
        raise Refusal(Code.RANGE_NOT_RIGHT, most=c.MOST_PAPER)
    visit.planned_stops(catalogue, c.IssueTicket(command.service, command.queue))
    apart = (command.to_at - command.from_at) / max(1, count - 1)
    events: list[e.Event] = []
    for place in range(count):
        order = _of_roll(command, place, command.from_at + apart * place)
        taken = min(order.taken_at, at)
        if taken.astimezone(catalogue.timezone).date() != day.day:
            raise Refusal(Code.RANGE_NOT_RIGHT, most=c.MOST_PAPER)
        if number_text(ROLL, order.number) in day.spares.tickets:
            continue
        new = _issued(catalogue, day, order, taken, ahead_of=len(events) // 2)
        if isinstance(new, str):
            raise Refusal(Code.NUMBERS_EXHAUSTED, prefix=command.queue or catalogue.service[command.service].queue)
        events += [new, _merged(order, new.ticket, taken, "new")]
    return events


def _of_roll(command: c.EnterPaper, place: int, taken: datetime) -> c.MergeSpare:
    return c.MergeSpare(
        ROLL,
        command.first + place,
        "",
        taken - timedelta(microseconds=taken.microsecond % 1000),  # as the store writes it
        command.service,
        command.queue,
        preferential=command.preferential,
    )


def note_attended(catalogue: Catalogue, day: Day, command: c.NoteAttended, at: datetime) -> list[e.Event]:
    """The ticket does not wait for ever. Raises Refusal where it does not wait, or is not this counter's to attend."""
    if command.counter not in catalogue.counter:
        raise Refusal(Code.UNKNOWN_COUNTER, counter=command.counter)
    if command.outcome not in OUTCOMES:
        raise Refusal(Code.UNKNOWN_REASON, reason=command.outcome)
    ticket = found(day, c.FindTicket(command.number, command.ticket))
    if ticket.state is not StopState.WAITING:
        raise Refusal(Code.NOT_WAITING, ticket=ticket.id, state=ticket.state.value)
    advisor = day.counter(command.counter).advisor
    if not catalogue.serves(command.counter, ticket.stop.queue, ticket.stop.service, advisor):
        raise Refusal(Code.NOT_SERVED_HERE, ticket=ticket.id, counter=command.counter)
    noted = min(command.attended_at, at)
    return [e.AttendedByHand(ticket.id, ticket.at, command.counter, advisor, noted, command.outcome)]


def own_letter(centre: Centre, device: str, order: c.MergeSpare) -> None:
    """Raises Refusal for the letter of another kiosk."""
    if centre.letters.get(device) != order.letter:
        raise Refusal(Code.NOT_THE_LETTER, letter=order.letter)


def with_ticket(order: c.MergeSpare, ticket: int) -> c.MergeSpare:
    """The order, with the ticket that was issued for its first request (0: none)."""
    return msgspec.structs.replace(order, ticket=ticket)
