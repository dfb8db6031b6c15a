"""The page of a service of a centre: hour by hour."""

from __future__ import annotations

from dataclasses import dataclass

from shared.reports.table import Table
from sync.office.counting import Count
from sync.office.pages.centre import Names
from sync.office.pages.hours import HourLine, hour_lines, hours_table
from sync.office.pages.line import Line, total
from sync.office.pages.period import Period
from sync.office.standing import Standing
from sync.office.store import OfficeStore
from sync.office.store.figures import Figures


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
    by_hour: dict[int, Count] = {}
    for (_, hour), count in read.items():  # one that went from an entity to another has hours of both
        by_hour.setdefault(int(hour), Count()).add(count)
    entity = next((names.entity(entity) for entity, _ in read), "")
    whole = Line(names.service(code), total(list(read.values())))
    return Service(standing, period, code, names.service(code), entity, whole, hour_lines(by_hour))


def tables(page: Service) -> dict[str, Table]:
    return {"horas": hours_table(page.hours)}
