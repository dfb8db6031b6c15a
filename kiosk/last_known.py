"""What the hub showed last, on the kiosk's disk, and what it means once the hub is away: what is open, what time it is.

Plain Python, without Qt or socket. Times are UTC.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import msgspec

from shared.domain.catalogue import Catalogue
from shared.lan.views import HallView, ServiceView
from shared.store.database import StoreError
from shared.store.journal import Journal

log = logging.getLogger(__name__)

T = TypeVar("T")

EVERY = timedelta(seconds=60)
"""How often the hub's time is written down."""


class Seen(msgspec.Struct, frozen=True):
    """When the hub was last seen: by its clock and by the machine's.

    day: the last service day, and whether it was open. suspended: services that were suspended then.
    """

    hub: datetime
    wall: datetime
    day: date | None = None
    open: bool = False
    suspended: tuple[str, ...] = ()


class LastKnown:
    """Without a journal it knows what this life of the program has seen."""

    def __init__(self, journal: Journal | None = None) -> None:
        self._journal = journal
        self.catalogue = _read(journal, "catalogue", Catalogue)
        self.seen = _read(journal, "seen", Seen)

    def note(self, hub: datetime, catalogue: Catalogue, hall: HallView | None, services: Iterable[ServiceView]) -> None:
        """Take what the hub shows now."""
        suspended = tuple(sorted(view.code for view in services if view.state == "suspended"))
        day, is_open = (hall.day, hall.open) if hall else (None, False)
        before, self.seen = self.seen, Seen(hub, datetime.now(UTC), day, is_open, suspended)
        if catalogue != self.catalogue:
            self.catalogue = catalogue
            self._write("catalogue", catalogue)
        if before is None or hub - before.hub >= EVERY or _facts(before) != _facts(self.seen):
            self._write("seen", self.seen)
        else:
            self.seen = before

    def _write(self, name: str, value: Catalogue | Seen) -> None:
        if self._journal is None:
            return
        try:
            self._journal.remember(name, msgspec.json.encode(value))
        except StoreError as error:
            log.error("%s", error)

    def time(self, wall: datetime) -> datetime:
        """The hub's time, as far as the machine's clock can tell: never before the hub was last seen."""
        return max(self.seen.hub, wall + (self.seen.hub - self.seen.wall)) if self.seen else wall

    def hall(self, now: datetime) -> HallView:
        """The day by the hours of the centre file; one that was closed before its time stays closed."""
        assert self.catalogue
        today = now.astimezone(self.catalogue.timezone).date()
        span = self.catalogue.day_span(today)
        closed_early = self.seen is not None and self.seen.day == today and not self.seen.open
        is_open = span is not None and span[0] <= now < span[1] and not closed_early
        return HallView(today if is_open else None, is_open, None if is_open else self._opens_at(now, closed_early))

    def _opens_at(self, now: datetime, closed_early: bool) -> datetime | None:
        assert self.catalogue
        today = now.astimezone(self.catalogue.timezone).date()
        for ahead in range(closed_early, 8):
            span = self.catalogue.day_span(today + timedelta(days=ahead))
            if span and span[1] > now:
                return span[0]
        return None

    def services(self, now: datetime) -> list[ServiceView]:
        """Every service, open by the hours of its entity. How many wait nobody knows."""
        assert self.catalogue
        return [self._service(service.code, now) for service in self.catalogue.services]

    def _service(self, code: str, now: datetime) -> ServiceView:
        assert self.catalogue
        entity = self.catalogue.queue[self.catalogue.service[code].queue].entity
        if not self.catalogue.is_open(entity, now):
            return ServiceView(code, "closed", 0, None, self.catalogue.next_opening(entity, now))
        today = now.astimezone(self.catalogue.timezone).date()
        if self.seen and self.seen.day == today and code in self.seen.suspended:
            return ServiceView(code, "suspended", 0, None)
        return ServiceView(code, "open", 0, None)


def _facts(seen: Seen) -> tuple[object, ...]:
    return seen.day, seen.open, seen.suspended


def _read(journal: Journal | None, name: str, kind: type[T]) -> T | None:
    try:
        value = journal.recall(name) if journal else b""
        return msgspec.json.decode(value, type=kind) if value else None
    except (StoreError, msgspec.DecodeError) as error:  # written by another version
        log.warning("the kiosk does not know its %s of before: %s", name, error)
        return None
