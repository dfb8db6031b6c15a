"""Whole days lived by the real hub on a store, one after the other: what a centre does while it has no line."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.hub.hub import Hub
from shared.store.database import Store
from shared.store.event_log import EventLog
from sync.record import AttentionRecord, Records
from tests.fakes.running_hub import MovedClock, begun

COURT, ADVISOR = 20, "a001"


async def live(store: Path, catalogue: Catalogue, first: datetime, days: int, tickets: int, seed: int = 6) -> datetime:
    """So many days from `first` (08:31 of the centre), no Sundays, each closed but the last. Returns when it stops."""
    chance, clock = Random(seed), MovedClock(first)
    every = (first + timedelta(days=day) for day in range(2 * days))
    async with begun(store, catalogue, clock) as running:
        for day, clock.at in enumerate(list(islice((at for at in every if at.weekday() < 6), days))):
            today, before = clock.at.astimezone(catalogue.timezone).date(), running.hub.committed.day
            if before and before.is_open and before.day != today:
                await running.hub.order(c.CloseDay())
            if before is None or before.day != today:
                await running.hub.order(c.OpenDay(today))
            await running.hub.order(c.OpenCounter(COURT, ADVISOR))
            for number in range(1, tickets + 1):
                await _citizen(running.hub, clock, chance, number)
            if day < days - 1:
                await running.hub.order(c.CloseDay())
                if day % 3 == 0:  # put right when it was over, which is still of that day
                    await running.hub.order(c.CorrectServices("PJ 001", ("PJ03",), COURT))
    return clock.at


async def _citizen(hub: Hub, clock: MovedClock, chance: Random, number: int) -> None:
    """Served, absent, or served after a finish that was undone; the first one is always served."""
    await hub.order(c.IssueTicket("PJ02", preferential=chance.random() < 0.2))
    clock.pass_(minutes=chance.randint(1, 9))
    await hub.order(c.CallNext(COURT))
    fate = "served" if number == 1 else chance.choice(("served", "served", "absent", "undone"))
    if fate == "absent":
        clock.pass_(minutes=2)
        await hub.order(c.Recall(COURT))
        clock.pass_(minutes=2)
        await hub.order(c.MarkAbsent(COURT))
        return
    await hub.order(c.StartAttention(COURT))
    clock.pass_(minutes=chance.randint(2, 12))
    await hub.order(c.FinishAttention(COURT))
    if fate == "undone":
        await hub.order(c.Undo(COURT))
        clock.pass_(minutes=1)
        await hub.order(c.FinishAttention(COURT))


def records_of(path: Path, catalogue: Catalogue, spare: Path) -> list[AttentionRecord]:
    """What the office should end up with, by the log of a store that may be open, read from a copy in folder `spare`.

    Of each stop the last revision.
    """
    spare.mkdir()
    for file in (path, path.with_name(path.name + "-wal")):
        if file.exists():
            shutil.copy(file, spare)
    store = Store(spare / path.name)
    log = EventLog(store)
    records = Records(catalogue.id, log.identity(catalogue.id, datetime.now(UTC)).incarnation)
    last = {(one.ticket, one.stop): one for entry in log.read(0, log.last_seq) for one in records.take(entry)}
    store.close()
    return list(last.values())
