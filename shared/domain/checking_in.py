"""Appointments: when they may be checked in, and what becomes of those who come too late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.centre import Centre
from shared.domain.day import Day
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import StopState

OVER = (StopState.CANCELLED, StopState.ABSENT)
"""After these the same appointment may be checked in once more, while it is valid."""


class Standing(NamedTuple):
    """How an appointment stands now. slot: valid; late: missed, for the ordinary line."""

    slot: datetime | None = None
    late: datetime | None = None


def loaded(centre: Centre, command: c.LoadAppointments) -> list[e.Event]:
    """Every slot of a code stays valid: after a mass rescheduling both dates are honoured. Raises Refusal."""
    known = {} if command.instead else dict(centre.appointments)
    changed: dict[str, e.Appointment] = {}
    for one in command.appointments:
        if one.service not in centre.catalogue.service:
            raise Refusal(Code.UNKNOWN_SERVICE, service=one.service)
        before = changed.get(one.code) or known.get(one.code)
        slots = set(one.slots) | set(before.slots if before and before.service == one.service else ())
        changed[one.code] = e.Appointment(one.code, one.service, tuple(sorted(slots)))
    news = tuple(one for one in changed.values() if centre.appointments.get(one.code) != one)
    further = command.change and command.change != centre.appointments_change
    return [e.AppointmentsLoaded(news, command.change)] if news or further else []


def appointment(centre: Centre, day: Day, code: str) -> e.Appointment:
    """One that is known and not used today. Raises Refusal."""
    found = centre.appointments.get(code.strip().upper())
    if found is None or not found.slots:
        raise Refusal(Code.UNKNOWN_APPOINTMENT, appointment=code)
    ticket = day.tickets.get(day.checked_in.get(found.code, 0))
    if ticket and ticket.state not in OVER:
        raise Refusal(Code.APPOINTMENT_USED, appointment=found.code, number=ticket.text)
    return found


def standing(catalogue: Catalogue, one: e.Appointment, at: datetime) -> Standing:
    """The slot that is valid now; else the one still to come today is too early, and a missed one is late.

    Raises Refusal: too early, or not today.
    """
    window = catalogue.appointments
    early, late = timedelta(minutes=window.early_minutes), timedelta(minutes=window.late_minutes)
    valid = [slot for slot in one.slots if slot - early <= at <= slot + late]
    if valid:
        return Standing(slot=min(valid, key=lambda slot: abs(slot - at)))
    zone = catalogue.timezone
    today = [slot for slot in one.slots if slot.astimezone(zone).date() == at.astimezone(zone).date()]
    if to_come := [slot for slot in today if slot > at]:
        begins = to_come[0] - early
        raise Refusal(
            Code.APPOINTMENT_TOO_EARLY, appointment=one.code, slot=to_come[0].isoformat(), from_at=begins.isoformat()
        )
    if not today:
        later = next((slot for slot in one.slots if slot > at), one.slots[-1])
        raise Refusal(Code.APPOINTMENT_OTHER_DAY, appointment=one.code, slot=later.isoformat())
    return Standing(late=today[-1])
