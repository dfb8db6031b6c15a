"""What the hub's log holds after the office's cursor, as records waiting to be pushed."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple

from shared.domain.events import DayClosed, DayOpened, Recorded
from shared.lan.client import HubClient
from sync.exchange import Batch
from sync.record import AttentionRecord, Records, recorded

PAGE = 500  # events
MOST_WAITING = 5_000  # records held at once; the rest waits in the log
EVENTS_A_BATCH = 2_000  # also without any record, so that the cursor moves on


class LogBehind(Exception):
    """The office has more of this store than the hub itself: the store went back in time."""


class Differs(Exception):
    """The event at the office's cursor is another one than in this log; one sentence."""


class _Entry(NamedTuple):
    seq: int
    chain: str
    records: tuple[AttentionRecord, ...]
    closes: bool = False


class ClosedDay(NamedTuple):
    """A service day that closed, and what the office should have of it after event `seq`: its close or a correction."""

    seq: int
    day: date
    records: tuple[AttentionRecord, ...]


class Outbox:
    """Events from the cursor on, each with the records that it ended. Given out in batches until acknowledged.

    What was given out and did not arrive is given out again, in pieces of whatever size fits then.
    """

    def __init__(self, hub: HubClient, cursor: int, chain: str) -> None:
        self._hub, self._chain = hub, chain
        self._records = Records(hub.welcome.centre, hub.welcome.incarnation, hub.welcome.ancestors or ())
        self._entries: deque[_Entry] = deque()
        self._given = 0  # of `_entries`, from the left
        self._waiting = self._not_given = 0  # records in `_entries`; of those, the ones that are not on their way
        self._last = self.cursor = cursor
        self._read = 0  # of the log; the first page begins with the day of the cursor
        self._begun = False
        self._of_day: dict[tuple[int, int], AttentionRecord] = {}
        self._day: date | None = None  # that closed, until the next one opens
        self._closed: list[ClosedDay] = []
        self._one = asyncio.Lock()

    def goes_on_from(self, cursor: int, chain: str) -> bool:
        """Whether this is where the office stands, so that what was read already can be given out."""
        return (self.cursor, self._chain) == (cursor, chain)

    async def fill(self, wanted: int = MOST_WAITING) -> None:
        """Read on until so many records can be given out, as far as there are, and room for them.

        The first piece of a long log need not wait for the rest. Raises HubAway, HubRefused, LogBehind, Differs.
        """
        async with self._one:
            await self._read_on(wanted)

    async def _read_on(self, wanted: int) -> None:
        while (
            self._not_given < wanted and self._waiting < MOST_WAITING and not (self._begun and self._read >= self._last)
        ):
            after = self._read if self._begun else self.cursor
            page = await self._hub.read_log(after, PAGE, whole_day=not self._begun)
            self._last = page.last
            if page.last < self.cursor:
                raise LogBehind(
                    f"the office has events up to {self.cursor} of this store, the hub only up to {page.last}"
                )
            self._begun = True
            for entry in page.entries:
                event, chain = recorded(entry), entry.hash[:32]
                ended = self._records.take(event)
                self._note(event, ended)
                if entry.seq == self.cursor and self._chain and chain and chain != self._chain:
                    raise Differs(f"event {entry.seq} is another one here than the office knows")
                if entry.seq > self.cursor:
                    self._entries.append(_Entry(entry.seq, chain, tuple(ended), isinstance(event.event, DayClosed)))
                    self._waiting += len(ended)
                    self._not_given += len(ended)
                self._read = max(self._read, entry.seq)
            if not page.entries:
                return

    def _note(self, entry: Recorded, ended: list[AttentionRecord]) -> None:
        if isinstance(entry.event, DayOpened):
            self._of_day.clear()
            self._day = None
        self._of_day.update(((record.ticket, record.stop), record) for record in ended)
        if isinstance(entry.event, DayClosed):
            self._day = entry.event.day
        elif not ended:
            return
        if self._day and entry.seq >= self.cursor:
            others = [closed for closed in self._closed if closed.day != self._day]
            self._closed = [*others, ClosedDay(entry.seq, self._day, tuple(self._of_day.values()))]

    def closed(self) -> list[ClosedDay]:
        """The days of which the office has everything since this was asked last."""
        done = [day for day in self._closed if day.seq <= self.cursor]
        self._closed = [day for day in self._closed if day.seq > self.cursor]
        return done

    async def news(self) -> None:
        """Wait until the hub has more than was read. Raises HubAway."""
        await self._hub.beyond(self._read)
        self._last = max(self._last, self._hub.mirror.seq)

    async def follow(self) -> None:
        """Read on while nothing can be given out, so that it is known what waits. Ends with HubAway or HubRefused."""
        with suppress(LogBehind, Differs):  # by what was known before: the office has the word
            while self._waiting < MOST_WAITING:
                await self.fill()
                await self.news()
        await self._hub.ended()

    @property
    def waiting(self) -> int:
        """Records that were not acknowledged, as far as they were read."""
        return self._waiting

    @property
    def is_behind(self) -> bool:
        """Whether the log has more that was not read yet."""
        return not self._begun or self._read < max(self._last, self._hub.mirror.seq)

    @property
    def oldest(self) -> datetime | None:
        """When the first stop ended whose record waits; None while none is known to."""
        return next((entry.records[0].ended_at for entry in self._entries if entry.records), None)

    @property
    def behind(self) -> int:
        """Events of the log that were not acknowledged."""
        return max(self._last, self._hub.mirror.seq) - self.cursor

    def next(self, size: int) -> Batch | None:
        """The next batch of about `size` records; the stops that end with one event stay together.

        None when there is nothing to give: events that ended no stop wait for one that does, for many more, or for the
        closing of the day, with which a batch always ends.
        """
        records: list[AttentionRecord] = []
        entries = list(self._entries)[self._given : self._given + EVENTS_A_BATCH]
        taken = 0
        for entry in entries:
            taken += 1
            records += entry.records
            if len(records) >= size or entry.closes:
                break
        if not records and taken < EVENTS_A_BATCH and not (entries and entries[taken - 1].closes):
            return None
        before = self._entries[self._given - 1] if self._given else _Entry(self.cursor, self._chain, ())
        last = entries[taken - 1]
        self._given += taken
        self._not_given -= len(records)
        return Batch(before.seq, last.seq, tuple(records), before.chain, last.chain)

    def acknowledged(self, cursor: int) -> None:
        """The office has everything up to `cursor`."""
        while self._entries and self._entries[0].seq <= cursor:
            entry = self._entries.popleft()
            if self._given:
                self._given -= 1
            else:
                self._not_given -= len(entry.records)
            self._waiting -= len(entry.records)
            self.cursor, self._chain = entry.seq, entry.chain

    def again(self) -> None:
        """Nothing is on its way any more: give out again all that was not acknowledged."""
        self._given, self._not_given = 0, self._waiting
