"""The page of a service of a centre: hour by hour."""

from __future__ import annotations

from dataclasses import dataclass

from shared.reports.table import Table
from sync.office import texts
from sync.office.pages.centre import Names
from sync.office.pages.line import CSV_COLUMNS, Line, csv_cells, total
from sync.office.pages.period import Period
from sync.office.standing import Standing
from sync.office.store import OfficeStore
from sync.office.store.figures import Figures


@dataclass(frozen=True)
class HourLine:
    """part: of the fullest hour, 0 to 1."""

    hour: int
    line: Line
    part: float


@dataclass(frozen=True)
class Service:
    standing: Standing
    period: Period
    code: str
    name: str
    entity: str
    whole: Line
    hours: list[HourLine]


def service(store: OfficeStore, standing: Standing, code: str, period: Period) -> Service:
    """Raises StoreFailed."""
    read = Figures(store).hours(period.wanted(standing.centre, code), "entity", "hour")
    names = Names(standing.offered)
    largest = max((count.stops for count in read.values()), default=0)
    hours = [
        HourLine(hour, Line(texts.slot(hour), count), count.stops / largest if largest else 0.0)
        for (_, hour), count in sorted(read.items(), key=lambda each: int(each[0][1]))
    ]
    entity = next((names.entity(entity) for entity, _ in read), "")
    whole = Line(names.service(code), total(list(read.values())))
    return Service(standing, period, code, names.service(code), entity, whole, hours)


def tables(page: Service) -> dict[str, Table]:
    rows = [(each.hour, *csv_cells(each.line)) for each in page.hours]
    return {"horas": Table("horas", ("hora", *CSV_COLUMNS), rows)}
