"""The figures of centres: counted from their records whenever something of a day has changed, and read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, func, select, text, update

from sync.office.counting import MAXIMA, SPREADS, SUMS, Count, Done, add_spread, count, count_done
from sync.office.store.figure_tables import PLACE, day_done, day_figures, hour_figures, month_done, month_figures
from sync.office.store.office_store import OfficeStore
from sync.office.store.rows import record_of
from sync.office.store.tables import attention, changed_day

AT_ONCE = 4  # days in one transaction: SQLite takes no batch meanwhile
LOCK = 7_171_002  # PostgreSQL's advisory lock of whoever counts a centre
DAY_KEY, DONE_KEY = PLACE[1:-1], ("entity", "service")


Counts = dict[tuple[Any, ...], Count]


class Mark(NamedTuple):
    """A day of a centre that changed, and how often it had when it was looked at."""

    centre: str
    day: date
    changes: int


@dataclass(frozen=True)
class Wanted:
    """Which figures: those of days from `since` on and before `until`; of a centre, an entity, a service, or of all."""

    since: date
    until: date
    centre: str | None = None
    entity: str | None = None
    service: str | None = None


class Figures:
    """Raises StoreFailed."""

    def __init__(self, store: OfficeStore) -> None:
        self._store = store

    # counting

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

    # reading

    def hours(self, wanted: Wanted, *by: str, spread: bool = True, most: int | None = None) -> Counts:
        """By words of `PLACE`, in their order; at most so many, and so many only counted, not spread."""
        return self._read(hour_figures, wanted, by, spread, most)

    def days(self, wanted: Wanted, *by: str, spread: bool = True, most: int | None = None) -> Counts:
        return self._read(day_figures, wanted, by, spread, most)

    def months(self, wanted: Wanted, *by: str, spread: bool = True, most: int | None = None) -> Counts:
        """`wanted` in first days of months; so is the day in the keys."""
        return self._read(month_figures, wanted, by, spread, most)

    def done(self, wanted: Wanted, *by: str) -> dict[tuple[Any, ...], Done]:
        """Services stated as done, by months."""
        d = month_done.c
        columns = [d[name] for name in by]
        asked = select(*columns, func.sum(d.times), func.sum(d.results)).where(_in(month_done, wanted))
        with self._store.reading() as connection:
            rows = connection.execute(asked.group_by(*columns).order_by(*columns)).all()
        return {tuple(row[:-2]): Done(int(row[-2]), int(row[-1])) for row in rows if row[-2] is not None}

    def service_days(self, wanted: Wanted) -> dict[str, int]:
        """On how many days somebody was attended, by centre."""
        d = day_figures.c
        attended = select(d.centre, d.day).where(_in(day_figures, wanted), d.served > 0).distinct().subquery()
        asked = select(attended.c.centre, func.count()).group_by(attended.c.centre)
        with self._store.reading() as connection:
            return {centre: days for centre, days in connection.execute(asked)}  # noqa: C416 (rows are no pairs)

    def last_day(self, centre: str | None = None) -> date | None:
        """The last day of which there are figures."""
        d = day_figures.c
        asked: Select[Any] = select(func.max(d.day))
        with self._store.reading() as connection:
            found: date | None = connection.execute(asked.where(d.centre == centre) if centre else asked).scalar()
        return found

    def years(self) -> list[int]:
        """With figures, the newest first."""
        m = month_figures.c
        with self._store.reading() as connection:
            days = connection.execute(select(m.day).distinct()).scalars().all()
        return sorted({day.year for day in days}, reverse=True)

    def _read(self, table: Table, wanted: Wanted, by: Sequence[str], spread: bool, most: int | None) -> Counts:
        """Counts are summed by the database; how waits are spread is summed here, where it is asked for."""
        columns = [table.c[name] for name in by]
        where = _in(table, wanted)
        measures = [*(func.sum(table.c[name]) for name in SUMS), *(func.max(table.c[name]) for name in MAXIMA)]
        with self._store.reading() as connection:
            asked = select(*columns, *measures).where(where).group_by(*columns).order_by(*columns).limit(most)
            counts = {
                tuple(row[: len(by)]): _counted(map(int, row[len(by) :]))
                for row in connection.execute(asked).all()
                if row[len(by)] is not None  # the sum of no rows
            }
            if spread and counts and len(counts) != most:
                spreads = [table.c[name] for name in SPREADS]
                for row in connection.execute(select(*columns, *spreads).where(where)):
                    if into := counts.get(tuple(row[: len(by)])):  # else it was counted just now
                        add_spread(into.waits, row[-2])
                        add_spread(into.attentions, row[-1])
        return counts


def next_month(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _sum_month(connection: Connection, centre: str, month: date) -> None:
    days = Wanted(month, next_month(month), centre)
    key = {"centre": centre, "day": month}
    by_place: dict[tuple[str, ...], Count] = {}
    for row in connection.execute(select(day_figures).where(_in(day_figures, days))).mappings():
        counted = Count(**{name: row[name] for name in Count.__struct_fields__})
        by_place.setdefault(tuple(row[name] for name in PLACE[2:-1]), Count()).add(counted)
    _replace(connection, month_figures, key, PLACE[2:-1], by_place)
    done: dict[tuple[str, ...], Done] = {}
    for entity, service, times, results in connection.execute(
        select(*(day_done.c[name] for name in (*DONE_KEY, "times", "results"))).where(_in(day_done, days))
    ):
        so_far = done.setdefault((entity, service), Done())
        so_far.times, so_far.results = so_far.times + times, so_far.results + results
    _replace(connection, month_done, key, DONE_KEY, done)


def _counted(values: Iterable[int]) -> Count:
    """From its sums and maxima, in that order."""
    measures: dict[str, Any] = dict(zip((*SUMS, *MAXIMA), values, strict=True))
    return Count(**measures)


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


def _in(table: Table, wanted: Wanted) -> ColumnElement[bool]:
    here = [table.c.day >= wanted.since, table.c.day < wanted.until]
    for name in ("centre", "entity", "service"):
        if (value := getattr(wanted, name)) is not None:
            here.append(table.c[name] == value)
    return and_(*here)
