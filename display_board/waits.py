"""How long each queue waits now, as the board's side panel shows it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from shared.domain.catalogue import Catalogue
from shared.lan.views import QueueView


class WaitShown(msgspec.Struct, frozen=True):
    """A queue and its wait in minutes, from and to; or why nobody can attend it for a while."""

    prefix: str
    name: str
    minutes: tuple[int, int] = (0, 0)
    interrupted: str = ""


def waits_shown(catalogue: Catalogue, queues: Iterable[QueueView]) -> tuple[WaitShown, ...]:
    """The queues that are attended now, those of most demand first: the order stays the same all day."""
    shown = {view.prefix: view for view in queues if view.open and view.counters and (view.wait or view.interrupted)}
    by_demand = sorted(catalogue.queues, key=lambda queue: (-queue.demand, queue.prefix))
    return tuple(
        WaitShown(queue.prefix, queue.name, view.wait or (0, 0), view.interrupted)
        for queue in by_demand
        if (view := shown.get(queue.prefix))
    )
