"""The thread that ships the log to a second place, about a second behind, and catches up after a failure."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from pathlib import Path

from shared.store.answer_sums import AnswerRow
from shared.store.event_log import EventLog, Identity, Row
from shared.store.shipped import Line, ShippedFile, Tip, forget_before, last_shipped
from shared.store.writer import Writer

PAUSE = 0.7  # seconds between two shipments: with its flush, about a second behind
AGAIN = 5.0  # seconds after one that failed
AT_ONCE = 500  # events


class Shipper:
    """Reads what is new through the writer, so that there is one connection. `problem`: why it is behind, or "".

    Without a `place` only the tip of the log is kept, beside the store.
    """

    def __init__(self, store: Path, identity: Identity, writer: Writer, place: Path | None) -> None:
        self.problem = ""
        self.seq = 0  # of the last event that is safe in the second place
        self._tip = Tip(store)
        self._stem = store.stem
        self._identity = identity
        self._writer = writer
        self._place = place
        self._file: ShippedFile | None = None
        self._forget = 0
        self._news = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="shipper", daemon=True)

    def start(self) -> None:
        self._news.set()
        self._thread.start()

    def news(self) -> None:
        """Something was committed."""
        self._news.set()

    def stop(self) -> None:
        """Ship what is committed, then end. To be called while the writer still works."""
        self._over.set()
        self._news.set()
        self._thread.join()

    def copied(self, oldest: int) -> None:
        """A copy is in the second place: begin a new file, and forget what every copy kept there has (`oldest`)."""
        self._forget = oldest
        self._news.set()

    def _run(self) -> None:
        begun = False
        while True:
            self._news.wait()
            self._news.clear()
            over = self._over.is_set()
            try:
                if not begun:
                    self._begin()
                    begun = True
                self._ship()
                self._rotate()
                self.problem = ""
            except CancelledError:
                over = True  # the writer has ended
            except OSError as error:
                self.problem = f"{error.strerror or error}"
                self._close()
                self._news.set()
            if over:
                self._close()
                return
            self._over.wait(AGAIN if self.problem else PAUSE)

    def _begin(self) -> None:
        if self._place:
            self.seq, _ = last_shipped(self._place, self._stem, self._identity.incarnation)

    def _ship(self) -> None:
        if self._place is None:
            self._note_tip()
            return
        while True:
            after = self.seq

            def new(log: EventLog, after: int = after) -> tuple[list[Row], list[AnswerRow]]:
                rows = log.rows(after, AT_ONCE)
                return rows, log.answer_rows(after, rows[-1][0]) if rows else []

            rows, answers = self._writer.call(new).result()
            if not rows:
                return
            if self._file is None:
                self._file = ShippedFile(self._place, self._stem, self._identity.incarnation, rows[0][0])
            self._file.append(Line(tuple(rows), tuple(answers)))
            self._tip.write(rows[-1][0], rows[-1][8])
            self.seq = rows[-1][0]

    def _note_tip(self) -> None:
        """All that is to be kept where there is no second place."""
        seq, digest = self._writer.call(EventLog.tip).result()
        if seq > self.seq:
            self._tip.write(seq, digest)
            self.seq = seq

    def _rotate(self) -> None:
        if self._place and self._forget:
            self._close()
            forget_before(self._place, self._stem, self._identity.incarnation, self._forget)
            self._forget = 0

    def _close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None
