"""The figures of centres, counted from their records whenever something of a day has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, delete, select, text, update

from sync.office.counting import Count, Done, count, count_done
from sync.office.store.figure_tables import PLACE, day_done, day_figures, hour_figures, month_done, month_figures
from sync.office.store.figures import Wanted, next_month, within
from sync.office.store.office_store import OfficeStore
from sync.office.store.rows import record_of
from sync.office.store.tables import attention, changed_day

AT_ONCE = 4  # days in one transaction: SQLite takes no batch meanwhile
LOCK = 7_171_002  # PostgreSQL's advisory lock of whoever counts a centre
DONE_KEY = ("entity", "service")


class Mark(NamedTuple):
    """A day of a centre that changed, and how often it had when it was looked at."""

    centre: str
    day: date
    changes: int


class Recounting:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    def all(self) -> int:
        """Count whatever changed. Returns how many days of centres that were."""
        return self.count(self.changed())

    def changed(self) -> list[Mark]:
        """What is to be counted, by centre, the newest days first."""
        c = changed_day.c
        wanted = select(c.centre, c.day, c.changes).order_by(c.centre, c.day.desc())
        with self._store.reading() as connection:
            return [Mark(*row) for row in connection.execute(wanted)]

    def count(self, marks: Iterable[Mark]) -> int:
        """Count the days that were marked. Returns how many; a centre that another one has in work is left to it."""
        counted = 0
        by_month = groupby(marks, key=lambda mark: (mark.centre, mark.day.replace(day=1)))
        for (centre, month), of_month in by_month:
            while some := tuple(islice(of_month, AT_ONCE)):
                with self._store.writing() as connection:
                    if not self._claim(connection, centre, some):
                        continue
                    for mark in some:
                        self._count_day(connection, mark)
                    _sum_month(connection, centre, month)
                counted += len(some)
        return counted

    def _claim(self, connection: Connection, centre: str, marks: Sequence[Mark]) -> bool:
        """Hold a centre against whoever else counts, until the transaction ends."""
        if connection.dialect.name == "postgresql":
            held = text("SELECT pg_try_advisory_xact_lock(:lock, hashtext(:centre))")
            return bool(connection.execute(held, {"lock": LOCK, "centre": centre}).scalar())
        # To begin with a write is to see all that was written before, and SQLite lets nobody else write until the end.
        c = changed_day.c
        days = [mark.day for mark in marks]
        return bool(
            connection.execute(
                update(changed_day).where(c.centre == centre, c.day.in_(days)).values(changes=c.changes)
            ).rowcount
        )

    def _count_day(self, connection: Connection, mark: Mark) -> None:
        """A receiver that marks the day once more while this goes on finds its mark kept, for the next time."""
        c = changed_day.c
        key = {"centre": mark.centre, "day": mark.day}
        changes = connection.execute(select(c.changes).where(c.centre == mark.centre, c.day == mark.day)).scalar()
        rows = connection.execute(select(attention).where(_of(attention, key))).mappings()
        records = [record_of(row) for row in rows]
        hours = count(records)
        by_day: dict[tuple[str, ...], Count] = {}
        for place, counted in hours.items():
            by_day.setdefault(place[:-1], Count()).add(counted)
        _replace(connection, hour_figures, key, PLACE[2:], hours)
        _replace(connection, day_figures, key, PLACE[2:-1], by_day)
        _replace(connection, day_done, key, DONE_KEY, count_done(records))
        connection.execute(delete(changed_day).where(c.centre == mark.centre, c.day == mark.day, c.changes == changes))


def _sum_month(connection: Connection, centre: str, month: date) -> None:
    days = Wanted(month, next_month(month), centre)
    key = {"centre": centre, "day": month}
    by_place: dict[tuple[str, ...], Count] = {}
    for row in connection.execute(select(day_figures).where(within(day_figures, days))).mappings():
        counted = Count(**{name: row[name] for name in Count.__struct_fields__})
        by_place.setdefault(tuple(row[name] for name in PLACE[2:-1]), Count()).add(counted)
    _replace(connection, month_figures, key, PLACE[2:-1], by_place)
    done: dict[tuple[str, ...], Done] = {}
    for entity, service, times, results in connection.execute(
        select(*(day_done.c[name] for name in (*DONE_KEY, "times", "results"))).where(within(day_done, days))
    ):
        so_far = done.setdefault((entity, service), Done())
        so_far.times, so_far.results = so_far.times + times, so_far.results + results
    _replace(connection, month_done, key, DONE_KEY, done)


def _replace(
    connection: Connection,
    table: Table,
    key: Mapping[str, Any],
    names: Sequence[str],
    values: Mapping[Any, msgspec.Struct],
) -> None:
    """What is kept of a day or month of a centre is from now on this, and nothing else."""
    connection.execute(delete(table).where(_of(table, key)))
    rows = [
        {**key, **dict(zip(names, place, strict=True)), **msgspec.structs.asdict(value)}
        for place, value in values.items()
    ]
    if rows:
        connection.execute(table.insert(), rows)


def _of(table: Table, key: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in key.items()))
