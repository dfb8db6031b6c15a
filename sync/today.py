"""What has ended today so far, in three numbers: they reach the office before the records of weeks ago do."""

from __future__ import annotations

import asyncio
from collections import Counter

from shared.domain.events import DayOpened
from shared.lan.client import HubClient
from sync.live import EndedToday
from sync.record import Ending, Records, recorded

PAGE = 500  # events


class Today:
    """Reads today's events once, and from then on what is new."""

    def __init__(self) -> None:
        self._store = ""
        self._read = 0
        self._ended: dict[tuple[int, int], Ending] = {}
        self._one = asyncio.Lock()

    async def look(self, hub: HubClient) -> EndedToday:
        """Of the day that was opened last. Raises HubAway, HubRefused."""
        async with self._one:
            await self._read_on(hub)
        counts = Counter(self._ended.values())
        served, absent = counts[Ending.SERVED], counts[Ending.ABSENT]
        return EndedToday(served, absent, counts.total() - served - absent)

    async def _read_on(self, hub: HubClient) -> None:
        begins = self._store != hub.welcome.incarnation
        if begins:
            self._store, self._read, self._ended = hub.welcome.incarnation, 0, {}
            self._records = Records(hub.welcome.centre, hub.welcome.incarnation, hub.welcome.ancestors or ())
        while self._read < hub.mirror.seq:
            page = await hub.read_log(hub.mirror.seq if begins else self._read, PAGE, whole_day=begins)
            begins = False
            for entry in page.entries:
                event = recorded(entry)
                if isinstance(event.event, DayOpened):
                    self._ended.clear()
                ended = self._records.take(event)
                self._ended.update(((record.ticket, record.stop), record.outcome) for record in ended)
                self._read = entry.seq
            if not page.entries:
                return
