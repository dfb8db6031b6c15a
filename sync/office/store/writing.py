"""How records are written, which is where the two databases differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects import postgresql, sqlite

from sync.office.store.columns import Moment
from sync.office.store.lines import line_of
from sync.office.store.rows import COLUMNS, row_of
from sync.office.store.tables import attention
from sync.record import AttentionRecord

KEY = [column.name for column in attention.primary_key.columns]


class Writing(Protocol):
    def write(self, connection: Connection, records: Sequence[AttentionRecord]) -> int:
        """Store what is new; of the same stop the highest revision holds. Returns how many rows were changed."""
        ...


class IntoSqlite:
    """Row by row, which in SQLite costs nothing more."""

    def __init__(self) -> None:
        insert = sqlite.insert(attention)
        changed = {name: insert.excluded[name] for name in COLUMNS if name not in KEY}
        self._upsert = insert.on_conflict_do_update(
            index_elements=KEY, set_=changed, where=insert.excluded.revision > attention.c.revision
        )

    def write(self, connection: Connection, records: Sequence[AttentionRecord]) -> int:
        if not records:
            return 0
        rows = [dict(zip(COLUMNS, row_of(record), strict=True)) for record in _newest(records)]
        return connection.execute(self._upsert, rows).rowcount


POSTGRES: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
TIMES = tuple(column.name for column in attention.columns if isinstance(column.type, Moment))
"""Copied as seconds since 1970, which costs either side least."""
SELECTED = ", ".join(f"to_timestamp({name})" if name in TIMES else name for name in COLUMNS)
STAGED = ", ".join(
    f"{column.name} {'bigint' if column.name in TIMES else column.type.compile(POSTGRES)}"
    for column in attention.columns
)
STAGE = f"CREATE TEMPORARY TABLE IF NOT EXISTS staged ({STAGED}) ON COMMIT DELETE ROWS"
COPY = f"COPY staged ({', '.join(COLUMNS)}) FROM STDIN"
FROM_STAGE = (
    f"INSERT INTO attention ({', '.join(COLUMNS)}) SELECT {SELECTED} FROM staged "
    f"ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in KEY)
    + " WHERE excluded.revision > attention.revision"
)


class IntoPostgres:
    """By COPY into a table of the connection (`STAGE`), and from there in one statement."""

    def write(self, connection: Connection, records: Sequence[AttentionRecord]) -> int:
        if not records:
            return 0
        for year, month in {(record.day.year, record.day.month) for record in records}:
            make_partition(connection, year, month)
        cursor = connection.connection.cursor()
        with cursor.copy(COPY) as copy:
            copy.write("".join(map(line_of, _newest(records))))
        return connection.exec_driver_sql(FROM_STAGE).rowcount


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


def _newest(records: Sequence[AttentionRecord]) -> list[AttentionRecord]:
    """Of the same stop only the highest revision: one statement may not touch a row twice."""
    newest: dict[tuple[int, int, str], AttentionRecord] = {}
    for record in records:
        key = record.ticket, record.stop, record.incarnation
        if key not in newest or newest[key].revision < record.revision:
            newest[key] = record
    return list(newest.values())
