"""The office's SQLite file: `centre`, `attention`, `coded_service`."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

import msgspec
from sqlite_utils import Database

from sync.exchange import Batch
from sync.office.store_migrations import migrations
from sync.office.store_rows import row_of, text_of
from sync.record import AttentionRecord, Ending

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


class StoreUnusable(Exception):
    """The file cannot be the office's store; one sentence."""


class StoreFailed(Exception):
    """The file could not be read or written just now; nothing of what was asked was done."""


class CentreCount(msgspec.Struct, frozen=True):
    """What the office has of one store of a centre."""

    centre: str
    incarnation: str
    cursor: int
    records: int
    first_received_at: datetime
    last_received_at: datetime


class DayCount(msgspec.Struct, frozen=True):
    """The last service day that a centre sent something of: records by entity and outcome."""

    day: date
    by_entity: dict[str, dict[Ending, int]]


class OfficeStore:
    """One connection under one lock: the server's threads take turns. All but opening raises StoreFailed."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it. Raises StoreUnusable."""
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise StoreUnusable(f"the store {path} cannot be opened: {error}") from error
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._connection.close()
            raise StoreUnusable(f"the store {path} cannot be used: {error}") from error

    def _prepare(self) -> None:
        for name, wanted in PRAGMAS.items():
            self._connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
            (found,) = self._connection.execute(f"PRAGMA {name}").fetchone()
            if found != wanted:
                raise sqlite3.OperationalError(f"{name} stays {found!r}, {wanted!r} is needed")
        self._database = Database(self._connection)
        migrations.apply(self._database)

    def __enter__(self) -> OfficeStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One at a time. Raises StoreFailed for what SQLite raises."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise StoreFailed(str(error)) from error

    def cursor(self, centre: str, incarnation: str) -> int:
        """Up to which event the office has everything of a store; 0 for one it never heard of."""
        with self._turn():
            return self._cursor(centre, incarnation)

    def take(self, centre: str, incarnation: str, batch: Batch, now: datetime) -> int:
        """Store what is new in a batch and move the cursor: both or neither. Returns how many records were stored.

        What is at or below the cursor is skipped. A batch that begins above it would leave a hole: none of it is taken.
        """
        with self._turn(), self._database.atomic():
            cursor = self._cursor(centre, incarnation)
            if not batch.after <= cursor < batch.to:
                return 0
            stored = sum(self._insert(record, now) for record in batch.records if record.seq > cursor)
            self._connection.execute(
                "INSERT INTO centre VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (centre, incarnation) DO UPDATE SET"
                " cursor = excluded.cursor, records = records + excluded.records,"
                " last_received_at = excluded.last_received_at",
                (centre, incarnation, batch.to, stored, text_of(now), text_of(now)),
            )
            return stored

    def centres(self) -> list[CentreCount]:
        """All stores of all centres, by centre."""
        with self._turn():
            rows = self._connection.execute("SELECT * FROM centre ORDER BY centre, first_received_at").fetchall()
        moment = datetime.fromisoformat
        return [
            CentreCount(centre, incarnation, cursor, records, moment(first), moment(last))
            for centre, incarnation, cursor, records, first, last in rows
        ]

    def last_day(self, centre: str) -> DayCount | None:
        """The last service day of a centre, or None while it has no records."""
        with self._turn():
            (day,) = self._connection.execute("SELECT max(day) FROM attention WHERE centre = ?", (centre,)).fetchone()
            rows = self._connection.execute(
                "SELECT entity, outcome, count(*) FROM attention WHERE centre = ? AND day = ?"
                " GROUP BY entity, outcome ORDER BY entity, outcome",
                (centre, day),
            ).fetchall()
        if day is None:
            return None
        by_entity: dict[str, dict[Ending, int]] = {}
        for entity, outcome, count in rows:
            by_entity.setdefault(entity, {})[Ending(outcome)] = count
        return DayCount(date.fromisoformat(day), by_entity)

    def _cursor(self, centre: str, incarnation: str) -> int:
        row = self._connection.execute(
            "SELECT cursor FROM centre WHERE centre = ? AND incarnation = ?", (centre, incarnation)
        ).fetchone()
        return int(row[0]) if row else 0

    def _insert(self, record: AttentionRecord, now: datetime) -> int:
        row = row_of(record) | {"received_at": text_of(now)}
        inserted = self._connection.execute(
            f"INSERT INTO attention ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)})"
            " ON CONFLICT (centre, incarnation, ticket, stop, revision) DO NOTHING",
            row,
        )
        if not inserted.rowcount:
            return 0
        self._connection.executemany(
            "INSERT INTO coded_service VALUES (?, ?, ?)",
            [(inserted.lastrowid, position, service) for position, service in enumerate(record.services)],
        )
        return 1
