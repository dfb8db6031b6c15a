"""The rows of the bench, as they are shown. A new row is one file here, and its line in these lists."""

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

PARTS: dict[str, tuple[Row, ...]] = {
    "hall": (
        *counting.ROWS,
        *answering.ROWS,
        *telling.ROWS,
        *beside.ROWS,
        *upkeep.ROWS,
        *screens.ROWS,
        *moving.ROWS,
        *running.ROWS,
        *doubled.ROWS,
    ),
    "phones": (*phones.ROWS, *first_page.ROWS),
    "office": (*weak.ROWS, *rates.ROWS, *growth.ROWS),
}
"""The hall's rows are the bench; those of the phone page and of the office are asked for."""
ROWS: tuple[Row, ...] = tuple(row for rows in PARTS.values() for row in rows)


def chosen(words: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of these names and parts; the hall's without one. Raises ValueError for a word that names nothing."""
    known = {row.name: (row,) for row in ROWS} | PARTS | {"all": ROWS}
    for word in words:
        if word not in known:
            raise ValueError(f"there is no row {word!r}: there are {', '.join(known)}")
    wanted = [row for word in words or ("hall",) for row in known[word]]
    return tuple(row for row in ROWS if row in wanted)
