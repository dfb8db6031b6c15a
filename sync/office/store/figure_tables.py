"""The tables of figures. All can be made again from `attention`; days and months are sums of hours."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table
from sqlalchemy.types import TypeEngine

from sync.office.counting import SPREADS, Count
from sync.office.store.columns import Spread
from sync.office.store.tables import metadata

PLACE = ("centre", "day", "entity", "queue", "service", "hour")
MEASURES = Count.__struct_fields__


def _figures(name: str, *key: str, comment: str) -> Table:
    table = Table(
        name,
        metadata,
        *(_key(word) for word in key),
        *(Column(measure, Spread if measure in SPREADS else BigInteger, nullable=False) for measure in MEASURES),
        PrimaryKeyConstraint(*key),
        comment=comment,
    )
    Index(f"{name}_by_day", table.c.day)
    return table


def _done(name: str, comment: str) -> Table:
    key = ("centre", "day", "entity", "service")
    return Table(
        name,
        metadata,
        *(_key(word) for word in key),
        Column("times", BigInteger, nullable=False),
        Column("results", BigInteger, nullable=False),
        PrimaryKeyConstraint(*key),
        comment=comment,
    )


def _key(word: str) -> Column[Any]:
    kinds: dict[str, TypeEngine[Any]] = {"day": Date(), "hour": Integer()}
    return Column(word, kinds.get(word, String()), nullable=False)


hour_figures = _figures("hour_figures", *PLACE, comment="By the hour of arrival, in Peru.")
day_figures = _figures("day_figures", *PLACE[:-1], comment="By day.")
month_figures = _figures("month_figures", *PLACE[:-1], comment="By month; day is its first.")
day_done = _done("day_done", comment="Services stated as done, by day.")
month_done = _done("month_done", comment="The same by month; day is its first.")
