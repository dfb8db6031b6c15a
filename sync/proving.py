"""Days that came to the office by another way, or while sync did not look: proved too that both ends have the same.

A day that is pushed is proved by whoever pushes it. One that came on a stick, or whose proof was cut off, is read from
the log once more and compared here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import date

from shared.domain.events import DayClosed, DayOpened
from shared.lan.client import HubClient
from shared.lan.views import HallView
from sync.office_link import OfficeAway, OfficeLink, OfficeStopped
from sync.outbox import ClosedDay
from sync.progress import Progress
from sync.record import AttentionRecord, Records, recorded
from sync.tally import differences, tally

log = logging.getLogger(__name__)

PAGE = 500  # events
LOOK = 10.0  # seconds between two looks whether there is a day to prove


class Proving:
    def __init__(self, office: OfficeLink, progress: Progress, look: float = LOOK) -> None:
        self._office, self._progress, self._look = office, progress, look
        self._looked: tuple[object, ...] = ()

    async def run(self, hub: HubClient) -> None:
        """While the hub is there. Raises HubAway, HubRefused."""
        while True:
            if self._is_due(hub):
                try:
                    await self.prove(hub)
                except (OfficeAway, OfficeStopped) as error:
                    log.debug("what the office has could not be compared: %s", error)
            await asyncio.sleep(self._look)

    def _is_due(self, hub: HubClient) -> bool:
        """Once for each service day while it is open, and once for each place of the cursor while none is."""
        kept = self._progress.known_of(hub.welcome.incarnation)
        hall = hub.mirror.get("hall", HallView)
        if kept is None or hall is None or kept.cursor <= self._progress.proved_seq:
            return False
        looked: tuple[object, ...] = (hall.day,) if hall.open else (hall.day, kept.cursor)
        if looked == self._looked:
            return False
        self._looked = looked
        return True

    async def prove(self, hub: HubClient) -> None:
        """Compare the days of which the office has everything and that were not proved. Raises as `run`, OfficeAway."""
        centre, incarnation = hub.welcome.centre, hub.welcome.incarnation
        kept = await self._office.cursor(centre, incarnation)
        async for closed in closed_days(hub, self._progress.proved_seq, kept.cursor):
            there = await self._office.tally(centre, incarnation, closed.day)
            now = await self._office.cursor(centre, incarnation)
            aside = {(parked.ticket, parked.stop) for parked in now.parked}
            here = tally(record for record in closed.records if (record.ticket, record.stop) not in aside)
            wrong = differences(here, there.entities)
            if wrong and now.cursor != kept.cursor:
                self._looked = ()  # something came in between: it is compared again
                return
            self._progress.proved(closed.day, closed.seq, same=not wrong)
            if wrong:
                log.error("day %s: the office has not the same records: %s", closed.day, "; ".join(wrong))
            else:
                log.info(
                    "day %s, which came before: both ends have the same %d records", closed.day, len(closed.records)
                )


async def closed_days(hub: HubClient, after: int, until: int) -> AsyncIterator[ClosedDay]:
    """The days that closed after event `after`, each with its records by the events up to `until`. Raises HubAway."""
    records = Records(hub.welcome.centre, hub.welcome.incarnation, hub.welcome.ancestors or ())
    of_day: dict[tuple[int, int], AttentionRecord] = {}
    closed: tuple[date, int] | None = None
    read = after
    page = await hub.read_log(after, PAGE, whole_day=True)
    while page.entries and read < until:
        for entry in page.entries:
            if entry.seq > until:
                break
            event = recorded(entry)
            ended = records.take(event)
            if isinstance(event.event, DayOpened):
                if closed and closed[1] > after:
                    yield ClosedDay(closed[1], closed[0], tuple(of_day.values()))
                of_day, closed = {}, None
            of_day.update(((record.ticket, record.stop), record) for record in ended)
            if isinstance(event.event, DayClosed):
                closed = event.event.day, entry.seq
            elif closed and ended:
                closed = closed[0], entry.seq
            read = entry.seq
        page = await hub.read_log(read, PAGE)
    if closed and closed[1] > after:
        yield ClosedDay(closed[1], closed[0], tuple(of_day.values()))
