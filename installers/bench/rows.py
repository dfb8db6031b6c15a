"""The rows of the bench, as they are shown. A new row is one file here, and its line in this list."""

from __future__ import annotations

from installers.bench import (
    answering,
    beside,
    counting,
    doubled,
    first_page,
    moving,
    phones,
    running,
    screens,
    telling,
    upkeep,
)
from installers.bench.row import Row
from installers.officelab import growth, rates, weak

ROWS: tuple[Row, ...] = (
    *counting.ROWS,
    *answering.ROWS,
    *telling.ROWS,
    *beside.ROWS,
    *phones.ROWS,
    *first_page.ROWS,
    *upkeep.ROWS,
    *screens.ROWS,
    *moving.ROWS,
    *running.ROWS,
    *doubled.ROWS,
    *weak.ROWS,
    *rates.ROWS,
    *growth.ROWS,
)


def chosen(words: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of these names, all without one. Raises ValueError for a name that no row has."""
    names = {row.name: row for row in ROWS}
    for word in words:
        if word not in names:
            raise ValueError(f"there is no row {word!r}: there are {', '.join(names)}")
    return tuple(row for row in ROWS if not words or row.name in words)
