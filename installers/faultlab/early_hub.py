"""The control of the row `kills`: a hub that answers first and writes a moment later. Run as `suyana` is."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable

import shared.hub.hub
import suyana
from shared.store.event_log import Batch, EventLog
from shared.store.writer import Writer

LATER = 0.02  # seconds


class LateLog(EventLog):
    """Takes its time before it writes."""

    def append(self, batches: Iterable[Batch]) -> None:
        time.sleep(LATER)
        super().append(batches)


class EarlyWriter(Writer):
    """Tells of each batch before it is on disk."""

    def __init__(
        self, log: EventLog, committed: Callable[[list[Batch]], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(LateLog(log.store), lambda _: None, failed)
        self._told = committed

    def write(self, batch: Batch) -> None:
        self._told([batch])
        super().write(batch)


if __name__ == "__main__":
    vars(shared.hub.hub)["Writer"] = EarlyWriter
    suyana.main(sys.argv[1:])
