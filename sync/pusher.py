"""Carries what the hub's log says to the office, by the office's own cursor, for as long as it takes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from random import Random
from typing import TypeVar

from shared.lan.addresses import Places
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.lan.reconnect import pauses
from sync.exchange import Batch
from sync.feed import LogBehind, batches
from sync.office_link import OfficeAway, OfficeLink

log = logging.getLogger(__name__)

Pauses = Callable[[], Iterator[float]]
T = TypeVar("T")

OFFICE_FIRST, OFFICE_LONGEST = 1.0, 300.0  # seconds: a country of centres must not knock in step when a line is back


def hub_pauses() -> Iterator[float]:
    return pauses(Random())


def office_pauses() -> Iterator[float]:
    return pauses(Random(), OFFICE_FIRST, OFFICE_LONGEST)


class Pusher:
    """The office's cursor is the truth: nothing is remembered here, so nothing can be remembered wrongly."""

    def __init__(
        self,
        places: Places,
        office: OfficeLink,
        identity: Identity,
        hub_pauses: Pauses = hub_pauses,
        office_pauses: Pauses = office_pauses,
    ) -> None:
        self._places, self._office = places, office
        self._hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, identity.device)
        self._identity = identity
        self._hub_pauses, self._office_pauses = hub_pauses, office_pauses
        self._waits = hub_pauses()
        self._said = ""

    async def run(self) -> None:
        """Follow the hub and push, until cancelled."""
        while True:
            try:
                async with connected(self._places(), self._hello, self._identity) as hub:
                    await self._follow(hub)
            except (HubAway, HubRefused, LogBehind) as error:
                self._say(f"hub: {error}; will try again")
            await asyncio.sleep(next(self._waits))

    async def _follow(self, hub: HubClient) -> None:
        centre, incarnation = hub.welcome.centre, hub.welcome.incarnation
        cursor = await self._patiently(lambda: self._office.cursor(centre, incarnation))
        while True:
            log.info("centre %s: the office has everything up to event %d", centre, cursor)
            cursor = await self._push_from(hub, cursor)

    async def _push_from(self, hub: HubClient, cursor: int) -> int:
        """Push all that comes after the cursor. Returns only when the office's cursor is elsewhere than pushed to."""
        async with aclosing(batches(hub, cursor)) as feed:
            async for batch in feed:
                self._waits = self._hub_pauses()
                cursor = await self._push(hub, batch)
                if cursor != batch.to:
                    log.warning("the office resumes at event %d instead of %d", cursor, batch.to)
                    return cursor
        raise AssertionError("the feed of a hub has no end")

    async def _push(self, hub: HubClient, batch: Batch) -> int:
        # The same batch again, not a fresh question: if only the answer was lost, the office says so by its cursor.
        centre, incarnation = hub.welcome.centre, hub.welcome.incarnation
        cursor = await self._patiently(lambda: self._office.push(centre, incarnation, batch))
        log.info("%d records pushed, up to event %d", len(batch.records), cursor)
        return cursor

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        for wait in self._office_pauses():
            try:
                answer = await attempt()
            except OfficeAway as error:
                self._say(f"{error}; records wait at the hub")
                await asyncio.sleep(wait)
            else:
                self._said = ""
                return answer
        raise AssertionError("pauses have no end")

    def _say(self, trouble: str) -> None:
        """Once, not at every try: a line may be away for weeks."""
        if trouble != self._said:
            self._said = trouble
            log.warning(trouble)
