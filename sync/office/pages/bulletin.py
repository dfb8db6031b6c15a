"""The bulletin of a year: the table that the ministry publishes, by centre.

Source of its columns: the study of the Centros MAC of 2016 (entidades, servicios, atenciones, empresas).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from shared.reports.table import Table
from sync.office.standing import in_order, standings
from sync.office.store import OfficeStore
from sync.office.store.figures import Figures, Wanted


@dataclass(frozen=True)
class BulletinLine:
    """entities, services: in which somebody was attended. companies: constituted. days: on which it attended."""

    centre: str
    name: str
    entities: int
    services: int
    served: int
    companies: int
    days: int

    @property
    def a_day(self) -> int | None:
        return round(self.served / self.days) if self.days else None


@dataclass(frozen=True)
class Bulletin:
    year: int
    years: list[int]
    lines: list[BulletinLine]

    @property
    def served(self) -> int:
        return sum(line.served for line in self.lines)

    @property
    def companies(self) -> int:
        return sum(line.companies for line in self.lines)


def bulletin(store: OfficeStore, year: int, now: datetime) -> Bulletin:
    """Raises StoreFailed."""
    figures = Figures(store)
    wanted = Wanted(date(year, 1, 1), date(year + 1, 1, 1))
    attended = figures.months(wanted, "centre", "entity", spread=False)
    names = {str(centre): str(centre) for centre, _ in attended}
    known = names | {standing.centre: standing.name for standing in standings(store, now)}
    done = figures.done(wanted, "centre", "service")
    days = figures.service_days(wanted)
    lines = [
        BulletinLine(
            centre,
            known[centre],
            entities=sum(1 for (at, _), count in attended.items() if at == centre and count.served),
            services=sum(1 for (at, _), of in done.items() if at == centre and of.times),
            served=sum(count.served for (at, _), count in attended.items() if at == centre),
            companies=sum(of.results for (at, _), of in done.items() if at == centre),
            days=days.get(centre, 0),
        )
        for centre in sorted(names, key=lambda centre: in_order(known[centre]))
    ]
    return Bulletin(year, figures.years(), lines)


def tables(page: Bulletin) -> dict[str, Table]:
    heads = ("centro", "nombre", "entidades", "servicios", "atenciones", "empresas", "dias", "atenciones_por_dia")
    rows = [
        (line.centre, line.name, line.entities, line.services, line.served, line.companies, line.days, line.a_day)
        for line in page.lines
    ]
    return {"boletin": Table(f"boletin-{page.year}", heads, rows)}
