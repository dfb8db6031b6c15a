"""Carries what the hub's log says to the office, by the office's own cursor, for as long as it takes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from random import Random
from typing import Any, TypeVar

from shared.lan.addresses import Places
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.lan.reconnect import pauses
from sync.exchange import Ancestor, Batch, Cursor, Lineage
from sync.live import Live
from sync.office_link import OfficeAway, OfficeLink, OfficeStopped
from sync.on_the_way import OnTheWay
from sync.outbox import ClosedDay, Differs, LogBehind, Outbox
from sync.pace import Pace
from sync.progress import Progress
from sync.tally import differences, tally

log = logging.getLogger(__name__)

Pauses = Callable[[], Iterator[float]]
T = TypeVar("T")
Beside = Callable[[HubClient], Awaitable[None]]
Standing = Callable[[HubClient], Coroutine[None, None, Live | None]]

OFFICE_FIRST, OFFICE_LONGEST = 1.0, 300.0  # seconds: a country of centres must not knock in step when a line is back
LOOK_AGAIN = 300.0  # seconds: an office that was restored has an earlier cursor, also when there is nothing to push


def hub_pauses() -> Iterator[float]:
    return pauses(Random())


def office_pauses() -> Iterator[float]:
    return pauses(Random(), OFFICE_FIRST, OFFICE_LONGEST)


async def _not_known(_hub: HubClient) -> None:
    """How a centre stands of which nobody tells."""


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
        standing: Standing = _not_known,
    ) -> None:
        """beside: what else is done with each line to the hub for as long as it lasts. standing: how the centre
        stands, which is told before any record when the office is there, or there again.
        """
        self._progress, self._beside, self._standing = progress or Progress(), beside, standing
        self._saying: asyncio.Task[None] | None = None
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
        try:
            while True:
                known = self._progress.known_of(hub.welcome.incarnation)
                if known or not hub.welcome.ancestors:
                    self._follow_outbox(Outbox(hub, *((known.cursor, known.chain) if known else (0, ""))))
                else:
                    self._outbox = None
                kept = await self._where_it_stands(hub)
                log.info("centre %s: the office has everything up to event %d", hub.welcome.centre, kept.cursor)
                outbox = self._outbox
                if outbox is None or not outbox.goes_on_from(kept.cursor, kept.chain):
                    outbox = Outbox(hub, kept.cursor, kept.chain)
                    self._follow_outbox(outbox)
                await self._push_from(hub, outbox)
        finally:
            await _ended(self._saying)

    def _follow_outbox(self, outbox: Outbox) -> None:
        """What waits is told by this one, also while the office is away."""
        self._outbox = outbox
        self._progress.follows(outbox)

    async def _where_it_stands(self, hub: HubClient) -> Cursor:
        """Ask the office. Meanwhile the first records are read, and how the centre stands is counted and sent off.

        That goes before any record, since it matters before what was weeks ago; but none waits for the answer to it.
        """
        await _ended(self._saying)
        self._saying = None
        reading = asyncio.create_task(self._read_ahead(hub))
        try:
            kept = await self._cursor(hub)
            await reading
        finally:
            await _ended(reading)
        if self._saying is None:
            await self._say_it(hub)
        return kept

    async def _read_ahead(self, hub: HubClient) -> None:
        if self._outbox is not None:
            with suppress(LogBehind, Differs):  # by what was known before: the office has the word
                await self._outbox.fill(self._pace.size)
        await self._say_it(hub)

    async def _say_it(self, hub: HubClient) -> None:
        if now := await self._standing(hub):
            self._saying = asyncio.create_task(self._said_it(hub, now))

    async def _said_it(self, hub: HubClient, now: Live) -> None:
        try:
            await self._office.say(hub.welcome.centre, hub.welcome.incarnation, now)
        except (OfficeAway, OfficeStopped):
            self._saying = None  # once more when the office is there
        else:
            self._progress.heard()

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
        on_the_way = OnTheWay(lambda batch: self._push(hub, batch))
        troubles = self._office_pauses()
        try:
            while True:
                await self._send(outbox, on_the_way)
                for closed in outbox.closed():
                    await self._prove(hub, closed)
                if len(on_the_way):
                    trouble, is_back = self._take(outbox, on_the_way, await on_the_way.some())
                    if trouble is None:
                        self._waits, troubles = self._hub_pauses(), self._office_pauses()
                        if not is_back:
                            continue
                    trouble = self._take(outbox, on_the_way, await on_the_way.all())[0] or trouble
                    if trouble:
                        (self._pace.busy if trouble.wait else self._pace.failed)()
                        await self._wait_out(trouble, next(troubles))
                elif await self._news(outbox):
                    continue
                else:
                    log.debug("nothing new for a while: where does the office stand?")
                kept = await self._where_it_stands(hub)
                if kept.cursor < outbox.cursor:
                    log.warning("the office resumes at event %d instead of %d", kept.cursor, outbox.cursor)
                    return
                outbox.acknowledged(kept.cursor)
                outbox.again()
        finally:
            await on_the_way.end()

    async def _send(self, outbox: Outbox, on_the_way: OnTheWay) -> None:
        """As many pieces as the line takes; the first need not wait until the log was read for the others."""
        while len(on_the_way) < self._pace.lanes:
            await outbox.fill(self._pace.size)
            if batch := outbox.next(self._pace.size):
                on_the_way.send(batch, outbox.cursor)
            elif not (self._pace.is_slow and on_the_way.send_again(outbox.cursor)):
                return

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

    def _take(
        self, outbox: Outbox, on_the_way: OnTheWay, answers: Sequence[asyncio.Future[Cursor]]
    ) -> tuple[OfficeAway | None, bool]:
        """What came of pieces: the trouble when the office was away for one, and whether it went back.

        Raises OfficeStopped.
        """
        trouble, is_back = None, False
        for answer in answers:
            try:
                kept, went_back = on_the_way.take(answer)
            except OfficeAway as error:
                trouble = error
            else:
                outbox.acknowledged(kept.cursor)
                is_back |= went_back
        if trouble is None and answers:
            self._said.clear()
        return trouble, is_back

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


async def _ended(task: asyncio.Task[Any] | None) -> None:
    if task:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _unharmed(beside: Beside, hub: HubClient) -> None:
    try:
        await beside(hub)
    except HubAway:
        pass  # the line to the hub has ended, as whoever follows it sees too
    except Exception:  # a fault of ours: records are carried all the same
        log.exception("something beside the records met a fault")
