"""Where a fold may begin in the log: at a day, with what lasts from the days before it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta

from shared.store.projections import iso

COLUMNS = "seq, at, day, epoch, device, person, body"
APPOINTMENTS_KEPT = timedelta(days=100)
LASTING = ("template_received", "spare_letter_given", "device_paired", "device_revoked")
"""Of the centre, few ever: each counts for good."""

Stored = tuple[int, str, str | None, int, str, str, str]


def day_start(connection: sqlite3.Connection, seq: int) -> int:
    """The seq of the last `day_opened` at or before `seq` (0 where there is none)."""
    row = connection.execute(
        "SELECT seq FROM event WHERE type = 'day_opened' AND seq <= ? ORDER BY seq DESC LIMIT 1", (seq,)
    ).fetchone()
    return int(row[0]) if row else 0


def catalogue_before(connection: sqlite3.Connection, seq: int) -> list[Stored]:
    """The last `catalogue_changed` below `seq`: one, or none."""
    return connection.execute(
        f"SELECT {COLUMNS} FROM event WHERE day IS NULL AND type = 'catalogue_changed' AND seq < ? "
        "ORDER BY seq DESC LIMIT 1",
        (seq,),
    ).fetchall()


def beginning(connection: sqlite3.Connection, until: int) -> Iterator[Stored]:
    """All that a fold needs to stand where it stood after event `until`, in order."""
    start = day_start(connection, until)
    for seq in lasting(connection, start or until + 1):
        yield from connection.execute(f"SELECT {COLUMNS} FROM event WHERE seq = ?", (seq,))
    if start:
        yield from connection.execute(
            f"SELECT {COLUMNS} FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", (start, until)
        )


def lasting(connection: sqlite3.Connection, before: int) -> list[int]:
    """The events below `before` that count after their day, in order: the last catalogue, what counts for good, and
    the appointments that were loaded in the last hundred days."""
    marks = ", ".join("?" * len(LASTING))
    found = connection.execute(
        f"SELECT seq FROM event WHERE day IS NULL AND type IN ({marks}) AND seq < ?", (*LASTING, before)
    ).fetchall()
    found += connection.execute(
        "SELECT seq FROM event WHERE day IS NULL AND type = 'appointments_loaded' AND seq < ? AND at >= ?",
        (before, _since(connection)),
    ).fetchall()
    found += [row[:1] for row in catalogue_before(connection, before)]
    return sorted(seq for (seq,) in found)


def _since(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return iso(datetime.fromisoformat(row[0]) - APPOINTMENTS_KEPT) or "" if row else ""


def is_found(connection: sqlite3.Connection, row: tuple[object, ...]) -> bool:
    """Whether a row of the log is found through the indexes by which a start looks for it."""
    seq, day, kind = row[0], row[2], row[6]
    by = [("event_of_centre", "day IS NULL")] if day is None else []
    by += [("event_day_opened", "type = 'day_opened'")] if kind == "day_opened" else []
    wanted = "SELECT 1 FROM event INDEXED BY {} WHERE {} AND seq = ?"
    return all(connection.execute(wanted.format(*index), (seq,)).fetchone() for index in by)


def has_beginning(connection: sqlite3.Connection) -> bool:
    """Whether a start finds the day of the last events, and a catalogue before it."""
    [last] = connection.execute("SELECT max(day) FROM (SELECT day FROM event ORDER BY seq DESC LIMIT 1000)").fetchone()
    if last is None:
        return True
    start = day_start(connection, 2**62)
    opened = connection.execute("SELECT day FROM event WHERE seq = ?", (start,)).fetchone()
    return opened == (last,) and bool(catalogue_before(connection, start))
