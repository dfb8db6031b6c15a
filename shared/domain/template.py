"""What the office says of entities, queues and services for all centres, and what a centre keeps of its own.

The office's template wins over what the centre file says, except where an entry there says `keep`. It has no counters,
no people and no hours: these are a centre's own. A service that the centre file lacks is added where the centre has its
queue and a counter that serves it; an entity or a queue that it lacks is not there, and is not added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from shared.domain.catalogue import Catalogue, Entity, Limits, Purpose, Queue, Service

ALL = "all"
PART = 32_000  # bytes of JSON in one part, so that an order with it fits in a frame


class EntityTemplate(msgspec.Struct, frozen=True):
    """An entity by its id; null where nothing is said."""

    id: str
    name: str | None = None
    short: str | None = None
    does: str | None = None
    icon: str | None = None


class QueueTemplate(msgspec.Struct, frozen=True):
    """A queue by its prefix: its name and its ANS limits; null where nothing is said."""

    prefix: str
    name: str | None = None
    limits: tuple[Limits, ...] | None = None


class ServiceTemplate(msgspec.Struct, frozen=True):
    """A service by its code; null where nothing is said. With queue and name it may be added to a centre."""

    code: str
    queue: str | None = None
    name: str | None = None
    short: str | None = None
    purpose: Purpose | None = None
    fee_cents: int | None = None
    pay_first: str | None = None
    appointment: bool | None = None
    requirements: tuple[str, ...] | None = None
    limits: tuple[Limits, ...] | None = None


Entry = EntityTemplate | QueueTemplate | ServiceTemplate


class Template(msgspec.Struct, frozen=True):
    """The office's catalogue, or a part of it."""

    entities: tuple[EntityTemplate, ...] = ()
    queues: tuple[QueueTemplate, ...] = ()
    services: tuple[ServiceTemplate, ...] = ()


def under(catalogue: Catalogue, template: Template) -> Catalogue:
    """A centre's catalogue as its file tells it, with what the office says and the centre does not keep."""
    entities = {each.id: each for each in template.entities}
    queues = {each.prefix: each for each in template.queues}
    services = {each.code: each for each in template.services}
    told = [_told(one, services.get(one.code), one.keep) for one in catalogue.services]
    added = [
        one
        for code, entry in services.items()
        if code not in catalogue.service and code not in catalogue.office.without and (one := _new(catalogue, entry))
    ]
    known = {one.code for one in (*told, *added)}
    return msgspec.structs.replace(
        catalogue,
        entities=tuple(_told(one, entities.get(one.id), one.keep) for one in catalogue.entities),
        queues=tuple(_told(one, queues.get(one.prefix), one.keep) for one in catalogue.queues),
        services=tuple(_payable(one, known) for one in (*told, *added)),
    )


T = TypeVar("T", Entity, Queue, Service)


def _told(one: T, entry: Entry | None, keep: Iterable[str]) -> T:
    """With the fields that the entry states and the centre does not keep."""
    if entry is None or ALL in keep:
        return one
    kept = {WRITTEN.get(key, key) for key in keep} | {"queue"}
    said = {name: value for name, value in _said(entry) if name not in kept}
    return msgspec.structs.replace(one, **said)


WRITTEN = {"ans": "limits", "fee": "fee_cents"}
"""Keys of the centre file by the field that they fill."""


def _said(entry: Entry) -> Iterator[tuple[str, Any]]:
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        if value is not None:
            yield name, value


def _new(catalogue: Catalogue, entry: ServiceTemplate) -> Service | None:
    """A service that the centre file lacks, where the centre has who attends it."""
    if entry.queue not in catalogue.queue or not entry.name:
        return None
    if not any(not counter.services for counter in catalogue.counters_of[entry.queue]):
        return None
    said = dict(_said(entry))
    return Service(**{"purpose": Purpose.PROCEDURE, "short": entry.name, **said})


def _payable(service: Service, known: set[str]) -> Service:
    """Without a place to pay first that this centre has not."""
    return (
        service
        if service.pay_first in known or not service.pay_first
        else msgspec.structs.replace(service, pay_first="")
    )


def parts(template: Template) -> list[Template]:
    """The same in parts that each fit in an order; one at least."""
    found: list[Template] = []
    held: dict[str, list[Any]] = {"entities": [], "queues": [], "services": []}
    size = 0
    for name in held:
        for entry in getattr(template, name):
            cost = len(msgspec.json.encode(entry))
            if size and size + cost > PART:
                found.append(Template(**{key: tuple(value) for key, value in held.items()}))
                held, size = {key: [] for key in held}, 0
            held[name].append(entry)
            size += cost
    return [*found, Template(**{key: tuple(value) for key, value in held.items()})]


def joined(pieces: Iterable[Template]) -> Template:
    """Parts in order, as one."""
    pieces = list(pieces)
    return Template(
        tuple(entry for piece in pieces for entry in piece.entities),
        tuple(entry for piece in pieces for entry in piece.queues),
        tuple(entry for piece in pieces for entry in piece.services),
    )
