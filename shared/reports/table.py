"""A table: its columns, its rows, and how both are written as text and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

Cell = str | int | float | None


@dataclass(frozen=True)
class Table:
    """`rows` as long as `columns`. None is a figure that does not exist: "-" in text, nothing in CSV."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = field(default=())


def as_text(table: Table) -> str:
    """For a terminal: words to the left, figures to the right."""
    rows = [[_written(cell) for cell in row] for row in table.rows]
    widths = [max(len(row[i]) for row in [list(table.columns), *rows]) for i in range(len(table.columns))]
    right = [all(not isinstance(row[i], str) for row in table.rows) for i in range(len(table.columns))]
    lines = [table.title, "", _line(table.columns, widths, right), "  ".join("-" * width for width in widths)]
    lines += [_line(row, widths, right) for row in rows]
    lines += ["", *table.notes] if table.notes else []
    return "\n".join(line.rstrip() for line in lines)


def as_csv(table: Table) -> str:
    """RFC 4180 with a header; figures with a point, in full."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([["" if cell is None else _safe(cell) for cell in row] for row in table.rows])
    return out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)


def _safe(cell: Cell) -> Cell:
    """A spreadsheet takes text that begins so for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    return "  ".join(
        cell.rjust(width) if of_figures else cell.ljust(width)
        for cell, width, of_figures in zip(cells, widths, right, strict=True)
    )
