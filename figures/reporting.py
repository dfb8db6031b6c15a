"""`suyana report`: the indicators of a day or of a month, from the newest verified copy of the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shared.domain.indicators import Figures, Group, Staffing, figures, grouped
from shared.domain.measured import MeasuredStop, measured
from shared.domain.staffing import day_staffing, together
from shared.reports.corrections import corrections_table
from shared.reports.indicators import long_table, short_table
from shared.reports.interruptions import interruptions_table
from shared.reports.table import as_csv, as_text
from shared.store.database import StoreError
from shared.store.history import History

SHOWN = ("centre", "class", "entity", "queue", "hour")


def day_report(history: History, day: date, by: str, csv: Path | None) -> str:
    """As stored when the day closed, or corrected after it. Raises StoreError."""
    stored = history.figures(day)
    if not stored:
        history.events(day)  # says which days there are
        raise StoreError(f"{day} has no figures: it is not closed, or an older version closed it")
    title = f"{day:%A %d %B %Y}"
    tables = _report({by: {g.key: f for g, f in stored.items() if g.by == by} for by in _wanted(by)}, title, csv)
    if by:
        return tables
    down, corrected = history.interruptions(day), history.corrections(day)
    also = [interruptions_table(title, down)] if down else []
    also += [corrections_table(title, corrected)] if corrected else []
    return "\n\n".join([tables, *map(as_text, also)])


def month_report(history: History, year: int, month: int, by: str, csv: Path | None) -> str:
    """Folded from the log day by day, so that percentiles are those of all stops. Raises StoreError."""
    days = [day for day in history.days() if (day.year, day.month) == (year, month)]
    if not days:
        raise StoreError(f"{history.path} has no closed day in {year}-{month:02d}")
    stops: list[MeasuredStop] = []
    staffing: dict[Group, list[Staffing]] = {}
    with click.progressbar(days, label="Reading the days") as bar:
        for day in bar:
            hall = history.hall(day)
            assert hall.day is not None
            stops += measured(hall.centre.catalogue, hall.day)
            for group, attended in day_staffing(hall.centre.catalogue, hall.day).items():
                staffing.setdefault(group, []).append(attended)
                if group.by == "centre":
                    staffing[Group("day", f"{day:%Y-%m-%d}")] = [attended]
                    staffing.setdefault(Group("month", f"{day:%Y-%m}"), []).append(attended)
    wanted = _wanted(by) if by else ("month", "day", *SHOWN[1:])
    found = {one: _with_staffing(one, grouped(stops, one), staffing) for one in wanted}
    return _report(found, f"{year}-{month:02d}, {len(days)} days", csv)


def _with_staffing(
    by: str, stops: dict[str, list[MeasuredStop]], staffing: dict[Group, list[Staffing]]
) -> dict[str, Figures]:
    keys = {*stops, *(group.key for group in staffing if group.by == by)}
    in_order = sorted(keys, key=lambda key: (len(key) if by == "counter" else 0, key))
    return {key: figures(stops.get(key, []), together(staffing.get(Group(by, key), []))) for key in in_order}


def _wanted(by: str) -> tuple[str, ...]:
    return (by,) if by else SHOWN


def _report(found: dict[str, dict[str, Figures]], title: str, csv: Path | None) -> str:
    if csv:
        parts = [as_csv(long_table(title, by, groups)) for by, groups in found.items()]
        csv.write_text("\n".join(parts), encoding="utf-8", newline="")
    return "\n\n".join(as_text(short_table(f"{title}, by {by}", by, groups)) for by, groups in found.items())
