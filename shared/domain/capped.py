"""How many tickets a service still gives in this slot of the day."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain.catalogue import Catalogue, Service
from shared.domain.day import Day
from shared.domain.refusals import Code, Refusal


def must_have_room(catalogue: Catalogue, day: Day, service: Service, at: datetime) -> None:
    """Raises Refusal once as many as `cap` were given in this slot; says when the next one begins, where it does."""
    begins_at = full_until(catalogue, day, service, at)
    if begins_at is None:
        return
    entity = catalogue.queue[service.queue].entity
    again = begins_at.isoformat() if catalogue.is_open(entity, begins_at) else ""
    raise Refusal(Code.SERVICE_FULL, service=service.code, cap=service.cap, from_at=again)


def full_until(catalogue: Catalogue, day: Day, service: Service, at: datetime) -> datetime | None:
    """When the next slot begins, where this one is full. Slots are counted from midnight."""
    if not service.cap:
        return None
    local = at.astimezone(catalogue.timezone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    length = timedelta(minutes=service.cap_minutes)
    begins = midnight + (local - midnight) // length * length
    given = sum(1 for issued in day.issued_for.get(service.code, ()) if issued >= begins)
    return begins + length if given >= service.cap else None
