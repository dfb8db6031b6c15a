"""Whether an office has exactly what the logs of its centres say: each record once, all poison aside."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text

from installers.officelab import country
from installers.officelab.offices import Centre, Offices
from shared.store.database import Store
from sync.exchange import EntityTally
from sync.office.judging import fault_of
from sync.office.store import OfficeStore
from sync.record import AttentionRecord
from sync.tally import differences, tally


class Key(NamedTuple):
    incarnation: str
    ticket: int
    stop: int


@dataclass
class Found:
    """What came of a run. `wrong`: a sentence for each thing that is not as it should be."""

    records: int = 0
    centres: int = 0
    lost: int = 0
    doubled: int = 0
    poison: int = 0
    aside: int = 0
    entity_days: int = 0
    beyond: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def told(self) -> str:
        return (
            f"{self.records:,} records of {self.centres} centres: {self.lost} lost, {self.doubled} doubled, "
            f"{self.aside} of {self.poison} poison put aside at both ends, {self.entity_days:,} counts by entity and "
            f"day equal, {self.beyond} of a lost life kept;"
        )


def prove(offices: Offices, centres: Sequence[Centre], authority: Path) -> Found:
    found = Found(centres=len(centres))
    with OfficeStore(offices.url) as store:
        for centre in centres:
            _prove(store, centre, found)
            told = asyncio.run(_told(offices, centre, authority))
            if told != _aside(store, centre):
                found.wrong.append(f"{centre.id}: its own end is told of {len(told)} records put aside")
    return found


def _prove(store: OfficeStore, centre: Centre, found: Found) -> None:
    expected = country.records_of(centre.store)
    now = datetime.now(UTC)
    poison = {_key(record) for record in expected if fault_of(record, now)}
    good = {_key(record): record for record in expected if not fault_of(record, now)}
    incarnation = _incarnation(centre)
    there = [
        record
        for day in sorted({record.day for record in expected})
        for record in store.records_of(centre.id, incarnation, day)
    ]
    times = Counter(map(_key, there))
    lost, strange = good.keys() - times.keys(), times.keys() - good.keys()
    doubled = sum(times.values()) - len(times)
    differing = [record for record in there if _key(record) in good and record != good[_key(record)]]
    aside = _aside(store, centre)
    beyond = store.beyond(centre.id)
    found.records += len(expected)
    found.lost += len(lost)
    found.doubled += doubled
    found.poison += len(poison)
    found.aside += len(aside & poison)
    found.beyond += len(beyond)
    sentences = {
        "records are lost": len(lost),
        "records are there twice": doubled,
        "records are there that nobody sent": len(strange),
        "records differ": len(differing),
        "poison is not aside, or more is": len(aside ^ poison),
        "rows are of no store of the centre": _rows(store, centre.id) - len(there),
    }
    found.wrong += [f"{centre.id}: {count} {what}" for what, count in sentences.items() if count]
    _compare(good.values(), there, centre.id, found)
    if _restored(centre) and not beyond:
        found.wrong.append(f"{centre.id}: nothing is kept of what it lost")


def _compare(here: Iterable[AttentionRecord], there: Iterable[AttentionRecord], name: str, found: Found) -> None:
    """By entity and day, as both ends count for themselves."""
    ours, theirs = _tallies(here), _tallies(there)
    for day in sorted(ours.keys() | theirs.keys()):
        wrong = differences(ours.get(day, {}), theirs.get(day, {}))
        found.wrong += [f"{name}, {day}: {each}" for each in wrong]
        found.entity_days += len(ours.get(day, {})) - len(wrong)


def _tallies(records: Iterable[AttentionRecord]) -> dict[date, dict[str, EntityTally]]:
    ordered = sorted(records, key=lambda record: record.day)
    return {day: tally(those) for day, those in groupby(ordered, key=lambda record: record.day)}


def _key(record: AttentionRecord) -> Key:
    return Key(record.incarnation, record.ticket, record.stop)


def _aside(store: OfficeStore, centre: Centre) -> set[Key]:
    with store.reading() as connection:
        rows = connection.execute(
            text("SELECT incarnation, ticket, stop FROM quarantine WHERE centre = :centre"), {"centre": centre.id}
        )
        return {Key(*row) for row in rows}


async def _told(offices: Offices, centre: Centre, authority: Path) -> set[Key]:
    """What the centre itself hears of, on a clean line; it is not told of which incarnation."""
    async with centre.link(offices, authority) as link:
        cursor = await link.cursor(centre.id, _incarnation(centre))
    stops = {(parked.ticket, parked.stop) for parked in cursor.parked}
    with OfficeStore(offices.url) as store:
        return {key for key in _aside(store, centre) if (key.ticket, key.stop) in stops}


def _rows(store: OfficeStore, centre: str) -> int:
    with store.reading() as connection:
        wanted = text("SELECT count(*) FROM attention WHERE centre = :centre")
        return int(connection.execute(wanted, {"centre": centre}).scalar() or 0)


def _incarnation(centre: Centre) -> str:
    with closing(Store(centre.store)) as store:
        return str(store.db.conn.execute("SELECT incarnation FROM centre").fetchone()[0])


def _restored(centre: Centre) -> bool:
    with closing(Store(centre.store)) as store:
        found = store.db.conn.execute("SELECT 1 FROM event WHERE day IS NULL AND type = 'store_restored'").fetchone()
        return found is not None
