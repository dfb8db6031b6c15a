"""How records are written, which is where the two databases differ."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import msgspec
import psycopg
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from sync.columns import Columns
from sync.office.store.copying import COPIED, copied
from sync.office.store.rows import COLUMNS, rows_of
from sync.office.store.tables import attention

KEY = [column.name for column in attention.primary_key.columns]


class AlreadyThere(Exception):
    """Something of what was said to be new is there; the transaction is lost."""


class Writing(Protocol):
    def write(self, connection: Connection, records: Columns, are_new: bool, /) -> int:
        """Store what is new; of the same stop the highest revision holds. Returns how many rows were changed.

        are_new: no event of theirs was ever seen, so that no first revision can be there. Raises AlreadyThere where
        that is not so.
        """
        ...


class IntoSqlite:
    """Row by row, which in SQLite costs nothing more."""

    def __init__(self) -> None:
        insert = sqlite.insert(attention)
        changed = {name: insert.excluded[name] for name in COLUMNS if name not in KEY}
        self._upsert = insert.on_conflict_do_update(
            index_elements=KEY, set_=changed, where=insert.excluded.revision > attention.c.revision
        )

    def write(self, connection: Connection, records: Columns, _are_new: bool, /) -> int:
        return connection.execute(self._upsert, rows_of(records.newest())).rowcount if records else 0


COPY = f"COPY attention ({', '.join(COPIED)}) FROM STDIN (FORMAT binary)"
INSERT = "INSERT INTO attention SELECT * FROM json_populate_recordset(NULL::attention, %s)"
UPSERT = (
    f"{INSERT} ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in KEY)
    + " WHERE excluded.revision > attention.revision"
)


class IntoPostgres:
    """By COPY what cannot be there yet, which is nearly all that ever comes; the rest by one statement."""

    def __init__(self) -> None:
        self._months: set[tuple[int, int]] = set()

    def write(self, connection: Connection, records: Columns, are_new: bool, /) -> int:
        if any(records.revision) or not are_new:
            records = records.newest()  # one statement may not touch a row twice
        self._make_months(connection, {(day.year, day.month) for day in set(records.day)})
        first = [are_new and revision == 0 for revision in records.revision]
        stored = 0
        try:
            if any(first):
                stored += _copy(connection, records if all(first) else records.picked(first))
            if not all(first):
                again = records.picked([not is_first for is_first in first])
                rows = msgspec.json.encode(rows_of(again)).decode()
                stored += connection.connection.cursor().execute(UPSERT, (rows,)).rowcount
        except psycopg.errors.UniqueViolation as error:
            raise AlreadyThere from error
        except psycopg.Error:
            self._months.clear()  # an older office may have been restored, without them
            raise
        return stored

    def _make_months(self, connection: Connection, months: set[tuple[int, int]]) -> None:
        for month in months - self._months:
            make_partition(connection, *month)
        self._months |= months


def _copy(connection: Connection, records: Columns) -> int:
    cursor = connection.connection.cursor()
    with cursor.copy(COPY) as copy:
        copy.write(copied(records))
    return int(cursor.rowcount)


PARTITIONS = 7_171_001  # the advisory lock of whoever makes one; receivers may meet here


def make_partition(connection: Connection, year: int, month: int) -> None:
    """The partition of a month, unless it is there."""
    begins = date(year, month, 1)
    ends = date(year + month // 12, month % 12 + 1, 1)
    name = f"attention_{begins:%Y_%m}"
    there = connection.exec_driver_sql(f"SELECT to_regclass('{name}')").scalar()
    if there is None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({PARTITIONS})")
        connection.exec_driver_sql(
            f"CREATE TABLE IF NOT EXISTS {name} PARTITION OF attention FOR VALUES FROM ('{begins}') TO ('{ends}')"
        )
