"""Days that centres lived, made once by the rules themselves, and put into the stores of as many centres as wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.events import Recorded
from shared.domain.generate import generate_day
from shared.domain.hall import Hall
from shared.domain.plan import ordinary_plan
from shared.domain.replay import replay
from shared.lan.messages import Ancestor
from shared.store.database import Store
from shared.store.event_log import Batch, EventLog
from sync.record import AttentionRecord, Records

CENTRES = Path(__file__).parents[1] / "centres"
LIMA, SMALL = "lima-norte", "region-sur"
DAYS = (date(2024, 11, 25), date(2024, 11, 26))  # a Monday and a Tuesday, past on every machine
AT_ONCE = 2_000  # events in one transaction
POISON = "x" * 65  # an advisor's id that no office takes


class Happened(NamedTuple):
    at: datetime
    day: date | None
    event: e.Event


def lived(
    centre: str,
    days: Sequence[date],
    seed: int,
    passed: Callable[[int], object] = lambda _: None,
    visits: int | None = None,
) -> list[Happened]:
    """All that happened in a centre on these days, from its first catalogue on. `passed` is told after each day.

    visits: only so many come, the first ones.
    """
    catalogue, hall, told = load_centre(CENTRES / f"{centre}.toml"), Hall(), list[Happened]()
    for number, day in enumerate(days):
        trace = generate_day(catalogue, day, Random(seed + number), f"seed {seed + number}")
        trace = msgspec.structs.replace(trace, visits=trace.visits[:visits])
        replay(catalogue, trace, ordinary_plan(catalogue, day), hall=hall, seen=partial(_note, told))
        passed(1)
    return told


def _note(told: list[Happened], hall: Hall, events: Sequence[e.Event], at: datetime) -> None:
    for event in events:
        if isinstance(event, e.DayOpened):
            day: date | None = event.day
        else:
            day = None if isinstance(event, e.CentreEvent) or hall.day is None else hall.day.day
        told.append(Happened(at, day, event))


def of_centre(happened: Iterable[Happened], centre: str) -> Iterator[Happened]:
    """The same in a centre of another id."""
    for each in happened:
        if isinstance(each.event, e.CatalogueChanged):
            catalogue: Catalogue = msgspec.structs.replace(each.event.catalogue, id=centre)
            yield each._replace(event=e.CatalogueChanged(catalogue))
        else:
            yield each


def poisoned(happened: Iterable[Happened], share: float, random: Random) -> Iterator[Happened]:
    """With so many of the calls by somebody whose id no office takes."""
    for each in happened:
        if isinstance(each.event, e.TicketCalled) and random.random() < share:
            yield each._replace(event=msgspec.structs.replace(each.event, advisor=POISON))
        else:
            yield each


def write(path: Path, centre: str, happened: Iterable[Happened]) -> None:
    """Go on with a store, which is made at the first time, by what happened next. The tables for people stay empty."""
    with closing(Store(path)) as store:
        log = EventLog(store)
        first = next(iterator := iter(happened), None)
        if first is None:
            return
        epoch = log.identity(centre, first.at).epoch
        batch: list[Recorded] = []
        seq = log.last_seq
        for each in chain([first], iterator):
            seq += 1
            batch.append(Recorded(seq, each.at, each.day, epoch, "lab", "", each.event))
            if len(batch) == AT_ONCE:
                log.append([Batch(tuple(batch), ())])
                batch = []
        log.append([Batch(tuple(batch), ())])


def records_of(path: Path, until: int | None = None) -> list[AttentionRecord]:
    """What the office should end up with of a store: the last revision of each stop, in the order of the log."""
    with closing(Store(path)) as store:
        log = EventLog(store)
        centre, incarnation = store.db.conn.execute("SELECT centre, incarnation FROM centre").fetchone()
        before = [Ancestor(each.before, each.seq, each.hash) for each in log.restorations()]
        records = Records(centre, incarnation, before)
        last: dict[tuple[str, int, int], AttentionRecord] = {}
        after = 0
        while page := log.read(after, AT_ONCE):
            for recorded in page:
                if until is None or recorded.seq <= until:
                    for record in records.take(recorded):
                        last[record.incarnation, record.ticket, record.stop] = record
            after = page[-1].seq
    return sorted(last.values(), key=lambda record: record.seq)
