"""A country of invented centres for the pictures of the office's pages: a few days of each of the last months.

The places are real cities; names, people and every figure are made here, from a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from shared.domain.catalogue import Catalogue, Queue
from sync.exchange import Batch
from sync.live import Live, ServiceNow, offered_of
from sync.office.counting import PERU
from sync.office.store import OfficeStore
from sync.office.store.live import LiveTable
from sync.office.store.places import Place, Places
from sync.office.store.recounting import Recounting
from sync.record import AttentionRecord, Ending

SEED = 20261124
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 24, 15, 20, tzinfo=UTC)
STORE = "0123456789abcdef"
MONTHS, DAYS_A_MONTH, TICKETS = 13, 2, 360  # of a centre of size 1
LATE, SILENT = "ayacucho", "loreto"
CENTRES = {  # id: name, department, degrees, size, how long people wait there
    "ancash": ("MAC Áncash", Place("Áncash", -9.53, -77.53), 0.6, 0.9),
    "arequipa": ("MAC Arequipa", Place("Arequipa", -16.40, -71.54), 1.0, 1.0),
    "ayacucho": ("MAC Ayacucho", Place("Ayacucho", -13.16, -74.22), 0.5, 0.8),
    "cajamarca": ("MAC Cajamarca", Place("Cajamarca", -7.16, -78.51), 0.6, 0.9),
    "callao": ("MAC Callao", Place("Callao", -12.05, -77.12), 1.2, 1.25),
    "cusco": ("MAC Cusco", Place("Cusco", -13.53, -71.97), 0.9, 1.0),
    "ica": ("MAC Ica", Place("Ica", -14.07, -75.73), 0.6, 0.8),
    "lima-este": ("MAC Lima Este", Place("Lima", -12.03, -76.94), 1.3, 1.2),
    "lima-norte": ("MAC Lima Norte", Place("Lima", -11.99, -77.06), 1.6, 1.45),
    "lima-sur": ("MAC Lima Sur", Place("Lima", -12.15, -76.97), 1.2, 1.1),
    "loreto": ("MAC Loreto", Place("Loreto", -3.75, -73.25), 0.4, 0.7),
    "piura": ("MAC Piura", Place("Piura", -5.19, -80.63), 0.9, 1.0),
    "ventanilla": ("MAC Ventanilla", Place("Callao", -11.88, -77.13), 0.8, 0.9),
}


def fill(store: OfficeStore, catalogue: Catalogue) -> None:
    """Raises StoreFailed."""
    live, places, offered = LiveTable(store), Places(store), offered_of(catalogue)
    for centre, (name, where, size, slow) in CENTRES.items():
        chance = random.Random(f"{SEED} {centre}")
        heard = NOW - {LATE: timedelta(minutes=95), SILENT: timedelta(days=3)}.get(centre, timedelta(seconds=20))
        batch: list[AttentionRecord] = []
        for month, day in enumerate(_days()):
            grown = 0.8 + 0.02 * month + chance.uniform(-0.04, 0.04)
            tickets = round(TICKETS * size * grown)
            batch += [each for each in _day(chance, catalogue, centre, day, tickets, slow) if each.ended_at < heard]
        store.take(centre, STORE, Batch(0, len(batch), tuple(batch)), heard)
        places.put(centre, where)
        live.put_offered(centre, msgspec.structs.replace(offered, name=name), heard)
        live.put(centre, STORE, _now(chance, catalogue, heard, size), heard)
    Recounting(store).all()


def _now(chance: random.Random, catalogue: Catalogue, at: datetime, size: float) -> Live:
    """Every queue is open, with a few people in it."""
    usual = sum(q.demand for q in catalogue.queues) / len(catalogue.queues)
    waiting = {q.prefix: round(chance.uniform(0, 5) * size * q.demand / usual) for q in catalogue.queues}
    services = []
    for service in catalogue.services:
        waits, counters = waiting[service.queue], len(catalogue.counters_of[service.queue])
        low = 5 * round(waits / counters * 0.6)
        services.append(ServiceNow(service.code, service.queue, "open", waits, (low, low + 10), counters))
    return Live(at, at.astimezone(PERU).date(), True, tuple(services))


def _days() -> Iterator[date]:
    """Two days of each month; of this one, last Friday, yesterday and today."""
    today = NOW.astimezone(PERU).date()
    for back in range(MONTHS - 1, 0, -1):
        month = today.month - 1 - back
        for day in (10, 17)[:DAYS_A_MONTH]:
            yield date(today.year + month // 12, month % 12 + 1, day)
    yield today - 4 * DAY
    yield today - DAY
    yield today


def _day(
    chance: random.Random, catalogue: Catalogue, centre: str, day: date, tickets: int, slow: float
) -> Iterator[AttentionRecord]:
    opening = datetime.combine(day, time(8, 30), PERU).astimezone(UTC)
    weights = [queue.demand for queue in catalogue.queues]
    for number in range(1, tickets + 1):
        queue = chance.choices(catalogue.queues, weights)[0]
        arrived = opening + timedelta(seconds=round(9 * 3600 * chance.betavariate(1.1, 1.5)))
        yield _record(chance, catalogue, centre, day, number, queue, arrived, slow)


def _record(
    chance: random.Random,
    catalogue: Catalogue,
    centre: str,
    day: date,
    number: int,
    queue: Queue,
    arrived: datetime,
    slow: float,
) -> AttentionRecord:
    services = [service for service in catalogue.services if service.queue == queue.prefix]
    service = chance.choice(services).code if chance.random() < 0.5 else services[0].code
    limits = catalogue.limits_of(queue.prefix, day, service)
    outcome = chance.choices((Ending.SERVED, Ending.ABSENT, Ending.CANCELLED, Ending.LEFT), (90, 5, 3, 2))[0]
    called = arrived + timedelta(seconds=round(chance.lognormvariate(0, 0.75) * 60 * limits.wait * 0.42 * slow))
    started = called + timedelta(seconds=chance.randrange(20, 70))
    attended = round(chance.lognormvariate(0, 0.5) * 60 * limits.service * 0.48)
    was_called, was_attended = outcome in (Ending.SERVED, Ending.ABSENT), outcome is Ending.SERVED
    company = was_attended and queue.entity == "sunarp" and chance.random() < 0.1
    return AttentionRecord(
        centre=centre,
        incarnation=STORE,
        ticket=int(f"{day:%Y%m%d}{number:05d}"),
        stop=0,
        revision=0,
        seq=1,
        day=day,
        number=f"{queue.prefix} {number:03d}",
        entity=queue.entity,
        queue=queue.prefix,
        service=service,
        services=(service,) if was_attended else (),
        results=(service,) if company else (),
        preferential=chance.random() < 0.18,
        language="es",
        outcome=outcome,
        issued_at=arrived,
        eligible_at=arrived,
        called_at=called if was_called else None,
        started_at=started if was_attended else None,
        ended_at=started + timedelta(seconds=attended),
        attended_seconds=attended if was_attended else 0,
        calls=int(was_called),
        counter=1 if was_called else 0,
        advisor="a001" if was_called else "",
        promised=None,
        because="arrival" if was_called else "",
        wait_limit=limits.wait,
        attention_limit=limits.service,
    )
