"""Row: very many orders from sixty clients, the hub killed now and then, and no number or call given twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress

from installers.bench.row import Bench, Measured, Row
from installers.bench.stand import Stand
from installers.faultlab.stubborn import Stubborn
from installers.faultlab.work import centre
from shared.domain import commands as c
from shared.lan.client import HubRefused
from shared.lan.messages import Called, Receipt, Result

ORDERS, KILLS = 100_000, 12
NOBODY_WAITS = 0.05  # seconds, then a counter asks again


class Given:
    """What the clients were told, by what must not be told twice. `reached` is set at `next` orders."""

    def __init__(self) -> None:
        self.numbers: Counter[str] = Counter()
        self.calls: Counter[int] = Counter()
        self.orders = 0

    def note(self, result: Result) -> None:
        self.orders += 1
        if isinstance(result, Receipt):
            self.numbers[result.number] += 1
        elif isinstance(result, Called):
            self.calls[result.ticket] += 1

    @property
    def doubled(self) -> int:
        return sum(times > 1 for given in (self.numbers, self.calls) for times in given.values())


def doubled(bench: Bench) -> list[Measured]:
    """Every order is given until it is answered, whatever happens to the hub."""
    orders, kills = bench.of(ORDERS, 1_500), bench.of(KILLS, 1)
    given = Given()
    stand = Stand(bench.folder / "hub")
    with stand:
        asyncio.run(_all(bench, stand, given, orders, kills))
    said = f"{given.orders:,} orders, {kills} kills, {len(given.numbers):,} numbers, {len(given.calls):,} calls"
    return [
        Measured("numbers and calls given twice", given.doubled, 0, said),
        Measured("orders acknowledged", given.orders, orders, said, at_least=True),
    ]


async def _all(bench: Bench, stand: Stand, given: Given, orders: int, kills: int) -> None:
    queues = {number: centre().counter[number].queues[0] for number in stand.counters}
    kiosks = [Stubborn(stand.url, identity) for identity in stand.kiosks]
    counters = {
        number: Stubborn(stand.url, identity, number, f"a{number:03d}") for number, identity in stand.counters.items()
    }
    random = bench.random("kills")
    at = sorted(random.sample(range(orders // 20, orders), kills))
    tasks = [
        asyncio.create_task(_gives(kiosk, list(queues.values())[start :: len(kiosks)], given, orders))
        for start, kiosk in enumerate(kiosks)
    ]
    tasks += [asyncio.create_task(_serves(desk, number, given, orders)) for number, desk in counters.items()]
    for due in (*at, orders):
        while given.orders < due:
            await asyncio.sleep(0.002)
            _must_go_on(tasks)
        if due < orders:
            stand.kill()
            await asyncio.to_thread(stand.start)
        bench.passed(1)
    await asyncio.gather(*tasks)
    for device in (*kiosks, *counters.values()):
        await device.leave()


def _must_go_on(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        if task.done() and task.exception():
            task.result()


async def _gives(kiosk: Stubborn, queues: list[str], given: Given, until: int) -> None:
    made = 0
    while given.orders < until:
        given.note(await kiosk.ask(c.IssueTicket(queue=queues[made % len(queues)])))
        made += 1


async def _serves(desk: Stubborn, number: int, given: Given, until: int) -> None:
    with suppress(HubRefused):
        given.note(await desk.ask(c.OpenCounter(number, f"a{number:03d}")))
    while given.orders < until:
        try:
            given.note(await desk.ask(c.CallNext(number)))
        except HubRefused:
            await asyncio.sleep(NOBODY_WAITS)
            continue
        given.note(await desk.ask(c.StartAttention(number)))
        given.note(await desk.ask(c.FinishAttention(number)))


ROWS = (Row("doubled", "100,000 orders from 60 clients, with kills", doubled, lambda bench: bench.of(KILLS, 1) + 1),)
