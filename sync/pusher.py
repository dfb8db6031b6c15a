"""Carries what the hub's log says to the office, by the office's own cursor, for as long as it takes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from random import Random
from typing import TypeVar

from shared.lan.addresses import Places
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.lan.reconnect import pauses
from sync.exchange import Ancestor, Batch, Cursor, Lineage
from sync.office_link import OfficeAway, OfficeLink, OfficeStopped
from sync.outbox import ClosedDay, Differs, LogBehind, Outbox
from sync.pace import Pace
from sync.progress import Progress
from sync.tally import differences, tally

log = logging.getLogger(__name__)

Pauses = Callable[[], Iterator[float]]
T = TypeVar("T")
Beside = Callable[[HubClient], Awaitable[None]]

OFFICE_FIRST, OFFICE_LONGEST = 1.0, 300.0  # seconds: a country of centres must not knock in step when a line is back
LOOK_AGAIN = 300.0  # seconds: an office that was restored has an earlier cursor, also when there is nothing to push


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
        look_again: float = LOOK_AGAIN,
        progress: Progress | None = None,
        beside: Sequence[Beside] = (),
        first: Beside | None = None,
    ) -> None:
        """beside: what else is done with each line to the hub for as long as it lasts. first: what is told before any
        record when the office is there, or there again.
        """
        self._progress, self._beside, self._first = progress or Progress(), beside, first
        self._places, self._office = places, office
        self._hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, identity.device)
        self._identity = identity
        self._hub_pauses, self._office_pauses, self._look_again = hub_pauses, office_pauses, look_again
        self._waits = hub_pauses()
        self._pace = Pace()
        self._said: dict[str, str] = {}
        self._outbox: Outbox | None = None

    async def run(self) -> None:
        """Follow the hub and push, until cancelled."""
        while True:
            try:
                async with connected(self._places(), self._hello, self._identity) as hub, self._all_beside(hub):
                    await self._follow(hub)
            except (HubAway, HubRefused, LogBehind) as error:
                self._say("hub", f"hub: {error}; will try again")
            except (OfficeStopped, Differs) as error:
                self._progress.stopped(str(error))
                self._say("log", f"{error}; nothing is pushed until a person has looked at it", logging.ERROR)
            await asyncio.sleep(next(self._waits))

    @asynccontextmanager
    async def _all_beside(self, hub: HubClient) -> AsyncIterator[None]:
        """What of it fails is told; records go on without it."""
        tasks = [asyncio.create_task(_unharmed(each, hub)) for each in self._beside]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _follow(self, hub: HubClient) -> None:
        while True:
            known = self._progress.known_of(hub.welcome.incarnation)
            if known or not hub.welcome.ancestors:
                self._follow_outbox(Outbox(hub, *((known.cursor, known.chain) if known else (0, ""))))
            kept = await self._cursor(hub)
            log.info("centre %s: the office has everything up to event %d", hub.welcome.centre, kept.cursor)
            outbox = Outbox(hub, kept.cursor, kept.chain)
            self._follow_outbox(outbox)
            await self._tell_first(hub)
            await self._push_from(hub, outbox)

    def _follow_outbox(self, outbox: Outbox) -> None:
        """What waits is told by this one, also while the office is away."""
        self._outbox = outbox
        self._progress.follows(outbox)

    async def _tell_first(self, hub: HubClient) -> None:
        """How things stand now matters before what was weeks ago; records do not wait for it a second time."""
        if self._first:
            with suppress(OfficeAway):
                await self._first(hub)

    async def _cursor(self, hub: HubClient) -> Cursor:
        """Where the office stands. To one that never heard of a restored store it is told what that one continues."""
        centre, incarnation = hub.welcome.centre, hub.welcome.incarnation
        kept = await self._patiently(lambda: self._office.cursor(centre, incarnation))
        self._progress.heard(kept)
        before = hub.welcome.ancestors or ()
        if kept.cursor or not before:
            return kept
        lineage = Lineage(tuple(Ancestor(each.incarnation, each.seq, each.hash[:32]) for each in before))
        return await self._patiently(lambda: self._office.continues(centre, incarnation, lineage))

    async def _push_from(self, hub: HubClient, outbox: Outbox) -> None:
        """Push all that comes after the cursor. Returns only when the office's cursor is before what is held here."""
        on_their_way: set[asyncio.Task[Cursor]] = set()
        known: dict[asyncio.Task[Cursor], int] = {}  # the cursor when each of them went
        troubles = self._office_pauses()
        try:
            while True:
                await outbox.fill(self._pace.size * self._pace.lanes)
                for closed in outbox.closed():
                    await self._prove(hub, closed)
                while len(on_their_way) < self._pace.lanes and (batch := outbox.next(self._pace.size)):
                    task = asyncio.create_task(self._push(hub, batch))
                    known[task] = outbox.cursor
                    on_their_way.add(task)
                if on_their_way:
                    done, on_their_way = await asyncio.wait(on_their_way, return_when=asyncio.FIRST_COMPLETED)
                    trouble = self._take(outbox, done)
                    if trouble is None:
                        self._waits, troubles = self._hub_pauses(), self._office_pauses()
                        # Answers may overtake each other: only one that is before what was known when it was asked
                        # says that the office went back.
                        if all(task.result().cursor >= known.pop(task) for task in done):
                            continue
                    rest, on_their_way = await asyncio.wait(on_their_way) if on_their_way else (set(), set())
                    trouble = self._take(outbox, rest) or trouble
                    if trouble:
                        (self._pace.busy if trouble.wait else self._pace.failed)()
                        await self._wait_out(trouble, next(troubles))
                elif not await self._news(outbox):
                    log.debug("nothing new for a while: where does the office stand?")
                else:
                    continue
                kept = await self._cursor(hub)
                await self._tell_first(hub)
                if kept.cursor < outbox.cursor:
                    log.warning("the office resumes at event %d instead of %d", kept.cursor, outbox.cursor)
                    return
                known.clear()
                outbox.acknowledged(kept.cursor)
                outbox.again()
        finally:
            for task in on_their_way:
                task.cancel()
            await asyncio.gather(*on_their_way, return_exceptions=True)

    async def _push(self, hub: HubClient, batch: Batch) -> Cursor:
        begun = asyncio.get_running_loop().time()
        kept = await self._office.push(hub.welcome.centre, hub.welcome.incarnation, batch)
        ended = asyncio.get_running_loop().time()
        self._pace.worked(ended - begun)
        self._progress.heard()
        self._progress.pushed(begun, ended, self._office.sent)
        self._progress.put_aside(kept.parked)
        self._progress.has(kept)
        log.info("%d records pushed, the office has everything up to event %d", len(batch.records), kept.cursor)
        for parked in kept.parked:
            log.warning("the office put aside the record of event %d: %s", parked.seq, parked.reason)
        return kept

    async def _prove(self, hub: HubClient, closed: ClosedDay) -> None:
        """Of a day that is whole at the office: whether both ends have the same, entity by entity."""
        centre, incarnation, day = hub.welcome.centre, hub.welcome.incarnation, closed.day
        there = await self._patiently(lambda: self._office.tally(centre, incarnation, day))
        kept = await self._cursor(hub)
        aside = {(parked.ticket, parked.stop) for parked in kept.parked}
        here = tally(record for record in closed.records if (record.ticket, record.stop) not in aside)
        wrong = differences(here, there.entities)
        self._progress.proved(day, closed.seq, same=not wrong)
        if wrong:
            log.error("day %s: the office has not the same records: %s", day, "; ".join(wrong))
        else:
            log.info("day %s: both ends have the same %d records", day, sum(each.records for each in here.values()))

    def _take(self, outbox: Outbox, done: set[asyncio.Task[Cursor]]) -> OfficeAway | None:
        """What came of batches. Returns the trouble, when the office was away for one. Raises OfficeStopped."""
        trouble: OfficeAway | None = None
        for task in done:
            try:
                outbox.acknowledged(task.result().cursor)
            except OfficeAway as error:
                trouble = error
        if trouble is None and done:
            self._said.clear()
        return trouble

    async def _news(self, outbox: Outbox) -> bool:
        """Whether the hub has more, before it is time to look again where the office stands."""
        try:
            async with asyncio.timeout(self._look_again):
                await outbox.news()
        except TimeoutError:
            return False
        return True

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        for wait in self._office_pauses():
            try:
                answer = await attempt()
            except OfficeAway as error:
                await self._wait_out(error, wait)
            else:
                self._said.pop("office", None)
                return answer
        raise AssertionError("pauses have no end")

    async def _wait_out(self, trouble: OfficeAway, wait: float) -> None:
        self._progress.away(str(trouble))
        self._say("office", f"{trouble}; records wait at the hub")
        if self._outbox is None:
            await asyncio.sleep(max(wait, trouble.wait))
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(max(wait, trouble.wait)):
                await self._outbox.follow()

    def _say(self, whose: str, trouble: str, level: int = logging.WARNING) -> None:
        """Once, not at every try: a line may be away for weeks."""
        if trouble != self._said.get(whose):
            self._said[whose] = trouble
            log.log(level, trouble)


async def _unharmed(beside: Beside, hub: HubClient) -> None:
    try:
        await beside(hub)
    except HubAway:
        pass  # the line to the hub has ended, as whoever follows it sees too
    except Exception:  # a fault of ours: records are carried all the same
        log.exception("something beside the records met a fault")
