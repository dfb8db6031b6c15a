"""The rows that an event changes, taken from the fold that has just applied it: no second copy of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.interruptions import Interruption
from shared.domain.ticket import Attention, Ticket

Statement = tuple[str, tuple[Any, ...]]

TICKET = "INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
TICKET_STATE = "UPDATE ticket SET state = ? WHERE id = ?"
STOP = "INSERT OR REPLACE INTO stop VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
STOPS_GONE = "DELETE FROM stop WHERE ticket = ? AND position >= ?"
ATTENTION = "INSERT INTO attention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ATTENTION_NOW = "UPDATE attention SET calls = ?, started_at = ?, ended_at = ?, outcome = ? WHERE id = ?"
INTERRUPTION = "INSERT OR REPLACE INTO interruption VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
COUNTER = "INSERT OR REPLACE INTO counter_today VALUES (?, ?, ?, ?, ?, ?)"


def iso(at: datetime | None) -> str | None:
    """A time as the store writes it: UTC, milliseconds, sortable as text."""
    return f"{at.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z" if at else None


def rows(event: e.Event | e.UnknownEvent, day: Day | None, at: datetime) -> Iterator[Statement]:
    """The statements for one event. `day` is the fold right after it; `at` is when it happened (UTC)."""
    if isinstance(event, e.CatalogueChanged):
        yield from catalogue_rows(event.catalogue)
    if day is None or isinstance(event, e.CentreEvent | e.UnknownEvent):
        return
    match event:
        case e.DayOpened():
            yield "DELETE FROM counter_today", ()
            yield "DELETE FROM suspended_service", ()
            yield (
                "INSERT INTO day VALUES (?, ?, NULL, ?, ?)",
                (
                    event.day.isoformat(),
                    iso(at),
                    event.catalogue,
                    event.policy,
                ),
            )
        case e.DayClosed():
            yield "DELETE FROM counter_today", ()
            for interruption in day.interruptions.known.values():
                yield interruption_row(day.day, interruption)
            yield "DELETE FROM sealed", ()
            yield "UPDATE day SET closed_at = ? WHERE day = ?", (iso(at), event.day.isoformat())
        case e.ServiceSuspended():
            yield "INSERT OR REPLACE INTO suspended_service VALUES (?, ?)", (event.service, iso(at))
        case e.LastTicketSet() | e.DocumentGiven() | e.DocumentSeen() | e.PersonalAsked() | e.PersonalErased():
            return
        case e.CallSpoken():
            return
        case e.VisitRated():
            yield "INSERT OR REPLACE INTO opinion VALUES (?, ?, ?)", (event.ticket, event.stop, event.satisfaction)
        case e.HelpAsked() | e.HelpAnswered():
            return
        case e.ServiceRestored():
            yield "DELETE FROM suspended_service WHERE service = ?", (event.service,)
        case e.InterruptionWithdrawn():
            yield (
                "DELETE FROM interruption WHERE day = ? AND interruption = ?",
                (day.day.isoformat(), event.interruption),
            )
        case e.InterruptionBegan() | e.InterruptionEnded() | e.InterruptionNoted():
            yield interruption_row(day.day, day.interruptions.known[event.interruption])
        case e.CounterOpened() | e.CounterPaused() | e.CounterClosed():
            yield counter_row(day, event.counter)
        case e.ServicesCorrected():
            yield from coded_rows(event.attention, event.services)
        case e.SpareTicketMerged():
            ticket = day.tickets[event.ticket]
            yield "UPDATE ticket SET number = ? WHERE id = ?", (ticket.text, ticket.id)
            yield from moved(ticket)
            yield spare_row(day, event, ticket.id, event.was)
        case e.SpareNumberVoided():
            yield spare_row(day, event, None, event.why)
        case e.AttendedByHand():
            yield from moved(day.tickets[event.ticket])
        case e.TicketIssued():
            yield ticket_row(day, day.tickets[event.ticket])
            yield from stop_rows(day.tickets[event.ticket])
        case e.TicketCancelled() | e.StopPromised():
            yield from moved(day.tickets[event.ticket])
        case e.StopsPlanned() | e.ServiceChanged():
            yield STOPS_GONE, (event.ticket, len(day.tickets[event.ticket].stops))
            yield from moved(day.tickets[event.ticket])
        case _:
            attention: int = getattr(event, "attention", 0)
            for ticket, _ in day.party(attention) if attention else [(day.tickets[event.ticket], 0)]:
                yield from moved(ticket)
            if attention:
                yield from attention_rows(event, day)


def interruption_row(day: date, one: Interruption) -> Statement:
    of = (one.reason, *one.of, one.by)
    return INTERRUPTION, (day.isoformat(), one.id, *of, iso(_utc(one.since)), iso(_utc(one.until)))


def _utc(at: datetime | None) -> datetime | None:
    return at.astimezone(UTC) if at else None


def ticket_row(day: Day, ticket: Ticket) -> Statement:
    return TICKET, (
        ticket.id,
        day.day.isoformat(),
        ticket.text,
        ticket.prefix,
        ticket.number,
        int(ticket.preferential),
        ticket.language,
        iso(ticket.issued_at),
        ticket.state.value,
    )


def spare_row(day: Day, event: e.SpareTicketMerged | e.SpareNumberVoided, ticket: int | None, was: str) -> Statement:
    values = (day.day.isoformat(), event.letter, event.number, ticket, iso(event.taken_at), was)
    return "INSERT INTO spare_number VALUES (NULL, ?, ?, ?, ?, ?, ?)", values


def moved(ticket: Ticket) -> Iterator[Statement]:
    """The state of a ticket that is stored already, and all its stops."""
    yield TICKET_STATE, (ticket.state.value, ticket.id)
    yield from stop_rows(ticket)


def stop_rows(ticket: Ticket) -> Iterator[Statement]:
    for position, stop in enumerate(ticket.stops):
        low, high = stop.promised or (None, None)
        yield (
            STOP,
            (
                ticket.id,
                position,
                stop.queue,
                stop.service,
                stop.state.value,
                iso(stop.eligible_at),
                low,
                high,
            ),
        )


def attention_rows(event: e.DayEvent, day: Day) -> Iterator[Statement]:
    attention = day.attentions[event.attention]  # type: ignore[union-attr]
    if isinstance(event, e.TicketCalled | e.TicketResumed):
        yield attention_row(attention)
    else:
        yield (
            ATTENTION_NOW,
            (
                attention.calls,
                iso(attention.started_at),
                iso(attention.ended_at),
                attention.outcome.value if attention.outcome else None,
                attention.id,
            ),
        )
    if isinstance(event, e.AttentionStarted | e.ServicesCoded):
        yield from coded_rows(attention.id, attention.services)
    yield counter_row(day, attention.counter)


def coded_rows(attention: int, services: Sequence[str]) -> Iterator[Statement]:
    yield "DELETE FROM coded_service WHERE attention = ?", (attention,)
    for service in services:
        yield "INSERT INTO coded_service VALUES (?, ?)", (attention, service)


def attention_row(attention: Attention) -> Statement:
    return ATTENTION, (
        attention.id,
        attention.ticket,
        attention.stop,
        attention.counter,
        attention.advisor,
        attention.because.rule,
        attention.because.waited,
        msgspec.json.encode(attention.because.passed_over).decode(),
        iso(attention.called_at),
        attention.calls,
        None,
        None,
        None,
    )


def counter_row(day: Day, number: int) -> Statement:
    state = day.counter(number)
    return COUNTER, (
        number,
        state.status.value,
        state.advisor,
        state.reason,
        iso(state.since),
        state.attention or None,
    )


def catalogue_rows(catalogue: Catalogue) -> Iterator[Statement]:
    for table in ("entity", "queue", "service", "counter", "advisor"):
        yield f"DELETE FROM {table}", ()
    for entity in catalogue.entities:
        yield "INSERT INTO entity VALUES (?, ?, ?)", (entity.id, entity.name, entity.short)
    for queue in catalogue.queues:
        yield "INSERT INTO queue VALUES (?, ?, ?, ?)", (queue.prefix, queue.entity, queue.name, queue.mean_minutes)
    for service in catalogue.services:
        yield (
            "INSERT INTO service VALUES (?, ?, ?, ?, ?, ?)",
            (
                service.code,
                service.queue,
                service.name,
                service.purpose.value,
                service.fee_cents,
                service.pay_first,
            ),
        )
    for counter in catalogue.counters:
        yield (
            "INSERT INTO counter VALUES (?, ?, ?, ?)",
            (
                counter.number,
                counter.zone,
                " ".join(counter.queues),
                " ".join(counter.services),
            ),
        )
    for advisor in catalogue.advisors:
        yield "INSERT INTO advisor VALUES (?, ?)", (advisor.id, advisor.role.value)
