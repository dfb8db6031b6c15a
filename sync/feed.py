"""A hub's log as batches of attention records, from a cursor on."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from shared.domain.catalogue import Catalogue
from shared.domain.events import CatalogueChanged, DayClosed, DayOpened
from shared.lan.client import HubClient
from shared.lan.messages import Log
from shared.lan.views import CatalogueView
from sync.exchange import Batch
from sync.record import AttentionRecord, Records, recorded

PAGE = 500  # events
RECORDS_PER_BATCH = 100


class LogBehind(Exception):
    """The office has more of this store than the hub itself: the store went back in time."""


async def batches(hub: HubClient, cursor: int, size: int = RECORDS_PER_BATCH) -> AsyncGenerator[Batch, None]:
    """Batches of at most `size` records, each beginning where the one before ended, for as long as the hub is there.

    A batch is given when it is full, when there is nothing more to read, and, even empty, when a day has closed.
    Raises HubAway, HubRefused, LogBehind.
    """
    page = await hub.read_log(cursor, PAGE, whole_day=True)
    if page.last < cursor:
        raise LogBehind(f"the office has events up to {cursor} of this store, the hub only up to {page.last}")
    records = Records(hub.welcome.centre, hub.welcome.incarnation, await _catalogue_before(hub, page))
    after = to = read = cursor
    draft: list[AttentionRecord] = []
    while True:
        for entry in map(recorded, page.entries):
            record = records.take(entry)
            read = max(read, entry.seq)
            if entry.seq <= cursor:
                continue
            if record:
                draft.append(record)
            if entry.day:  # a batch ends with an event of a day, so that `whole_day` finds the day again
                to = entry.seq
            if len(draft) == size or isinstance(entry.event, DayClosed):
                yield Batch(after, to, tuple(draft))
                after, draft = to, []
        if not page.entries or read >= page.last:
            if draft:
                yield Batch(after, to, tuple(draft))
                after, draft = to, []
            await hub.beyond(read)
        page = await hub.read_log(read, PAGE)


async def _catalogue_before(hub: HubClient, page: Log) -> Catalogue | None:
    """The catalogue in force where a page begins, or None when the log itself begins there."""
    if not page.entries or page.entries[0].seq == 1:
        return None
    opened = recorded(page.entries[0]).event
    shown = hub.mirror.get("catalogue", CatalogueView)
    if shown and isinstance(opened, DayOpened) and opened.catalogue == shown.catalogue.fingerprint:
        return shown.catalogue
    return await _last_catalogue(hub, page.entries[0].seq - 1)


async def _last_catalogue(hub: HubClient, last: int) -> Catalogue | None:
    """Read the log backwards: needed only when the catalogue changed while the office was away."""
    while last > 0:
        after = max(0, last - PAGE)
        page = await hub.read_log(after, last - after)
        for entry in reversed(page.entries):
            if isinstance(event := recorded(entry).event, CatalogueChanged):
                return event.catalogue
        last = after
    return None
