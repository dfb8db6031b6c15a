"""What keeps the store safe while the hub runs: the shipped log, copies, room on the disk, the chain looked over."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.lan import views as v
from shared.store.copier import Copier
from shared.store.database import Store, StoreDamaged, StoreError
from shared.store.event_log import EventLog, Identity
from shared.store.repairing import Suspicion
from shared.store.restoring import Restored
from shared.store.room import MEGABYTE, Room
from shared.store.shipper import Shipper
from shared.store.writer import Writer

log = logging.getLogger(__name__)

NIGHTLY = 20 * 3600.0  # seconds after the newest copy, with the day closed
LINKS = 64  # of the chain, looked over at a time: half a millisecond in which an order may have to wait
REST = 9.0  # times as long as a look took, until the next, while a day is open: a tenth of a core, and the disk is left
LEAST_REST = 0.005  # seconds


@dataclass(frozen=True)
class Safety:
    """What the centre file says of copies, and whether this store was repaired at its start."""

    place: Path | None = None
    kept: int = 14
    low: int = 500 * MEGABYTE
    repaired: Restored | None = None

    @classmethod
    def of(cls, catalogue: Catalogue, repaired: Restored | None = None) -> Safety:
        copies = catalogue.copies
        return cls(second_place(catalogue), copies.keep, copies.low_space_mb * MEGABYTE, repaired)


def second_place(catalogue: Catalogue) -> Path | None:
    """A folder of this centre's own in the place that the centre file names, or None."""
    return Path(catalogue.copies.place) / catalogue.id if catalogue.copies.place else None


class Keeper:
    """`room.is_full`: no new tickets. `look` is to be called every second or so, in the loop's thread."""

    def __init__(
        self, store: Store, identity: Identity, writer: Writer, safety: Safety, failed: Callable[[Exception], None]
    ) -> None:
        self.room = Room(store.path, safety.low)
        self._store = store
        self._writer = writer
        self._failed = failed
        self._repaired = safety.repaired
        self._shipper = Shipper(store.path, identity, writer, safety.place)
        self._copier = Copier(store.path, writer, safety.place, safety.kept, self._shipper.copied)
        self._is_quiet = False  # no day is open: nobody waits
        self._looking_over: asyncio.Task[None] | None = None
        self._asked = time.time()

    def start(self) -> None:
        self._shipper.start()
        self._copier.start()
        self.look_over()

    def look_over(self) -> None:
        """Begin to look over the whole chain."""
        self._looking_over = asyncio.get_running_loop().create_task(self._look_over())

    def stop_looking(self) -> None:
        if self._looking_over:
            self._looking_over.cancel()

    def ship_the_rest(self) -> None:
        """While the writer still works."""
        self.stop_looking()
        self._shipper.stop()

    def stop(self) -> None:
        """When the writer has ended."""
        self._copier.stop()

    def committed(self) -> None:
        self._shipper.news()

    def copy(self, day: date) -> None:
        self._asked = time.time()
        self._copier.make(day)

    def make_up_for(self, day: date, last: int) -> None:
        """At a start with a closed day: the copy of its closing, where there is none with its last event."""
        self._copier.make_up(day, last)

    def look(self, closed_day: date | None) -> None:
        """`closed_day`: today, where no service day is open, for the copy of the night."""
        try:
            self._store.must_be_there()
        except StoreError as error:
            self._failed(error)
        self.room.look()
        self._is_quiet = closed_day is not None
        if closed_day and time.time() - max(self._copier.newest(), self._asked) > NIGHTLY:
            self.copy(closed_day)

    def views(self) -> dict[str, v.View]:
        """What somebody should see to, by key."""
        found = list[v.AlertView]()
        if self.room.is_full:
            found.append(v.AlertView("disk_full", self.room.free // MEGABYTE))
        elif self.room.is_low:
            found.append(v.AlertView("disk_low", self.room.free // MEGABYTE // 50 * 50))
        if self._copier.problem:
            found.append(v.AlertView("copy_failed"))
        if self._shipper.problem:
            found.append(v.AlertView("log_behind"))
        if self._repaired:
            found.append(v.AlertView("store_repaired", self._repaired.lost))
        return {f"alert/{alert.kind}": alert for alert in found}

    async def _look_over(self) -> None:
        """Every link of the chain once, a few at a time, so that nobody waits for it.

        It is the live file that must be looked at, and only the writer's connection may: a copy is another file.
        """
        at, clock = 0, asyncio.get_running_loop().time
        with suppress(CancelledError, asyncio.CancelledError):
            while True:
                after, began = at, clock()

                def few(event_log: EventLog, after: int = after) -> tuple[int, int]:
                    return event_log.broken_link(after, LINKS), event_log.last_seq

                broken, last = await asyncio.wrap_future(self._writer.call(few))
                if broken:
                    self._damaged(broken)
                    return
                at += LINKS
                if at >= last:
                    log.info("the chain of all %d events is whole", last)
                    return
                await asyncio.sleep(0 if self._is_quiet else max(LEAST_REST, REST * (clock() - began)))

    def _damaged(self, broken: int) -> None:
        why = f"the store {self._store.path} is damaged: event {broken} is not as it was written"
        Suspicion(self._store.path).raise_(why)
        self._failed(StoreDamaged(f"{why}; it is repaired at the next start"))
