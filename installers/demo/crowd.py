"""An ordinary Monday at ten: people wait in every queue, most counters attend somebody."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from threading import Thread

from installers.demo.identities import of
from installers.demo.people import comes_in
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Counter, Role, Service
from shared.lan.client import HubClient, HubRefused, connect, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello

SEED = 20261123
PREFERENTIAL = 0.18  # of tickets, as in the sample centre
PEOPLE_PER_DEMAND = 1 / 30  # who is inside at a busy moment, of those who come in a day


@contextmanager
def inside(hub: str, catalogue: Catalogue, apart: Iterable[int], identities: Path) -> Iterator[None]:
    """People come and are attended at most counters, but not at those named `apart`.

    The screens of the counters stay on until the block ends.
    """
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="crowd", daemon=True)
    thread.start()
    try:
        came = asyncio.run_coroutine_threadsafe(_come(hub, catalogue, frozenset(apart), identities), loop)
        desks = came.result()
        yield
        asyncio.run_coroutine_threadsafe(_go(desks), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _come(hub: str, catalogue: Catalogue, apart: frozenset[int], identities: Path) -> list[HubClient]:
    chance = Random(SEED)
    crew = of(identities, "crew")
    async with connected([hub], Hello((PROTOCOL, PROTOCOL), crew.role, crew.device), crew) as door:
        await comes_in(door, next(one.id for one in catalogue.advisors if one.role is Role.ORIENTATOR))
        for service in arrivals(catalogue, chance):
            try:
                await door.ask(c.IssueTicket(service.code, preferential=chance.random() < PREFERENTIAL))
            except HubRefused:
                continue  # its entity does not attend now
    return [
        await attend(hub, counter, advisor, of(identities, f"counter-{counter.number}"))
        for counter, advisor in staff(catalogue, apart)
    ]


async def _go(desks: Iterable[HubClient]) -> None:
    for desk in desks:
        await desk.close()


def arrivals(catalogue: Catalogue, chance: Random) -> Iterator[Service]:
    coming = [
        service
        for queue in catalogue.queues
        for service in chance.choices(catalogue.services_of[queue.prefix], k=round(queue.demand * PEOPLE_PER_DEMAND))
    ]
    chance.shuffle(coming)
    return iter(coming)


def staff(catalogue: Catalogue, apart: frozenset[int]) -> Iterator[tuple[Counter, str]]:
    """Who attends where: one counter in six stays closed."""
    advisors = iter(advisor.id for advisor in catalogue.advisors if advisor.role is Role.ADVISOR)
    for counter, advisor in zip(catalogue.counters, advisors, strict=False):
        if counter.number not in apart and counter.number % 6:
            yield counter, advisor


async def attend(hub: str, counter: Counter, advisor: str, identity: Identity) -> HubClient:
    """Somebody sits down, calls and begins; the screen stays on."""
    number = counter.number
    desk = await connect([hub], Hello((PROTOCOL, PROTOCOL), identity.role, identity.device, number), identity)
    await comes_in(desk, advisor)
    await desk.ask(c.OpenCounter(number, advisor))
    with suppress(HubRefused):  # nobody waits here
        await desk.ask(c.CallNext(number))
        await desk.ask(c.StartAttention(number))
    return desk
