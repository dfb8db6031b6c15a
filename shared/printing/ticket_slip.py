"""The slip of a ticket just given, from what the hub told of it and the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shared.domain.catalogue import Catalogue, Service
from shared.domain.languages import Speaking, Speech, phrases
from shared.domain.languages.speech import IN_SPANISH
from shared.printing import texts
from shared.printing.slip import Slip, SlipStop


class Stop(Protocol):
    """One stop of the ticket: where, for what, at which counters."""

    @property
    def queue(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def counters(self) -> Sequence[int]: ...
    @property
    def gap(self) -> int: ...
    @property
    def returns_at(self) -> datetime | None: ...


class Ticket(Protocol):
    """A new ticket as the hub tells it, in the words of `shared.lan.messages.Receipt`. Times are aware."""

    @property
    def number(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def queue(self) -> str: ...
    @property
    def preferential(self) -> bool: ...
    @property
    def issued_at(self) -> datetime: ...
    @property
    def ahead(self) -> int: ...
    @property
    def between(self) -> tuple[datetime, datetime] | None: ...
    @property
    def stops(self) -> Sequence[Stop]: ...
    @property
    def token(self) -> str: ...
    @property
    def copy(self) -> bool: ...
    @property
    def slot(self) -> datetime | None: ...
    @property
    def late(self) -> datetime | None: ...


def ticket_slip(
    ticket: Ticket, catalogue: Catalogue, *, provisional: bool = False, speech: Speech = IN_SPANISH
) -> Slip:
    """Times are printed in the centre's zone. Where no service is known the queue is named. speech: the language."""
    with Speaking(speech):
        return _slip(ticket, catalogue, provisional, speech)


def _slip(ticket: Ticket, catalogue: Catalogue, provisional: bool, speech: Speech) -> Slip:
    zone, window = catalogue.timezone, ticket.between
    goal = catalogue.service.get(ticket.service)
    queue = catalogue.queue.get(ticket.queue)
    return Slip(
        centre=catalogue.name,
        number=ticket.number,
        service=phrases.term(goal.name if goal else queue.name if queue else ""),
        issued_at=ticket.issued_at.astimezone(zone),
        people_ahead=ticket.ahead,
        call_window=(window[0].astimezone(zone), window[1].astimezone(zone)) if window else None,
        preferential=ticket.preferential,
        stops=tuple(_stop(stop, goal, catalogue) for stop in ticket.stops),
        qr=catalogue.phone.page_of(ticket.token),
        qr_caption=texts.phone_code(catalogue.phone.wifi) if catalogue.phone.wifi else texts.ticket_code(),
        copy=ticket.copy,
        provisional=provisional,
        speech=speech,
        design=catalogue.slip,
        appointment=_appointment(ticket, catalogue),
    )


def _appointment(ticket: Ticket, catalogue: Catalogue) -> str:
    of = ticket.late or ticket.slot
    return texts.appointment(of.astimezone(catalogue.timezone), late=ticket.late is not None) if of else ""


def _stop(stop: Stop, goal: Service | None, catalogue: Catalogue) -> SlipStop:
    queue = catalogue.queue.get(stop.queue)  # a catalogue that changed since may have lost it
    entity = phrases.term(catalogue.entity[queue.entity].short) if queue else stop.queue
    returns_at = stop.returns_at.astimezone(catalogue.timezone) if stop.returns_at else None
    task = texts.return_leg(stop.gap, returns_at)
    if goal and goal.is_paid_at(stop.service):
        task = texts.payment(goal.fee_cents)
    return SlipStop(entity, phrases.counters(stop.counters), task)
