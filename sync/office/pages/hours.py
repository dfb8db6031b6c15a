"""Figures hour by hour of arrival, of a centre or of one of its services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shared.reports.table import Table
from sync.office import texts
from sync.office.counting import Count
from sync.office.pages.line import CSV_COLUMNS, Line, csv_cells


@dataclass(frozen=True)
class HourLine:
    """part: of the fullest hour, 0 to 1."""

    hour: int
    line: Line
    part: float


def hour_lines(counts: Mapping[int, Count]) -> list[HourLine]:
    largest = max((count.stops for count in counts.values()), default=0)
    return [
        HourLine(hour, Line(texts.slot(hour), counts[hour]), counts[hour].stops / largest if largest else 0.0)
        for hour in sorted(counts)
    ]


def hours_table(hours: list[HourLine]) -> Table:
    return Table("horas", ("hora", *CSV_COLUMNS), [(each.hour, *csv_cells(each.line)) for each in hours])
