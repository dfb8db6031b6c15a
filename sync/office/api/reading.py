"""The answers: from what the office keeps, as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from sync.live import Offered
from sync.office.api import asked as a, told as t
from sync.office.standing import LIVE_FOR, Standing, standings
from sync.office.store import OfficeStore
from sync.office.store.appointments import AppointmentTable
from sync.office.store.figure_tables import PLACE
from sync.office.store.figures import Counts, Figures, Wanted, next_month
from sync.office.texts import LIMA

MOST_ROWS = 20_000
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
YEAR, FIVE_YEARS = timedelta(days=366), timedelta(days=1827)


class NotAnswered(Exception):
    """What was asked cannot be answered; one sentence."""


class Reading:
    """Raises NotAnswered, StoreFailed."""

    def __init__(self, store: OfficeStore, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._figures = Figures(store)

    def centres(self, _asked: a.AskedCentres) -> t.Centres:
        return t.Centres([_centre_row(standing) for standing in standings(self._store, self._now())])

    def waiting(self, asked: a.AskedWaiting) -> t.Waiting:
        now = self._now()
        rows = [row for standing in self._of(asked.centre) for row in _waiting_rows(standing, now)]
        return t.Waiting([row for row in rows if asked.service in (None, row.service)])

    def catalogue(self, asked: a.AskedCatalogue) -> t.Catalogue:
        return t.Catalogue(
            [row for s in self._of(asked.centre) if s.offered for row in _service_rows(s.centre, s.offered)]
        )

    def appointments(self, asked: a.AskedAppointments) -> t.Appointments:
        """By centre, service and hour, of a day in Peru."""
        if not EARLIEST <= asked.day < LATEST:
            raise NotAnswered(f"day: from {EARLIEST} on, and before {LATEST}")
        begin = datetime.combine(asked.day, time.min, LIMA)
        found = AppointmentTable(self._store).counts(
            begin, begin + timedelta(days=1), asked.centre or "", asked.service or ""
        )
        hours: Counter[tuple[str, str, datetime]] = Counter()
        for each in found:
            hours[each.centre, each.service, each.slot.replace(minute=0, second=0, microsecond=0)] += each.appointments
        return t.Appointments(
            [t.AppointmentRow(centre, service, at, count) for (centre, service, at), count in sorted(hours.items())]
        )

    def days(self, asked: a.AskedDays) -> t.FigureRows:
        if not EARLIEST <= asked.since <= asked.to < LATEST:
            raise NotAnswered(f"from and to: the first and the last day, in this order, from {EARLIEST} on")
        if asked.to - asked.since > YEAR:
            raise NotAnswered("from and to: at most a year")
        wanted = Wanted(asked.since, asked.to + timedelta(days=1), asked.centre, asked.entity, asked.service)
        by = _in_order(asked.by)
        read = self._figures.hours if "hour" in by else self._figures.days
        return _figure_rows(read(wanted, *by, most=MOST_ROWS + 1), by)

    def months(self, asked: a.AskedMonths) -> t.FigureRows:
        since, last = date.fromisoformat(f"{asked.since}-01"), date.fromisoformat(f"{asked.to}-01")
        if since > last or last - since > FIVE_YEARS:
            raise NotAnswered("from and to: the first and the last month, in this order, at most five years")
        wanted = Wanted(since, next_month(last), asked.centre, asked.entity, asked.service)
        by = _in_order(asked.by.replace("month", "day"))
        return _figure_rows(self._figures.months(wanted, *by, most=MOST_ROWS + 1), by, months=True)

    def _of(self, centre: str | None) -> list[Standing]:
        return [standing for standing in standings(self._store, self._now()) if centre in (None, standing.centre)]


def _in_order(by: str) -> tuple[str, ...]:
    words = by.split(",")
    return tuple(word for word in PLACE if word in words)


def _figure_rows(counts: Counts, by: tuple[str, ...], months: bool = False) -> t.FigureRows:
    if len(counts) > MOST_ROWS:
        raise NotAnswered(f"more than {MOST_ROWS} rows: ask for less time, or for one centre, entity or service")
    rows = []
    for key, count in counts.items():
        of = dict(zip(by, key, strict=True))
        if months and (day := of.pop("day", None)):
            of["month"] = f"{day:%Y-%m}"
        rows.append(t.figure_row(of, count))
    return t.FigureRows(rows)


def _centre_row(standing: Standing) -> t.CentreRow:
    place = standing.place
    return t.CentreRow(
        standing.centre,
        standing.name,
        standing.state.value,
        standing.heard_at,
        standing.open,
        standing.waiting,
        place.department if place else "",
        place.latitude if place else None,
        place.longitude if place else None,
    )


def _waiting_rows(standing: Standing, now: datetime) -> list[t.WaitingRow]:
    live, offered = standing.live, standing.offered
    if live is None:
        return []
    names = {service.code: service.name for service in offered.services} if offered else {}
    entities = {queue.prefix: queue.entity for queue in offered.queues} if offered else {}
    fresh = live.open and now - live.at <= LIVE_FOR
    rows = []
    for service in live.services:
        wait_from, wait_to = service.wait or (None, None)
        rows.append(
            t.WaitingRow(
                standing.centre,
                service.code,
                names.get(service.code, service.code),
                entities.get(service.queue, ""),
                service.queue,
                service.state,
                service.waiting,
                wait_from,
                wait_to,
                service.counters,
                live.at,
                fresh,
            )
        )
    return rows


def _service_rows(centre: str, offered: Offered) -> list[t.ServiceRow]:
    queues = {queue.prefix: queue for queue in offered.queues}
    entities = {entity.id: entity.name for entity in offered.entities}
    rows = []
    for service in offered.services:
        queue = queues.get(service.queue)
        entity = queue.entity if queue else ""
        rows.append(
            t.ServiceRow(
                centre,
                entity,
                entities.get(entity, entity),
                service.queue,
                queue.name if queue else service.queue,
                service.code,
                service.name,
                service.fee_cents,
                service.appointment,
                "; ".join(service.requirements),
            )
        )
    return rows
