"""The thread that makes copies: pages through the writer, the check in another process, then to the second place."""

from __future__ import annotations

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from shared.store.agreement import mend
from shared.store.check import Check, TablesDiffer
from shared.store.copies import carried, copies_in, copies_of, finished, open_read_only, pages_copied
from shared.store.database import StoreError
from shared.store.event_log import EventLog
from shared.store.writer import Writer

log = logging.getLogger(__name__)

Copied = Callable[[int], None]
"""Is told the last event of the oldest copy in the second place."""


class Copier:
    """`problem`: why the last copy failed, or ""."""

    def __init__(self, store: Path, writer: Writer, place: Path | None, kept: int, copied: Copied) -> None:
        self.problem = ""
        self._store, self._place, self._kept = store, place, kept
        self._writer = writer
        self._copied = copied
        self._check = Check()
        self._days: queue.SimpleQueue[tuple[date, int] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="copier", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def make(self, day: date) -> None:
        """A copy of the store as it is now, named after a day."""
        self._days.put((day, 0))

    def make_up(self, day: date, last: int) -> None:
        """The same, unless there is a copy with this event already: whoever closed the day may have ended too soon."""
        self._days.put((day, last))

    def stop(self) -> None:
        """To be called when the writer has ended, which ends a copy that is being made. Its check is ended too."""
        self._check.stop()
        self._days.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (wanted := self._days.get()) is not None:
            day, last = wanted
            try:
                if not (last and self._has(last)):
                    self._make(day)
                self.problem = ""
            except CancelledError:
                continue  # the writer has ended
            except StoreError as error:
                if self._writer.has_ended:
                    continue  # it was given up, since the hub stops
                self.problem = str(error)
                log.error("%s", error)

    def _make(self, day: date) -> None:
        def pages(event_log: EventLog) -> Path:
            return pages_copied(event_log, day, self._writer.in_between)

        try:
            copy = finished(self._writer.call(pages).result(), self._kept, self._check)
        except TablesDiffer as wrong:
            log.error("%s; they are written again", wrong)
            for each in wrong.days:
                self._writer.call(partial(_mended, day=each)).result()
            copy = finished(self._writer.call(pages).result(), self._kept, self._check)
        log.info("the store of %s was copied to %s", day, copy)
        if self._place:
            carried(copy, self._place, self._kept)
            self._copied(last_of(copies_in(self._place, self._store.stem)[0]))

    def _has(self, last: int) -> bool:
        """Whether the newest copies, here and in the second place, have this event."""
        found = [copies_of(self._store)]
        if self._place:
            found.append(copies_in(self._place, self._store.stem))
        try:
            return all(copies and last_of(copies[-1]) >= last for copies in found)
        except (StoreError, sqlite3.Error, OSError):
            return False

    def newest(self) -> float:
        """When the newest copy was made, in the machine's time; 0.0 where there is none."""
        copies = copies_of(self._store)
        return copies[-1].stat().st_mtime if copies else 0.0


def _mended(event_log: EventLog, day: date) -> None:
    with event_log.store.db.atomic():
        mend(event_log.store.db.conn, day)


def last_of(copy: Path) -> int:
    """The last event in a verified copy."""
    with closing(open_read_only(copy)) as connection:
        return int(connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])
