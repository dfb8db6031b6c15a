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
    chaos.ROW,
)


def chosen(words: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of these names, all without one. Raises ValueError for a name that no row has."""
    names = {row.name: row for row in ROWS}
    for word in words:
        if word not in names:
            raise ValueError(f"there is no row {word!r}: there are {', '.join(names)}")
    return tuple(row for row in ROWS if not words or row.name in words)
