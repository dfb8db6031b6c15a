"""How long each entity's people wait now, and until when it attends, as the board's side panel shows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from shared.domain.catalogue import Catalogue
from shared.lan.views import QueueView


class WaitShown(msgspec.Struct, frozen=True):
    """An entity, its wait in minutes, from and to, over all its queues here; or why nobody can attend for a while.

    until: when it closes, where it is open; opens_at: when it opens, today; both in the centre's zone.
    """

    entity: str
    name: str
    minutes: tuple[int, int] = (0, 0)
    interrupted: str = ""
    waiting: int = 0
    until: datetime | None = None
    opens_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.until is not None


def waits_shown(catalogue: Catalogue, queues: Iterable[QueueView], now: datetime) -> tuple[WaitShown, ...]:
    """The entities that are attended now, those of most demand first, and after them those that open later today.

    The order stays the same all day.
    """
    views = {view.prefix: view for view in queues}
    by_demand = sorted(catalogue.queues, key=lambda queue: (-queue.demand, queue.prefix))
    entities = dict.fromkeys(queue.entity for queue in by_demand if queue.prefix in views)
    found = [
        shown
        for entity in entities
        if (shown := _shown(catalogue, entity, [v for p, v in views.items() if _is_of(catalogue, p, entity)], now))
    ]
    return (*(shown for shown in found if shown.is_open), *(shown for shown in found if not shown.is_open))


def _shown(catalogue: Catalogue, entity: str, views: list[QueueView], now: datetime) -> WaitShown | None:
    known = catalogue.entity[entity]
    name = known.short or known.name
    spans = catalogue.openings(entity, now.astimezone(catalogue.timezone).date())
    until = next((closes for opens, closes in spans if opens <= now < closes), None)
    attended = [view for view in views if view.open and view.counters and (view.wait or view.interrupted)]
    if until is None:
        opens_at = next((opens for opens, _ in spans if opens > now), None)
        return WaitShown(entity, name, opens_at=opens_at) if opens_at else None
    if not attended:
        return None
    ranges = [view.wait for view in attended if view.wait and not view.interrupted]
    minutes = (min(low for low, _ in ranges), max(high for _, high in ranges)) if ranges else (0, 0)
    interrupted = "" if ranges else attended[0].interrupted
    return WaitShown(entity, name, minutes, interrupted, sum(view.waiting for view in attended), until)


def _is_of(catalogue: Catalogue, prefix: str, entity: str) -> bool:
    return prefix in catalogue.queue and catalogue.queue[prefix].entity == entity
