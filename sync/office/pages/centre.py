"""The page of a centre: what waits now, its hours, its entities and services, and how months compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from shared.reports.table import Table
from sync.live import Live, Offered
from sync.office import texts
from sync.office.counting import Count
from sync.office.pages.country import MonthLine, month_lines, months_table
from sync.office.pages.hours import HourLine, hour_lines, hours_table
from sync.office.pages.line import CSV_COLUMNS, Line, csv_cells, total
from sync.office.pages.period import Period
from sync.office.standing import LIVE_FOR, Standing, in_order, standings
from sync.office.store import OfficeStore
from sync.office.store.figures import Figures


@dataclass(frozen=True)
class QueueNow:
    """part: of the fullest queue, 0 to 1."""

    name: str
    state: str
    waiting: int
    wait: str
    counters: int
    part: float


@dataclass(frozen=True)
class EntityLines:
    line: Line
    services: list[Line]


@dataclass(frozen=True)
class Centre:
    """now: empty where the centre did not say just now how it stands."""

    standing: Standing
    period: Period
    heard: str
    whole: Line
    hours: list[HourLine]
    entities: list[EntityLines]
    now: list[QueueNow]
    months: list[MonthLine]


def standing_of(store: OfficeStore, centre: str, now: datetime) -> Standing | None:
    return next((standing for standing in standings(store, now) if standing.centre == centre), None)


def centre(store: OfficeStore, standing: Standing, period: Period, now: datetime) -> Centre:
    """Raises StoreFailed."""
    figures = Figures(store)
    wanted = period.wanted(standing.centre)
    entities = entity_lines(standing, period.read(figures, wanted, "entity", "service"), period)
    hours = {int(hour): count for (hour,), count in figures.hours(wanted, "hour").items()}
    return Centre(
        standing,
        period,
        texts.heard(standing.heard_at, now),
        Line(standing.name, total([each.line.count for each in entities])),
        hour_lines(hours),
        entities,
        queues_now(standing.live, standing.offered, now),
        month_lines(figures, period.day, now, standing.centre),
    )


def entity_lines(standing: Standing, counts: dict[tuple[str, ...], Count], period: Period) -> list[EntityLines]:
    """By name; within an entity its services, by name too."""
    names = Names(standing.offered)
    services: dict[str, list[Line]] = {}
    for (entity, service), count in counts.items():
        link = f"/centro/{quote(standing.centre)}/servicio/{quote(service)}?{period.query}" if service else ""
        services.setdefault(entity, []).append(Line(names.service(service), count, link, service))
    found = [
        EntityLines(
            Line(names.entity(entity), total([line.count for line in lines]), code=entity),
            sorted(lines, key=lambda line: in_order(line.name)),
        )
        for entity, lines in services.items()
    ]
    return sorted(found, key=lambda each: in_order(each.line.name))


class Names:
    """What codes of a centre are called; the code itself where the centre never said."""

    def __init__(self, offered: Offered | None) -> None:
        self._entities = {entity.id: entity.name for entity in offered.entities} if offered else {}
        self._services = {service.code: service.name for service in offered.services} if offered else {}

    def entity(self, code: str) -> str:
        return self._entities.get(code, code.upper())

    def service(self, code: str) -> str:
        return self._services.get(code, code or texts.UNNAMED_SERVICE)


def queues_now(live: Live | None, offered: Offered | None, now: datetime) -> list[QueueNow]:
    """In the centre's own order."""
    if live is None or offered is None or not live.open or now - live.at > LIVE_FOR:
        return []
    names = {queue.prefix: queue.name for queue in offered.queues}
    largest = max((service.waiting for service in live.services), default=0) or 1
    found = []
    for prefix in dict.fromkeys(service.queue for service in live.services):
        services = [service for service in live.services if service.queue == prefix]
        waits = [service.wait for service in services if service.wait]
        wait = (min(low for low, _ in waits), max(high for _, high in waits)) if waits else None
        states = {service.state for service in services}
        state = "open" if "open" in states else services[0].state
        found.append(
            QueueNow(
                names.get(prefix, prefix),
                texts.SERVICE_STATES.get(state, state),
                services[0].waiting,
                texts.wait(wait),
                services[0].counters,
                services[0].waiting / largest,
            )
        )
    return found


def tables(page: Centre) -> dict[str, Table]:
    rows = [
        (entity.line.code, entity.line.name, service.code, service.name, *csv_cells(service))
        for entity in page.entities
        for service in entity.services
    ]
    services = Table("servicios", ("entidad", "nombre_entidad", "servicio", "nombre_servicio", *CSV_COLUMNS), rows)
    now = Table(
        "ahora",
        ("cola", "estado", "esperan", "espera", "modulos"),
        [(queue.name, queue.state, queue.waiting, queue.wait, queue.counters) for queue in page.now],
    )
    return {"servicios": services, "ahora": now, "horas": hours_table(page.hours), "meses": months_table(page.months)}
