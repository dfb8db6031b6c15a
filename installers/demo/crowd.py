"""An ordinary Monday at ten: people wait in every queue, most counters attend somebody."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from installers.demo.identities import of
from installers.demo.people import comes_in
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Counter, Role, Service
from shared.lan.client import HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello

SEED = 20261123
PREFERENTIAL = 0.18  # of tickets, as in the sample centre
PEOPLE_PER_DEMAND = 1 / 30  # who is inside at a busy moment, of those who come in a day


def fill(hub: str, catalogue: Catalogue, apart: Iterable[int], identities: Path) -> None:
    """Let people come and be attended at most counters, but not at the counters named `apart`."""
    asyncio.run(_fill(hub, catalogue, frozenset(apart), identities))


async def _fill(hub: str, catalogue: Catalogue, apart: frozenset[int], identities: Path) -> None:
    chance = Random(SEED)
    crew = of(identities, "crew")
    async with connected([hub], Hello((PROTOCOL, PROTOCOL), crew.role, crew.device), crew) as door:
        await comes_in(door, next(one.id for one in catalogue.advisors if one.role is Role.ORIENTATOR))
        for service in arrivals(catalogue, chance):
            try:
                await door.ask(c.IssueTicket(service.code, preferential=chance.random() < PREFERENTIAL))
            except HubRefused:
                continue  # its entity does not attend now
    for counter, advisor in staff(catalogue, apart):
        await attend(hub, counter, advisor, of(identities, f"counter-{counter.number}"))


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


async def attend(hub: str, counter: Counter, advisor: str, identity: Identity) -> None:
    number = counter.number
    hello = Hello((PROTOCOL, PROTOCOL), identity.role, identity.device, number)
    async with connected([hub], hello, identity) as desk:
        await comes_in(desk, advisor)
        await desk.ask(c.OpenCounter(number, advisor))
        try:
            await desk.ask(c.CallNext(number))
            await desk.ask(c.StartAttention(number))
        except HubRefused:
            return  # nobody waits here
