"""How a centre stands just now, for the telephone line and the web: what waits, how long, how many counters are open.

It is small, goes before the oldest records, and only the newest one counts. Nobody is in it. What its codes mean is
sent apart (`Offered`), when it changes.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec

from shared.domain.catalogue import Catalogue
from shared.lan.mirror import Mirror
from shared.lan.views import CatalogueView, HallView, QueueView, ServiceView

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Line = Annotated[str, msgspec.Meta(max_length=200)]


class ServiceNow(msgspec.Struct, frozen=True):
    """A service now. state: open, closed, full, suspended or last_ticket, as its kiosk says.

    waiting: in its queue. wait: minutes from and to for whoever comes now, null while nobody attends. counters: open.
    """

    code: Word
    queue: Word
    state: Word
    waiting: Count
    wait: tuple[Count, Count] | None
    counters: Count


class EndedToday(msgspec.Struct, frozen=True):
    """Stops of the day that have ended: attended, absent, or otherwise (cancelled, sent on, expired, left at close)."""

    served: Count
    absent: Count
    others: Count


class Live(msgspec.Struct, frozen=True, tag_field="type", tag="live"):
    """A centre at one moment of its own clock. open: whether its day is; day: the last one, null before the first.

    today: what has ended of that day, where it was counted.
    """

    at: Moment
    day: date | None
    open: bool
    services: Annotated[tuple[ServiceNow, ...], msgspec.Meta(max_length=2000)]
    today: EndedToday | None = None


class OfferedEntity(msgspec.Struct, frozen=True):
    id: Word
    name: Line


class OfferedQueue(msgspec.Struct, frozen=True):
    prefix: Word
    entity: Word
    name: Line


class OfferedService(msgspec.Struct, frozen=True):
    """fee_cents: in céntimos of a sol. appointment: whether it is attended by appointment."""

    code: Word
    queue: Word
    name: Line
    fee_cents: Count = 0
    appointment: bool = False
    requirements: tuple[Line, ...] = ()


class Offered(msgspec.Struct, frozen=True, tag_field="type", tag="offered"):
    """What a centre offers, by the catalogue in force there: nobody's name, no counter.

    fingerprint: of that catalogue. template: the version of the office's catalogue that it was made with, 0 for none.
    """

    fingerprint: Word
    name: Line
    zone: Word
    entities: tuple[OfferedEntity, ...]
    queues: tuple[OfferedQueue, ...]
    services: tuple[OfferedService, ...]
    template: int = 0


def live_of(mirror: Mirror, at: datetime) -> Live | None:
    """By what the hub shows; None before it has shown anything."""
    hall = mirror.get("hall", HallView)
    catalogue = mirror.get("catalogue", CatalogueView)
    if hall is None or catalogue is None:
        return None
    services = []
    for service in catalogue.catalogue.services:
        view = mirror.get(f"service/{service.code}", ServiceView)
        queue = mirror.get(f"queue/{service.queue}", QueueView)
        if view and queue:
            services.append(
                ServiceNow(service.code, service.queue, view.state, queue.waiting, view.wait, queue.counters)
            )
    return Live(at.replace(microsecond=0), hall.day, hall.open, tuple(services))


def offered_of(catalogue: Catalogue, template: int = 0) -> Offered:
    return Offered(
        catalogue.fingerprint,
        catalogue.name,
        catalogue.zone,
        tuple(OfferedEntity(each.id, each.name) for each in catalogue.entities),
        tuple(OfferedQueue(each.prefix, each.entity, each.name) for each in catalogue.queues),
        tuple(
            OfferedService(each.code, each.queue, each.name, each.fee_cents, each.appointment, each.requirements)
            for each in catalogue.services
        ),
        template,
    )
