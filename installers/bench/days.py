"""A hub that lives day after day at full speed, in this process; its memory after each, in MB, one a line.

Run as `python -m installers.bench.days STORE DAYS`.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from installers.bench.bare import COUNTERS, visit
from installers.bench.running import megabytes
from installers.faultlab.work import BEGINS, centre
from shared.domain import commands as c
from shared.domain.refusals import Refusal
from shared.hub.__main__ import put_in_force
from shared.hub.clock import Clock, Doubt
from shared.hub.hub import Hub
from shared.store.database import Store
from shared.store.event_log import EventLog

VISITS = 60
BY = c.Actor("bench")


class Leaping(Clock):
    """Stands still until it leaps."""

    def __init__(self) -> None:
        super().__init__(wall=lambda: 0.0, monotonic=lambda: 0.0)
        self.at = BEGINS

    def now(self) -> datetime:
        return self.at

    def doubt(self, last: datetime | None) -> Doubt:  # noqa: ARG002
        return Doubt.NONE

    def follow(self, last: datetime | None) -> None:
        """It leaps by itself."""


async def live(path: Path, days: int) -> None:
    with closing(Store(path)) as store:
        catalogue, clock = centre(), Leaping()
        log = EventLog(store)
        hub = Hub(log, log.identity(catalogue.id, BEGINS), clock, lambda _: None)
        try:
            await put_in_force(hub, catalogue)
            for number in range(days):
                clock.at = _weekday(BEGINS, number)
                await _day(hub, clock, number)
                gc.collect()
                print(megabytes("self"), flush=True)
        finally:
            hub.stop()


async def _day(hub: Hub, clock: Leaping, number: int) -> None:
    catalogue = hub.committed.centre.catalogue
    await hub.order(c.OpenDay(clock.at.astimezone(catalogue.timezone).date()))
    made = 0
    for counter in COUNTERS:
        await hub.handle(f"open-{number}-{counter}", c.OpenCounter(counter, f"a{counter:03d}"), BY)
    for at in range(VISITS):
        counter = COUNTERS[at % len(COUNTERS)]
        for command in visit(catalogue.counter[counter].queues[0], counter):
            clock.at += timedelta(seconds=15)
            made += 1
            with suppress(Refusal):
                await hub.handle(f"{number}-{made}", command, BY)
    await hub.order(c.CloseDay())


def _weekday(first: datetime, number: int) -> datetime:
    """The so many-th Monday to Friday, counted from a Monday."""
    return first + timedelta(days=number // 5 * 7 + number % 5)


def main(store: str, days: str) -> None:
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(live(Path(store), int(days)))


if __name__ == "__main__":
    main(*sys.argv[1:])
