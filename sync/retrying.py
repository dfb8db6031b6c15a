"""Records that the office put aside are made anew from the log and sent again: once by each program, and once a day.

A program of a newer version may make them well, and an office of a newer version may judge them otherwise.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from shared.domain.events import DayClosed
from shared.lan.client import HubClient
from sync.exchange import Batch
from sync.office_link import OfficeAway, OfficeLink, OfficeStopped
from sync.progress import Progress
from sync.record import Records, recorded

log = logging.getLogger(__name__)

PAGE = 500  # events
LOOK = 60.0  # seconds between two looks whether something was put aside
AGAIN = 24 * 3600.0  # seconds until the same one is tried again
AT_ONCE = 100  # records of one look


class Retrying:
    def __init__(self, office: OfficeLink, progress: Progress, look: float = LOOK, again: float = AGAIN) -> None:
        self._office, self._progress, self._look, self._again = office, progress, look, again
        self._tried: dict[int, float] = {}

    async def run(self, hub: HubClient) -> None:
        """While the hub is there. Raises HubAway, HubRefused."""
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            due = [
                seq for seq in self._progress.put_aside_seqs if self._tried.get(seq, -self._again) + self._again <= now
            ]
            if due:
                try:
                    await self.retry(hub, due[:AT_ONCE])
                    self._tried.update(dict.fromkeys(due[:AT_ONCE], now))
                except (OfficeAway, OfficeStopped) as error:
                    log.debug("what was put aside was not sent again: %s", error)
            await asyncio.sleep(self._look)

    async def retry(self, hub: HubClient, seqs: Iterable[int]) -> None:
        """Send the records of these events again. Raises OfficeAway, OfficeStopped, HubAway, HubRefused."""
        centre, incarnation = hub.welcome.centre, hub.welcome.incarnation
        wanted = sorted(seqs)
        while wanted:
            batches = await self._of_a_day(hub, wanted)
            for batch in batches:
                await self._office.push(centre, incarnation, batch)
            wanted = [seq for seq in wanted if seq > max([wanted[0], *(batch.to for batch in batches)])]
        kept = await self._office.cursor(centre, incarnation)
        self._progress.heard(kept)
        log.info("what the office had put aside was sent again; it keeps %d records aside", len(kept.parked))

    async def _of_a_day(self, hub: HubClient, wanted: list[int]) -> list[Batch]:
        """The records of those of these events that lie in the day of the first one, each as a batch of its own."""
        records = Records(hub.welcome.centre, hub.welcome.incarnation, hub.welcome.ancestors or ())
        found: list[Batch] = []
        before, read = "", 0
        page = await hub.read_log(wanted[0], PAGE, whole_day=True)
        while page.entries:
            for entry in page.entries:
                event, chain = recorded(entry), entry.hash[:32]
                ended = records.take(event)
                if entry.seq in wanted and ended:
                    found.append(Batch(entry.seq - 1, entry.seq, tuple(ended), before, chain))
                before, read = chain, entry.seq
                if entry.seq >= wanted[-1] or (isinstance(event.event, DayClosed) and entry.seq >= wanted[0]):
                    return found
            page = await hub.read_log(read, PAGE)
        return found
