"""The rows of the lab, in the order in which they are shown. A new row is one file here, and its line in this list."""

from __future__ import annotations

from installers.faultlab import (
    answers,
    canary,
    clock,
    damage,
    disk,
    flood,
    full_disk,
    fuzz,
    intruder,
    kills,
    powercuts,
    printer,
    reunited,
    syscalls,
)
from installers.faultlab.row import Row
from installers.officelab import chaos

ROWS: tuple[Row, ...] = (
    kills.ROW,
    syscalls.ROW,
    powercuts.ROW,
    disk.ROW,
    full_disk.ROW,
    damage.ROW,
    answers.ROW,
    reunited.ROW,
    printer.ROW,
    clock.ROW,
    fuzz.ROW,
    canary.ROW,
    intruder.ROW,
    flood.ROW,
)
ASKED_FOR: tuple[Row, ...] = (chaos.ROW,)
"""Of the way to the office: `make sync-chaos`."""


def chosen(words: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of these names, all of the centre without one. Raises ValueError for a name that no row has."""
    rows = {row.name: row for row in (*ROWS, *ASKED_FOR)}
    for word in words:
        if word not in rows:
            raise ValueError(f"there is no row {word!r}: there are {', '.join(rows)}")
    return tuple(row for row in rows.values() if row.name in words) if words else ROWS
