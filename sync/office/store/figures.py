"""The figures of centres, read: sums of hours, days and months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, select

from sync.office.counting import MAXIMA, SPREADS, SUMS, Count, Done, add_spread
from sync.office.store.figure_tables import day_figures, hour_figures, month_done, month_figures
from sync.office.store.office_store import OfficeStore

Counts = dict[tuple[Any, ...], Count]


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
        asked = select(*columns, func.sum(d.times), func.sum(d.results)).where(within(month_done, wanted))
        with self._store.reading() as connection:
            rows = connection.execute(asked.group_by(*columns).order_by(*columns)).all()
        return {tuple(row[:-2]): Done(int(row[-2]), int(row[-1])) for row in rows if row[-2] is not None}

    def service_days(self, wanted: Wanted) -> dict[str, int]:
        """On how many days somebody was attended, by centre."""
        d = day_figures.c
        attended = select(d.centre, d.day).where(within(day_figures, wanted), d.served > 0).distinct().subquery()
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
        where = within(table, wanted)
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


def _counted(values: Iterable[int]) -> Count:
    """From its sums and maxima, in that order."""
    measures: dict[str, Any] = dict(zip((*SUMS, *MAXIMA), values, strict=True))
    return Count(**measures)


def within(table: Table, wanted: Wanted) -> ColumnElement[bool]:
    here = [table.c.day >= wanted.since, table.c.day < wanted.until]
    for name in ("centre", "entity", "service"):
        if (value := getattr(wanted, name)) is not None:
            here.append(table.c[name] == value)
    return and_(*here)
