"""What follows from an order: the rules of the hall. Every function here reads the state and changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec

from shared.domain import (
    at_counter,
    checking_in,
    commands as c,
    correcting,
    device,
    events as e,
    help,
    interruptions,
    merging,
    opinion,
    visit,
)
from shared.domain.capped import must_have_room
from shared.domain.catalogue import Catalogue
from shared.domain.centre import Centre
from shared.domain.changing import cancel, change, found, must_attend
from shared.domain.coming_back import give_back
from shared.domain.day import CounterStatus, Day
from shared.domain.ending import Override
from shared.domain.giving_document import given, must_be_the_only_one, must_fit
from shared.domain.last_ticket import must_reach
from shared.domain.pace import first_pace
from shared.domain.passing import pass_time
from shared.domain.promised import expected_by
from shared.domain.refusals import Code, Refusal
from shared.domain.spoken import note as note_spoken
from shared.domain.ticket import AT_COUNTER, ENDED, LAST_NUMBER, StopState

Key = TypeVar("Key", str, int)


def decide(
    centre: Centre, day: Day | None, command: c.Command, at: datetime, same_person: Sequence[int] = ()
) -> list[e.Event]:
    """The events that an order leads to, in order. `same_person`: tickets of today of the person whom it is for.

    Raises Refusal.
    """
    match command:
        case c.ChangeCatalogue():
            return change_catalogue(day, command)
        case c.TakeTemplate():
            return centre.templates.decide(command)
        case c.NoteClockStep():
            return [e.ClockStepped(command.seconds)]
        case c.LoadAppointments():
            return checking_in.loaded(centre, command)
        case c.AdmitDevice():
            return device.admit(centre.devices, command)
        case c.RevokeDevice():
            return device.revoke(centre.devices, command.device)
        case c.TakeLetter():
            return merging.take_letter(centre, command.device, command.letter)
        case c.OpenDay():
            return open_day(centre, day, command, at)
    if day is not None and isinstance(command, correcting.AfterClose):
        return correcting.decide(centre.catalogue, day, command, at)
    if day is None or not day.is_open:
        raise Refusal(Code.DAY_NOT_OPEN)
    catalogue = centre.catalogue
    match command:
        case c.CloseDay():
            return close_day(day)
        case c.IssueTicket():
            must_fit(catalogue, command)
            must_be_the_only_one(day, command.service, same_person)
            issued = issue(catalogue, day, command, at)
            return [issued, *given(catalogue, command, issued)]
        case c.AskPersonal():
            return [e.PersonalAsked(tuple(same_person))]
        case c.ErasePersonal():
            return [e.PersonalErased(tuple(same_person))]
        case c.CancelTicket():
            return [cancel(day, command.ticket)]
        case c.CheckIn():
            return [check_in(centre, day, command, at)]
        case c.ChangeService():
            return change(catalogue, day, command, at, same_person)
        case c.NoteSpoken():
            return [*note_spoken(day, command)]
        case c.ReturnTicket():
            must_be_the_only_one(day, day.ticket(command.ticket).goal.service, same_person, command.ticket)
            return give_back(catalogue, day, command.ticket, at)
        case c.FindTicket():
            found(day, command)
            return []
        case c.RateVisit():
            return opinion.rate(day, command)
        case c.PassTime():
            return pass_time(catalogue, day, at)
        case c.ReleaseTicket():
            return [release(day, command.ticket)]
        case c.SetLastTicket():
            return set_last_ticket(catalogue, day, command)
        case c.BeginInterruption() | c.EndInterruption():
            return interruptions.decide(catalogue, day.interruptions, command, at, day.day)
        case c.MergeSpare():
            return merging.merge(catalogue, day, command, at)
        case c.EnterPaper():
            return merging.enter_paper(catalogue, day, command, at)
        case c.NoteAttended():
            return merging.note_attended(catalogue, day, command, at)
        case c.AskHelp() | c.AnswerHelp():
            return help.decide(day, command)
        case c.SuspendService():
            return suspend(catalogue, day, command.service)
        case c.RestoreService():
            return restore(catalogue, day, command.service)
        case _:
            return at_counter.decide(catalogue, day, command, at)


def change_catalogue(day: Day | None, command: c.ChangeCatalogue) -> list[e.Event]:
    """Refused while the open day depends on something that the new catalogue lacks: the day's figures need it too."""
    catalogue = command.catalogue
    if day is not None and day.is_open:
        stops = [stop for ticket in day.tickets.values() for stop in ticket.stops]
        attended = [state for state in day.counters.values() if state.status is not CounterStatus.CLOSED]
        _must_keep({stop.queue for stop in stops}, catalogue.queue)
        _must_keep({stop.service for stop in stops if stop.service}, catalogue.service)
        _must_keep({state.number for state in attended}, catalogue.counter)
        _must_keep({state.advisor for state in attended}, catalogue.advisor)
    return [e.CatalogueChanged(catalogue.without_names(), command.template, command.template_digest)]


def _must_keep(used: set[Key], known: Mapping[Key, object]) -> None:
    lacking = [key for key in used if key not in known]
    if lacking:
        raise Refusal(Code.CATALOGUE_IN_USE, what=min(lacking))


def open_day(centre: Centre, day: Day | None, command: c.OpenDay, at: datetime) -> list[e.Event]:
    """A day has today's date in the centre's zone, comes after the last one and opens once.

    One opened by mistake under a date to come would keep the centre shut until then.
    """
    today = at.astimezone(centre.catalogue.timezone).date()
    if day is not None and day.is_open:
        raise Refusal(Code.DAY_ALREADY_OPEN, day=day.day.isoformat())
    if command.day != today:
        raise Refusal(Code.DAY_NOT_TODAY, day=command.day.isoformat(), today=today.isoformat())
    if centre.last_day is not None and command.day <= centre.last_day:
        raise Refusal(Code.DAY_BEFORE_LAST, day=command.day.isoformat(), last=centre.last_day.isoformat())
    before = day.observed if day else None
    learnt = first_pace(centre.catalogue, before.pace if before else None)
    corrected = before.corrected() if before else ()
    return [e.DayOpened(command.day, centre.catalogue.fingerprint, centre.catalogue.policies, learnt, corrected)]


def close_day(day: Day) -> list[e.Event]:
    """Whoever is still inside is noted; then the day ends."""
    left: list[e.Event] = [
        e.TicketLeft(ticket.id, ticket.stop.attention if ticket.state in AT_COUNTER else 0)
        for ticket in day.tickets.values()
        if ticket.state not in ENDED
    ]
    return [*left, e.DayClosed(day.day)]


def issue(
    catalogue: Catalogue, day: Day, command: c.IssueTicket, at: datetime, *, capped: bool = True
) -> e.TicketIssued:
    """The prefix is that of the goal's queue, also when the visit starts elsewhere."""
    if command.language not in catalogue.languages:
        raise Refusal(Code.UNKNOWN_LANGUAGE, language=command.language)
    goal, planned = visit.planned_stops(catalogue, command)
    for stop in planned:
        must_attend(catalogue, day, stop, at)
    if capped:
        must_reach(catalogue, day, planned, at, preferential=command.preferential)
    if command.service and capped:
        must_have_room(catalogue, day, catalogue.service[command.service], at)
    group = _group(day, command.together_with)
    return numbered(catalogue, day, goal, planned, command, at, group=group)


def check_in(centre: Centre, day: Day, command: c.CheckIn, at: datetime) -> e.TicketIssued:
    """The slot dates the ticket in the line; who comes too late stands in the ordinary one, and is told why."""
    found = checking_in.appointment(centre, day, command.code)
    stands = checking_in.standing(centre.catalogue, found, at)
    if command.pay_first is None and centre.catalogue.service[found.service].pay_first:
        raise Refusal(Code.FEE_NOT_ASKED, appointment=found.code, service=found.service)
    order = c.IssueTicket(
        found.service,
        pay_first=bool(command.pay_first),
        preferential=command.preferential,
        language=command.language,
    )
    issued = issue(centre.catalogue, day, order, at, capped=False)
    issued = msgspec.structs.replace(issued, slot=stands.slot, late=stands.late, appointment=found.code)
    if stands.slot is None or len(issued.stops) > 1 or command.preferential:
        return issued
    promise = expected_by(centre.catalogue, day, issued.stops[0], at, slot=stands.slot)
    wait, seconds = (promise.wait, promise.whole_seconds) if promise else (None, None)
    return msgspec.structs.replace(issued, wait=wait, expected=seconds)


def numbered(
    catalogue: Catalogue,
    day: Day,
    goal: str,
    planned: Sequence[e.PlannedStop],
    command: c.IssueTicket,
    at: datetime,
    *,
    group: int = 0,
) -> e.TicketIssued:
    """The next number of the goal's queue. Raises Refusal when there is none left."""
    number = day.last_number.get(goal, 0) + 1
    if number > LAST_NUMBER:
        raise Refusal(Code.NUMBERS_EXHAUSTED, prefix=goal)
    stops, reordered = visit.shortest_first(catalogue, day, planned, preferential=command.preferential, at=at)
    first = stops[0]
    ahead = day.line(first.queue).ahead(day.next_ticket, preferential=command.preferential)
    promise = expected_by(catalogue, day, first, at, preferential=command.preferential)
    return e.TicketIssued(
        ticket=day.next_ticket,
        prefix=goal,
        number=number,
        stops=stops,
        preferential=command.preferential,
        language=command.language,
        ahead=ahead,
        wait=promise.wait if promise else None,
        expected=promise.whole_seconds if promise else None,
        reordered=reordered,
        group=group,
        sign=command.sign,
    )


def _group(day: Day, ticket_id: int) -> int:
    """The group of a ticket that has one, else one that begins with it."""
    if not ticket_id:
        return 0
    ticket = day.ticket(ticket_id)
    if ticket.state in ENDED:
        raise Refusal(Code.NOT_WAITING, ticket=ticket.id, state=ticket.state.value)
    return ticket.group or ticket.id


def release(day: Day, ticket_id: int) -> e.TicketReleased:
    """A called, attended or pending ticket waits again, with its arrival."""
    ticket = day.ticket(ticket_id)
    if ticket.state is StopState.HELD:
        return e.TicketReleased(ticket.id, ticket.at, 0)
    if ticket.state not in AT_COUNTER:
        raise Refusal(Code.NOT_AT_A_COUNTER, ticket=ticket.id, state=ticket.state.value)
    return e.TicketReleased(ticket.id, ticket.at, ticket.stop.attention)


def set_last_ticket(catalogue: Catalogue, day: Day, command: c.SetLastTicket) -> list[e.Event]:
    """For today; said twice, it is said once."""
    if command.queue not in catalogue.queue:
        raise Refusal(Code.UNKNOWN_QUEUE, queue=command.queue)
    if day.last_ticket.get(command.queue, Override.POLICY) == command.how:
        return []
    return [e.LastTicketSet(command.queue, command.how.value)]


def suspend(catalogue: Catalogue, day: Day, code: str) -> list[e.Event]:
    service = visit.known_service(catalogue, code)
    return [] if code in day.suspended else [e.ServiceSuspended(service.code)]


def restore(catalogue: Catalogue, day: Day, code: str) -> list[e.Event]:
    service = visit.known_service(catalogue, code)
    return [e.ServiceRestored(service.code)] if code in day.suspended else []
