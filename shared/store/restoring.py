"""A store made again: the newest whole copy, the shipped log after it, and what a damaged store itself still has.

Every event is taken over only where the chain says that it is the next one, so nothing wrong is taken over. The tables
for people are written from the fold, as the hub writes them.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from shared.domain.events import decode_event
from shared.domain.hall import Hall
from shared.store import projections
from shared.store.answer_sums import AnswerRow, sound_answers
from shared.store.copies import copies_beside, copies_in, must_be_whole
from shared.store.database import Store, StoreError, flush
from shared.store.day_figures import figures_written
from shared.store.day_key import DayKeyFile
from shared.store.event_log import ROW, EventLog, Row, follows
from shared.store.shipped import Line, Tip, incarnation_of, lines, shipped_files

AT_ONCE = 500  # events in one transaction
PARTS = ("", "-wal", "-shm", ".tip")

Passed = Callable[[int], object]


@dataclass
class Restored:
    """What a store was made from. `lost`: events known to have been, and not found anywhere."""

    path: Path
    copy: Path | None = None
    of_copy: int = 0  # its last event
    from_log: int = 0
    from_store: int = 0
    last: int = 0
    known: int = 0  # the last event of which anything knows
    refused: list[str] = field(default_factory=list)  # copies that are not whole, and why

    @property
    def lost(self) -> int:
        return max(self.known - self.last, 0)

    def sentence(self) -> str:
        origin = f"copy {self.copy.name} (event {self.of_copy})" if self.copy else "no copy"
        return (
            f"{origin}, {self.from_log} events from the shipped log, {self.from_store} from the store itself: "
            f"event {self.last}, {self.lost} lost"
        )


def restore(
    store: Path, place: Path | None, target: Path, passed: Passed = lambda _: None, *, only_backup: bool = False
) -> Restored:
    """Make a store at `target` from all there is of `store`, which nobody may have open. Raises StoreError.

    only_backup: as if the disk of the store were gone, with what is in the second place where there is one.
    """
    done = Restored(target)
    copies = copies_in(place, store.stem) if only_backup and place else all_copies(store, place)
    done.copy = _newest_whole(copies, done.refused)
    if done.copy:
        shutil.copyfile(done.copy, target)
    with TemporaryDirectory(dir=target.parent) as folder, closing(Store(target)) as new:
        log = EventLog(new)
        done.of_copy = log.last_seq
        rebuild = _Rebuild(log, passed)
        files = shipped_files(place, store.stem) if place else []
        left = Path(folder) / "left" if only_backup else _files_of(store, Path(folder))
        while True:
            before = log.last_seq
            done.from_log += rebuild.take(lines(files))
            if not only_backup:
                done.from_store += rebuild.take(_rows_left(left, log.last_seq))
            if log.last_seq == before:
                break
        done.last = log.last_seq
        done.known = max(rebuild.seen, Tip(store).read()[0], done.last)
        if not done.last:
            raise StoreError(f"nothing of the store {store} could be restored: no whole copy and no shipped log")
        if not log.has_identity():
            log.adopt_identity(_identity_left(left) or _identity_shipped(files, rebuild.hall), datetime.now(UTC))
        log.become_another(datetime.now(UTC))
        _people(new, left)
        day = rebuild.hall.day
        if day is None or not DayKeyFile(store).read(day.day):
            new.db.execute("DELETE FROM sealed")
    flush(target)
    return done


class _Rebuild:
    """Takes events over, one after the other, and folds them."""

    def __init__(self, log: EventLog, passed: Passed) -> None:
        self.hall = Hall()
        self.seen = log.last_seq
        self._log = log
        self._passed = passed
        for recorded in log.for_start():
            self.hall.apply(recorded.event, recorded.at)

    def take(self, found: Iterable[Line]) -> int:
        """How many events fitted."""
        before = self._log.last_seq
        for line in found:
            self._take(line)
        return self._log.last_seq - before

    def _take(self, line: Line) -> None:
        rows, statements = list[Row](), list[projections.Statement]()
        seq, digest = self._log.tip()
        for row in line.events:
            self.seen = max(self.seen, row[0])
            if row[0] <= seq:
                continue
            if not follows(row, seq, digest):
                break
            seq, digest = row[0], row[8]
            rows.append(row)
            statements += self._statements(row)
        answers = [answer for answer in line.answers if answer[3] <= seq]
        if rows or answers:
            self._log.adopt(rows, statements, answers)
            self._passed(len(rows))

    def _statements(self, row: Row) -> Iterator[projections.Statement]:
        event, at = decode_event(row[7].encode()), datetime.fromisoformat(row[1])
        self.hall.apply(event, at)
        yield from projections.rows(event, self.hall.day, at)
        yield from figures_written(event, self.hall)


def all_copies(store: Path, place: Path | None) -> list[Path]:
    """Beside the store and in the second place, the newest day last."""
    found = copies_in(copies_beside(store), store.stem) + (copies_in(place, store.stem) if place else [])
    return sorted(found, key=lambda copy: copy.name)


def _newest_whole(copies: list[Path], refused: list[str]) -> Path | None:
    for copy in reversed(copies):
        try:
            must_be_whole(copy)
        except StoreError as error:
            refused.append(str(error))
            continue
        return copy
    return None


def _files_of(store: Path, folder: Path) -> Path:
    """A second of the store's own files, with its WAL: reading them as they are could change them."""
    for part in ("", "-wal"):
        file = store.with_name(store.name + part)
        if file.is_file():
            shutil.copyfile(file, folder / f"left{part}")
    return folder / "left"


def _rows_left(left: Path, after: int) -> Iterator[Line]:
    """What can still be read of a store after an event, until SQLite finds the damage."""
    if not left.exists():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(left, isolation_level=None)) as connection:
        rows: list[Row] = []
        with suppress(sqlite3.Error):
            for row in connection.execute(f"SELECT {ROW} FROM event WHERE seq > ? ORDER BY seq", (after,)):
                rows.append(row)
                if len(rows) == AT_ONCE:
                    yield Line(tuple(rows))
                    rows = []
        yield Line(tuple(rows), tuple(_answers_left(connection)))


def _answers_left(connection: sqlite3.Connection) -> Iterator[AnswerRow]:
    with suppress(sqlite3.Error):
        yield from sound_answers(connection)


def _identity_left(left: Path) -> tuple[str, str, int] | None:
    with suppress(sqlite3.Error), closing(sqlite3.connect(left, isolation_level=None)) as connection:
        row = connection.execute("SELECT centre, incarnation, epoch FROM centre").fetchone()
        if row:
            return str(row[0]), str(row[1]), int(row[2])
    return None


def _identity_shipped(files: list[Path], hall: Hall) -> tuple[str, str, int]:
    """Of a store of which only its shipped log is left: the files are named after its incarnation."""
    if not files or not hall.centre.has_catalogue:
        return "", "", 1
    return hall.centre.catalogue.id, incarnation_of(files[0]), 1


def _people(new: Store, left: Path) -> None:
    """Nobody is signed in; PINs, which are not in the log, are those of the copy, else those of the store itself."""
    connection = new.db.conn
    connection.execute("DELETE FROM session")
    if connection.execute("SELECT 1 FROM pin").fetchone() is None:
        with suppress(sqlite3.Error), closing(sqlite3.connect(left, isolation_level=None)) as old:
            columns = "person, hash, pepper, temporary, tries, locked_until, set_at"
            rows = old.execute(f"SELECT {columns} FROM pin").fetchall()
            connection.executemany("INSERT INTO pin VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def put_in_place(restored: Restored, store: Path, now: datetime) -> Path | None:
    """The restored store where the old one was, which is set aside, not deleted. Returns where it is now."""
    aside = store.with_name(f"{store.name}.set-aside-{now:%Y%m%dT%H%M%S}")
    moved = False
    for part in PARTS:
        file = store.with_name(store.name + part)
        if file.exists():
            file.replace(aside.with_name(aside.name + part))
            moved = True
    restored.path.replace(store)
    flush(store.parent)
    return aside if moved else None


def last_event_left(store: Path) -> tuple[int, date | None]:
    """The last event that can be read of a store's files as they are now, also beside a running hub."""
    with TemporaryDirectory() as folder:
        left = _files_of(store, Path(folder))
        with suppress(sqlite3.Error), closing(sqlite3.connect(left, isolation_level=None)) as connection:
            row = connection.execute("SELECT seq, day FROM event ORDER BY seq DESC LIMIT 1").fetchone()
            if row:
                return int(row[0]), date.fromisoformat(row[1]) if row[1] else None
    return 0, None
