"""Whether the tables of a day say what the log says; where they do not, they are written from it again.

The log is the truth and is chained; the tables are what people read, and a disk may change them as well.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from shared.domain.events import decode_event
from shared.domain.hall import Hall
from shared.domain.ticket import IDS_PER_DAY, day_base
from shared.store import projections
from shared.store.beginnings import beginning
from shared.store.day_figures import figures_written
from shared.store.migrations import migrations

LOOKED_AT = 7  # of the last days: figures of older ones may have been counted by the rules of their time
OF_DAY = "WHERE day = :day"
OF_IDS = "WHERE {} >= :first AND {} < :last"
TABLES = {
    "day": OF_DAY,
    "ticket": OF_DAY,
    "stop": OF_IDS.format("ticket", "ticket"),
    "attention": OF_IDS.format("id", "id"),
    "coded_service": OF_IDS.format("attention", "attention"),
    "opinion": OF_IDS.format("ticket", "ticket"),
    "interruption": OF_DAY,
    "spare_number": OF_DAY,
    "day_figures": OF_DAY,
}
"""Which of their rows are a day's; each table after those that it names."""


def wrong_days(connection: sqlite3.Connection, days: int = LOOKED_AT) -> list[date]:
    """Of the last days of a sound log, those whose tables do not say what it says. Raises sqlite3.Error."""
    opened = connection.execute(
        "SELECT seq, day FROM event WHERE type = 'day_opened' ORDER BY seq DESC LIMIT ?", (days,)
    ).fetchall()
    return sorted(
        date.fromisoformat(day) for seq, day in opened if not _agrees(connection, date.fromisoformat(day), seq)
    )


def _agrees(connection: sqlite3.Connection, day: date, opened: int) -> bool:
    with closing(told(connection, opened)) as truth:
        return all(_rows(connection, table, day) == _rows(truth, table, day) for table in TABLES)


def mend(connection: sqlite3.Connection, day: date) -> None:
    """Write the tables of a day again from the log, inside a transaction of the caller's. Raises sqlite3.Error."""
    [opened] = connection.execute(
        "SELECT seq FROM event WHERE type = 'day_opened' AND day = ?", (day.isoformat(),)
    ).fetchone()
    with closing(told(connection, opened)) as truth:
        for table in reversed(TABLES):
            connection.execute(f"DELETE FROM {table} {TABLES[table]}", _of(day))
        for table in TABLES:
            names, rows = _rows(truth, table, day)
            marks = ", ".join("?" * len(names))
            columns = ", ".join(f'"{name}"' for name in names)
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def told(connection: sqlite3.Connection, opened: int) -> sqlite3.Connection:
    """The tables in memory as the log tells a day, from its opening to what was corrected after its end."""
    truth = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(Database(truth))
    hall = Hall()
    for seq, at, _, _, _, _, body in beginning(connection, _last_of_day(connection, opened)):
        event, when = decode_event(body.encode()), datetime.fromisoformat(at)
        hall.apply(event, when)
        if seq >= opened:
            for sql, values in (*projections.rows(event, hall.day, when), *figures_written(event, hall)):
                truth.execute(sql, values)
    return truth


def _last_of_day(connection: sqlite3.Connection, opened: int) -> int:
    [following] = connection.execute(
        "SELECT min(seq) FROM event WHERE type = 'day_opened' AND seq > ?", (opened,)
    ).fetchone()
    [last] = connection.execute("SELECT max(seq) FROM event").fetchone()
    return int(following - 1 if following else last)


def _rows(connection: sqlite3.Connection, table: str, day: date) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Names of the columns and all rows of a day, but for numbers that only count rows."""
    found = connection.execute(f"SELECT * FROM {table} {TABLES[table]}", _of(day))
    names = [column[0] for column in found.description]
    counted = table == "spare_number"
    return names[counted:], sorted((tuple(row[counted:]) for row in found), key=repr)


def _of(day: date) -> dict[str, Any]:
    return {"day": day.isoformat(), "first": day_base(day), "last": day_base(day) + IDS_PER_DAY}
