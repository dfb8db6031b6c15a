"""A hub's log as batches of attention records, from a cursor on."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from shared.domain.events import DayClosed
from shared.lan.client import HubClient
from sync.exchange import Batch
from sync.record import AttentionRecord, Records, recorded

PAGE = 500  # events
RECORDS_PER_BATCH = 100


class LogBehind(Exception):
    """The office has more of this store than the hub itself: the store went back in time."""


async def batches(hub: HubClient, cursor: int, size: int = RECORDS_PER_BATCH) -> AsyncGenerator[Batch, None]:
    """Batches of about `size` records, each beginning where the one before ended, for as long as the hub is there.

    The stops that end with one event stay together.
    A batch is given when it is full, when there is nothing more to read, and, even empty, when a day has closed.
    Raises HubAway, HubRefused, LogBehind.
    """
    page = await hub.read_log(cursor, PAGE, whole_day=True)
    if page.last < cursor:
        raise LogBehind(f"the office has events up to {cursor} of this store, the hub only up to {page.last}")
    records = Records(hub.welcome.centre, hub.welcome.incarnation)
    after = to = read = cursor
    draft: list[AttentionRecord] = []
    while True:
        for entry in map(recorded, page.entries):
            ended, read = records.take(entry), entry.seq
            if entry.seq <= cursor:
                continue
            draft += ended
            to = entry.seq
            if len(draft) >= size or isinstance(entry.event, DayClosed):
                yield Batch(after, to, tuple(draft))
                after, draft = to, []
        if not page.entries or read >= page.last:
            if draft:
                yield Batch(after, to, tuple(draft))
                after, draft = to, []
            await hub.beyond(read)
        page = await hub.read_log(read, PAGE)
