"""Records of whole days of several centres, from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from sync.office.counting import PERU
from sync.record import AttentionRecord, Ending
from tests.fakes.records import SERVED, STORE

SERVICES = {
    ("bn", "BN"): ("BN01", "BN02", ""),
    ("pj", "PJ"): ("PJ01", "PJ02"),
    ("reniec", "RT"): ("RT01", "RT04"),
    ("sunat", "ST"): ("ST01",),
}
RESULT = "ST01"  # a company constituted


def day_of(centre: str, day: date, tickets: int = 60, seed: int = 1) -> Iterator[AttentionRecord]:
    """One or two stops a ticket, of every outcome, some revised."""
    chance = random.Random(f"{seed} {centre} {day}")
    opening = datetime.combine(day, time(8, 30), PERU).astimezone(UTC)
    for number in range(1, tickets + 1):
        arrived = opening + timedelta(seconds=chance.randrange(9 * 3600))
        for stop in range(chance.choice((1, 1, 1, 2))):
            record = _stop(chance, centre, day, number, stop, arrived)
            yield record
            arrived = record.ended_at


def _stop(chance: random.Random, centre: str, day: date, number: int, stop: int, arrived: datetime) -> AttentionRecord:
    (entity, queue), services = chance.choice(tuple(SERVICES.items()))
    service = chance.choice(services)
    outcome = chance.choice((*[Ending.SERVED] * 8, *Ending))
    called = arrived + timedelta(seconds=chance.randrange(1800))
    started = called + timedelta(seconds=chance.randrange(5, 60))
    attended = chance.randrange(60, 900)
    was_called = outcome in (Ending.SERVED, Ending.TRANSFERRED, Ending.ABSENT)
    was_attended = outcome in (Ending.SERVED, Ending.TRANSFERRED)
    interrupted = chance.choice((0, 0, 0, 120))
    return AttentionRecord(
        centre=centre,
        incarnation=STORE,
        ticket=int(f"{day:%Y%m%d}{number:05d}"),
        stop=stop,
        revision=0,
        seq=number * 10 + stop,
        day=day,
        number=f"{queue} {number:03d}",
        entity=entity,
        queue=queue,
        service=service,
        services=(service,) if was_attended and service else (),
        results=(service,) if was_attended and service == RESULT else (),
        preferential=chance.random() < 0.2,
        language="es",
        outcome=outcome,
        issued_at=arrived,
        eligible_at=arrived,
        called_at=called if was_called else None,
        started_at=started if was_attended else None,
        ended_at=started + timedelta(seconds=attended),
        attended_seconds=attended if was_attended else 0,
        calls=int(was_called),
        counter=SERVED.counter if was_called else 0,
        advisor=SERVED.advisor if was_called else "",
        promised=(5, 15) if chance.random() < 0.8 else None,
        because="arrival" if was_called else "",
        wait_limit=chance.choice((15, 20, None)),
        attention_limit=10,
        wait_interrupted=interrupted if was_called else 0,
        attention_interrupted=min(interrupted, attended) if was_attended else 0,
        satisfaction=chance.choice((None, None, 3, 5)) if was_attended else None,
    )
