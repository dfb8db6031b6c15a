"""Row: orders while the hub looks after its store: the chain looked over, a copy made, with five million past tickets.

In this process, without network and rules of rate: what is timed is an order from the hub's door to its commit.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from statistics import median
from time import perf_counter

from installers.bench.bare import COUNTERS, visit
from installers.bench.counting import MOST, Kept
from installers.bench.days import Leaping
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.faultlab.work import BEGINS, centre
from shared.domain import commands as c
from shared.domain.refusals import Refusal
from shared.hub.__main__ import put_in_force
from shared.hub.hub import Hub
from shared.store.database import Store
from shared.store.event_log import EventLog

A_SECOND = 50
BY = c.Actor("bench")
AT_MOST = 3.0  # times the median of orders without it, for the median
WITHIN = 0.25  # seconds, for the slowest order of all


def upkeep(bench: Bench) -> list[Measured]:
    """In turns: nothing else, the look over the chain, a copy."""
    kept = Kept(bench, bench.of(MOST, 20_000))
    kept.as_before()
    try:
        taken = asyncio.run(_turns(bench, kept))
    finally:
        kept.as_before()
    alone = taken["nothing"]
    found = []
    for name in ("look", "copy"):
        said = f"p50 {ms(p(taken[name], 50))}, p99 {ms(p(taken[name], 99))}, slowest {ms(max(taken[name]))}; "
        said += f"without {ms(p(alone, 50))}, {ms(p(alone, 99))}, {ms(max(alone))}; {kept.tickets:,} tickets"
        what = {"look": "while the chain is looked over", "copy": "while a copy is made"}[name]
        found.append(Measured(f"p50 of an order {what}", median(taken[name]) / median(alone), AT_MOST, said))
        found.append(Measured(f"slowest order {what}, s", max(taken[name]), WITHIN, said, absolute=True))
    return found


async def _turns(bench: Bench, kept: Kept) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {"nothing": [], "look": [], "copy": []}
    orders = bench.of(300, 40)
    async with _begun(kept) as (hub, clock):
        day = clock.at.date()
        hub.keeper.stop_looking()
        visits = _visits()
        for _ in range(bench.rounds):
            bench.flush()
            taken["nothing"] += await _paced(hub, visits, orders)
            hub.keeper.look_over()
            taken["look"] += await _paced(hub, visits, orders)
            hub.keeper.stop_looking()
            bench.passed(1)
        hub.keeper.copy(day)
        taken["copy"] += await _paced(hub, visits, orders * bench.rounds)
    return taken


@asynccontextmanager
async def _begun(kept: Kept) -> AsyncIterator[tuple[Hub, Leaping]]:
    with closing(Store(kept.path)) as store:
        clock, log = Leaping(), EventLog(store)
        hub = Hub(log, log.identity(centre().id, BEGINS), clock, lambda _: None)
        try:
            await put_in_force(hub, centre())
            await hub.order(c.OpenDay(clock.at.astimezone(centre().timezone).date()))
            for counter in COUNTERS:
                await hub.handle(f"open-{counter}", c.OpenCounter(counter, f"a{counter:03d}"), BY)
            yield hub, clock
        finally:
            hub.stop()


async def _visits() -> AsyncIterator[c.Command]:
    while True:
        for counter in COUNTERS:
            for command in visit(centre().counter[counter].queues[0], counter):
                yield command


async def _paced(hub: Hub, visits: AsyncIterator[c.Command], orders: int) -> list[float]:
    taken: list[float] = []
    begins = perf_counter()
    for number in range(orders):
        await asyncio.sleep(max(0.0, begins + number / A_SECOND - perf_counter()))
        command = await anext(visits)
        began = perf_counter()
        with suppress(Refusal):
            await hub.handle(f"upkeep-{began}", command, BY)
            taken.append(perf_counter() - began)
    return taken


ROWS = (Row("upkeep", "orders while the chain is looked over and a copy is made", upkeep, lambda b: b.rounds),)
