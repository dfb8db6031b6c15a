"""Simulated advisors at the counters that nobody attends by hand: they call, attend and finish at a plausible pace."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

from installers.demo.morning import ADVISORS
from installers.demo.people import comes_in
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Role
from shared.lan.client import HubAway, HubClient, HubRefused, connect
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.views import CatalogueView, CounterView, HallView, WaitingView

log = logging.getLogger(__name__)

WALK = (4.0, 12.0)  # seconds from the call until the citizen sits down
REST = (2.0, 20.0)  # seconds between two citizens
HURRIED = 0.25  # of the mean service time: a visitor does not wait ten minutes to see a call


Known = Callable[[str], Identity]
"""The identity of a device, by its name."""


def main(hub: str, identities: Path) -> int:
    """Attend until told to end, as the devices of the demonstration."""
    signal.signal(signal.SIGTERM, lambda _number, _frame: signal.raise_signal(signal.SIGINT))
    try:
        asyncio.run(crew(hub, lambda device: Identity.load(identities / device)))
    except KeyboardInterrupt:
        log.info("the crew has gone home")
    return 0


async def crew(hub: str, identity: Known) -> None:
    catalogue = await read_catalogue(hub, identity("crew"))
    free = [advisor.id for advisor in catalogue.advisors if advisor.role is Role.ADVISOR]
    taken = set(ADVISORS.values())
    counters = [counter.number for counter in catalogue.counters if counter.number not in ADVISORS]
    people = [advisor for advisor in free if advisor not in taken]
    async with asyncio.TaskGroup() as group:
        for number, advisor in zip(counters, people, strict=False):
            group.create_task(attend(hub, number, advisor, identity(f"counter-{number}")))


async def read_catalogue(hub: str, identity: Identity) -> Catalogue:
    while True:
        try:
            client = await connect([hub], Hello((PROTOCOL, PROTOCOL), identity.role, identity.device), identity)
        except HubAway:
            await asyncio.sleep(0.5)
            continue
        view = client.mirror.get("catalogue", CatalogueView)
        await client.close()
        assert view
        return view.catalogue


async def attend(hub: str, number: int, advisor: str, identity: Identity) -> None:
    """One advisor's day; a break of the line only interrupts it."""
    chance = Random(number)
    while True:
        try:
            client = await connect([hub], Hello((PROTOCOL, PROTOCOL), identity.role, identity.device, number), identity)
            try:
                await comes_in(client, advisor)
                await work(client, number, advisor, chance)
            finally:
                await client.close()
        except (HubAway, HubRefused) as error:
            log.debug("counter %d: %s", number, error)
            await asyncio.sleep(chance.uniform(0.5, 2.0))


async def work(client: HubClient, number: int, advisor: str, chance: Random) -> None:
    await client.until(lambda mirror: (hall := mirror.get("hall", HallView)) is not None and hall.open)
    await client.ask(c.OpenCounter(number, advisor))
    while True:
        counter = client.mirror.get("counter", CounterView)
        if counter is None or counter.attention is None:
            await client.until(lambda mirror: any(mirror.all(WaitingView)))
            await asyncio.sleep(chance.uniform(*REST))
            if not await called(client, number):
                continue
        await asyncio.sleep(chance.uniform(*WALK))
        await client.ask(c.StartAttention(number))
        await asyncio.sleep(minutes(client, number) * 60 * HURRIED * chance.uniform(0.6, 1.4))
        await client.ask(c.FinishAttention(number))


async def called(client: HubClient, number: int) -> bool:
    """Whether somebody was still there when this counter called."""
    try:
        await client.ask(c.CallNext(number))
    except HubRefused:
        return False
    return True


def minutes(client: HubClient, number: int) -> float:
    view = client.mirror.get("catalogue", CatalogueView)
    assert view
    catalogue = view.catalogue
    return catalogue.queue[catalogue.counter[number].queues[0]].mean_minutes
