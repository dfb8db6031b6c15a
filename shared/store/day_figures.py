"""The figures of each closed day, a projection too: written in the transaction that closes the day.

And again with each correction that follows, until the next day opens.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.correcting import Corrections
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.indicators import Figures, Group, day_figures, flat, unflat
from shared.store.projections import Statement


def figures_written(fact: e.Event | e.UnknownEvent, hall: Hall) -> Iterator[Statement]:
    """What a fact writes of the figures of the day. `hall`: right after it."""
    if corrects(fact, hall) and hall.day:
        yield "DELETE FROM day_figures WHERE day = ?", (hall.day.day.isoformat(),)
    if hall.day and (corrects(fact, hall) or isinstance(fact, e.DayClosed)):
        yield from figure_rows(hall.closed_with, hall.day)


def corrects(fact: e.Event | e.UnknownEvent, hall: Hall) -> bool:
    """Whether a fact that has just been applied puts right a day that had closed."""
    return isinstance(fact, Corrections) and hall.day is not None and not hall.day.is_open


def figure_rows(catalogue: Catalogue, day: Day) -> Iterator[Statement]:
    """The rows of a day that is closed. `catalogue`: the one in force when it closed."""
    for group, figures in day_figures(catalogue, day).items():
        row = {"day": day.day.isoformat(), "by": group.by, "key": group.key, **flat(figures)}
        names = ", ".join(f'"{name}"' for name in row)
        yield f"INSERT INTO day_figures ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())


def stored_figures(connection: sqlite3.Connection, day: date) -> dict[Group, Figures]:
    """The figures of a day as they were written when it closed; empty where there are none."""
    found = connection.execute('SELECT * FROM day_figures WHERE day = ? ORDER BY "by", "key"', (day.isoformat(),))
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return {Group(row.pop("by"), row.pop("key")): unflat(row) for row in rows}
