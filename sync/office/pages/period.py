"""The day or the month that a page is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sync.office import texts
from sync.office.store.figures import Counts, Figures, Wanted, next_month

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
DAY, MONTH = "dia", "mes"


@dataclass(frozen=True)
class Period:
    """kind: DAY or MONTH. day: the day, or the first of the month."""

    kind: str
    day: date

    @property
    def until(self) -> date:
        return self.day + timedelta(days=1) if self.kind == DAY else next_month(self.day)

    @property
    def words(self) -> str:
        return texts.day_words(self.day) if self.kind == DAY else texts.month_words(self.day)

    @property
    def query(self) -> str:
        return f"dia={self.day}" if self.kind == DAY else f"mes={self.day:%Y-%m}"

    @property
    def before(self) -> Period:
        day = self.day - timedelta(days=1)
        return Period(self.kind, day if self.kind == DAY else day.replace(day=1))

    @property
    def after(self) -> Period:
        return Period(self.kind, self.until)

    @property
    def month(self) -> Period:
        return Period(MONTH, self.day.replace(day=1))

    def wanted(self, centre: str | None = None, service: str | None = None) -> Wanted:
        return Wanted(self.day, self.until, centre, service=service)

    def read(self, figures: Figures, wanted: Wanted, *by: str) -> Counts:
        return (figures.days if self.kind == DAY else figures.months)(wanted, *by)


def period_of(query: Mapping[str, str], newest: date) -> Period:
    """What was asked for; the newest day where nothing was, or nothing that is a day."""
    try:
        if MONTH in query:
            found = Period(MONTH, date.fromisoformat(f"{query[MONTH]}-01"))
        else:
            found = Period(DAY, date.fromisoformat(query[DAY]))
    except (KeyError, ValueError):
        return Period(DAY, newest)
    return found if FIRST < found.day < LAST else Period(DAY, newest)
