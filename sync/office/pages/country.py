"""The page of the country: its centres on the map and in a table, and how months compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.reports.table import Table
from sync.office import texts
from sync.office.counting import PERU, Count
from sync.office.pages.line import CSV_COLUMNS, Line, csv_cells, total
from sync.office.pages.map import Mark, marks
from sync.office.pages.period import Period
from sync.office.standing import Standing, State, standings
from sync.office.store import OfficeStore
from sync.office.store.figures import Figures, Wanted, next_month

MONTHS = 13  # so that a month stands beside the same of the year before


@dataclass(frozen=True)
class CentreLine:
    """number: on the map too."""

    number: int
    standing: Standing
    line: Line
    heard: str
    mark: Mark | None

    @property
    def live(self) -> bool:
        return self.standing.state is State.LIVE


@dataclass(frozen=True)
class MonthLine:
    month: Period
    line: Line
    change: str
    part: float  # of the largest month, 0 to 1
    running: bool  # it is not over yet, and not to be compared


@dataclass(frozen=True)
class Country:
    period: Period
    centres: list[CentreLine]
    whole: Line
    months: list[MonthLine]
    years: list[int]

    @property
    def live(self) -> int:
        return sum(centre.live for centre in self.centres)

    @property
    def waiting(self) -> int:
        return sum(centre.standing.waiting for centre in self.centres if centre.live)


def country(store: OfficeStore, period: Period, now: datetime) -> Country:
    """Raises StoreFailed."""
    figures = Figures(store)
    counts = {key[0]: count for key, count in period.read(figures, period.wanted(), "centre").items()}
    known = standings(store, now)
    places = tuple((n, s.place.latitude, s.place.longitude) for n, s in enumerate(known, start=1) if s.place)
    marked = {mark.number: mark for mark in marks(places)}
    centres = [
        CentreLine(
            number,
            standing,
            Line(standing.name, counts.get(standing.centre, Count()), f"/centro/{standing.centre}", standing.centre),
            texts.heard(standing.heard_at, now),
            marked.get(number),
        )
        for number, standing in enumerate(known, start=1)
    ]
    whole = Line("Todo el país", total(list(counts.values())))
    return Country(period, centres, whole, month_lines(figures, period.day, now), figures.years())


def month_lines(figures: Figures, until: date, now: datetime, centre: str | None = None) -> list[MonthLine]:
    """The months up to that of a day, the newest first."""
    last = until.replace(day=1)
    since = last
    for _ in range(MONTHS - 1):
        since = (since - timedelta(days=1)).replace(day=1)
    read = figures.months(Wanted(since, next_month(last), centre), "day")
    counts = {day: count for (day,), count in read.items()}
    largest = max((count.served for count in counts.values()), default=0)
    lines = []
    for month, count in counts.items():
        before = counts.get((month - timedelta(days=1)).replace(day=1), Count()).served
        period = Period("mes", month)
        part = count.served / largest if largest else 0.0
        running = period.until > texts.here(now).date()
        change = texts.NOTHING if running else texts.change(count.served, before)
        lines.append(MonthLine(period, Line(period.words, count), change, part, running))
    return lines[::-1]


def tables(page: Country) -> dict[str, Table]:
    """What a spreadsheet may have of it."""
    heads = ("centro", "nombre", "departamento", "estado", "ultima_senal", "esperan_ahora", *CSV_COLUMNS)
    rows = [
        (
            c.standing.centre,
            c.standing.name,
            c.standing.place.department if c.standing.place else "",
            texts.STATES[c.standing.state],
            f"{c.standing.heard_at.astimezone(PERU):%Y-%m-%d %H:%M}" if c.standing.heard_at else "",
            c.standing.waiting if c.live else None,
            *csv_cells(c.line),
        )
        for c in page.centres
    ]
    return {"centros": Table("centros", heads, rows), "meses": months_table(page.months)}


def months_table(months: list[MonthLine]) -> Table:
    rows = [(f"{each.month.day:%Y-%m}", *csv_cells(each.line)) for each in reversed(months)]
    return Table("meses", ("mes", *CSV_COLUMNS), rows)
