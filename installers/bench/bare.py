"""The bare opponent of the hub's store: the same rows in the same tables, without rules, network or programs."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import Any

from installers.bench.flushing import counting
from installers.faultlab.work import BEGINS, Work, centre
from shared.domain import commands as c
from shared.domain.events import encode_event, event_type
from shared.store.database import Store
from shared.store.event_log import Batch, EventLog, chained
from shared.store.projections import iso

Statements = list[tuple[str, tuple[Any, ...]]]

EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
REQUEST = "INSERT INTO request VALUES (?, ?, ?, ?, ?, ?)"
COUNTERS = tuple(range(1, 46))


class BareStore:
    """A store on which visits are written as the hub writes them: issued, called, started, finished.

    `orders` are made beforehand, each the statements of one order, so that only SQLite is measured.
    """

    def __init__(self, path: Path, orders: int) -> None:
        self._store = Store(path)
        self._connection: sqlite3.Connection = self._store.db.conn
        log = EventLog(self._store)
        catalogue = centre()
        log.identity(catalogue.id, BEGINS)
        work = Work(log, catalogue, Random(1), BEGINS)
        for command in _opening(work):
            log.append([work.ordered(command)])
        self._hash = "0" * 64
        self._ready: Iterator[Statements] = iter(
            [self._statements(work.ordered(command)) for command in visits(orders)]
        )

    def close(self) -> None:
        self._store.close()

    def _statements(self, batch: Batch) -> Statements:
        made: Statements = []
        for recorded in batch.events:
            body = encode_event(recorded.event).decode()
            day = recorded.day.isoformat() if recorded.day else None
            row = (recorded.seq, iso(recorded.at), day, recorded.epoch, recorded.device, recorded.person)
            self._hash = chained(self._hash, row, body)
            made.append((EVENT, (*row, event_type(recorded.event), body, self._hash)))
        made += batch.statements
        if batch.answer:
            given = batch.answer
            made.append((REQUEST, (given.request, iso(given.at), "d" * 64, given.seq, "x" * 400, "s" * 16)))
        return made

    def commit(self, group: int) -> float:
        """Write so many orders in one transaction. Returns the seconds it took."""
        statements = [each for _ in range(group) for each in next(self._ready)]
        began = perf_counter()
        self._connection.execute("BEGIN")
        for sql, values in statements:
            self._connection.execute(sql, values)
        self._connection.execute("COMMIT")
        return perf_counter() - began


def paced(path: Path, orders: int, a_second: float) -> list[float]:
    """Each order in a commit of its own, so many a second. Returns the seconds of each commit."""
    with closing(BareStore(path, orders)) as store:
        taken, begins = [], perf_counter()
        for number in range(orders):
            sleep(max(0.0, begins + number / a_second - perf_counter()))
            taken.append(store.commit(1))
    return taken


def paced_apart(path: Path, orders: int, a_second: float, slower: int) -> list[float]:
    """The same in a process of its own, where each flush takes so many milliseconds longer."""
    before = counting(path.with_suffix(".trace"), slower) if slower else []
    command = [*before, sys.executable, "-m", "installers.bench.bare", str(path), str(orders), str(a_second)]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [float(each) for each in said.split()]


def saturated(path: Path, groups: Sequence[int]) -> float:
    """Groups of these sizes, one after another, without a pause. Returns orders a second."""
    with closing(BareStore(path, sum(groups))) as store:
        return sum(groups) / sum(store.commit(size) for size in groups)


def _opening(work: Work) -> Iterator[c.Command]:
    catalogue = centre()
    if not work.hall.centre.has_catalogue:
        yield c.ChangeCatalogue(catalogue)
    yield c.OpenDay(BEGINS.astimezone(catalogue.timezone).date())
    for number in COUNTERS:
        yield c.OpenCounter(number, catalogue.advisors[number - 1].id)


def visits(orders: int) -> Iterator[c.Command]:
    """Visit after visit, each at the next counter."""
    catalogue = centre()
    made = 0
    while True:
        for number in COUNTERS:
            for command in visit(catalogue.counter[number].queues[0], number):
                if made == orders:
                    return
                made += 1
                yield command


def visit(queue: str, counter: int) -> Iterator[c.Command]:
    yield c.IssueTicket(queue=queue)
    yield c.CallNext(counter)
    yield c.StartAttention(counter)
    yield c.FinishAttention(counter)


if __name__ == "__main__":
    print(*paced(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
