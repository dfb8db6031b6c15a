"""Rows: what does not depend on the length of the past, with five million tickets of it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from statistics import median

from installers.bench.clients import hall
from installers.bench.past import A_DAY, Past
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.bench.stand import Stand
from installers.bench.steps import Counted, apart
from installers.faultlab.work import BEGINS
from shared.store.copies import copies_beside
from shared.store.repairing import Suspicion
from shared.store.shipped import Tip

MOST = 5_000_000
LARGEST = 12 * 1024**3  # bytes
A_SECOND = 50
OF_TICKETS = ("coded_service WHERE attention", "attention WHERE id", "stop WHERE ticket", "ticket WHERE id")
OF_TODAY = ("DELETE FROM counter_today", "DELETE FROM request", "DELETE FROM day WHERE closed_at IS NULL")


class Kept:
    """The store with the long past: built once, and after each use as it was."""

    def __init__(self, bench: Bench, tickets: int) -> None:
        self.path = bench.kept / f"past-{tickets}" / "centre.sqlite"
        self.tickets = tickets
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            building = self.path.with_name("building.sqlite")
            for left in self.path.parent.glob("building.sqlite*"):
                left.unlink()
            Past(tickets).write(building, bench.passed)
            building.rename(self.path)
        with closing(sqlite3.connect(self.path)) as connection:
            self.last = self._last(connection)

    @property
    def gigabytes(self) -> float:
        return self.path.stat().st_size / 1024**3

    def as_before(self) -> None:
        """Take out what came after the past, and what hubs left beside it."""
        shutil.rmtree(copies_beside(self.path), ignore_errors=True)
        Tip(self.path).path.unlink(missing_ok=True)
        Suspicion(self.path).settle()
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous=OFF")
            last = self._last(connection)
            connection.execute("BEGIN")
            first = connection.execute("SELECT min(day) FROM event WHERE seq > ?", (last,)).fetchone()[0]
            if first:
                of = int(first.replace("-", "")) * 100_000
                for table in OF_TICKETS:
                    connection.execute(f"DELETE FROM {table} > ?", (of,))
            for sql in OF_TODAY:
                connection.execute(sql)
            connection.execute("DELETE FROM event WHERE seq > ?", (last,))
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._as_if_copied(last)

    def _as_if_copied(self, last: int) -> None:
        """A hub that finds no copy of the last closing makes one at once: here it finds one that says it was made."""
        copies_beside(self.path).mkdir()
        copy = copies_beside(self.path) / f"{self.path.stem}-{BEGINS:%Y-%m-%d}.sqlite"
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY)")
            connection.execute("INSERT INTO event VALUES (?)", (last,))

    @staticmethod
    def _last(connection: sqlite3.Connection) -> int:
        """Of the last event of the past: the last closing of a day."""
        sql = "SELECT max(seq) FROM (SELECT seq FROM event WHERE type = 'day_closed' ORDER BY seq DESC LIMIT 1)"
        return int(connection.execute(sql).fetchone()[0])


def steps(bench: Bench) -> list[Measured]:
    """Issue, call, start, finish and transfer, with none and with all of the past."""
    kept = Kept(bench, bench.of(MOST, 20_000))
    kept.as_before()
    found = [Counted(kept.path)]
    kept.as_before()
    Past(0).write(bench.folder / "empty.sqlite")
    found.append(Counted(bench.folder / "empty.sqlite"))
    scans = sum(len(each) for counted in found for each in counted.scans.values())
    said = f"{kept.tickets:,} tickets in {kept.gigabytes:.1f} GB: {found[0].steps}; with none {found[1].steps}"
    return [
        Measured("steps of SQLite's machine, how far apart", apart([each.steps for each in found]), 0.02, said),
        Measured("table scans in the plans", scans, 0, said),
        Measured("size of the store, of the most it may have", kept.path.stat().st_size / LARGEST, 1.0, said),
    ]


def history(bench: Bench) -> list[Measured]:
    """A hub on the long past against one on none, in turns: its start, and each of its orders."""
    kept = Kept(bench, bench.of(MOST, 20_000))
    empty = bench.folder / "empty" / "centre.sqlite"
    empty.parent.mkdir()
    Past(0).write(empty)
    orders = bench.of(300, 40)
    cost: dict[Path, list[float]] = {kept.path: [], empty: []}
    start: dict[Path, list[float]] = {kept.path: [], empty: []}
    for _ in range(bench.rounds):
        bench.flush()
        for path in cost:
            if path is kept.path:
                kept.as_before()
            began, taken = _day_of(path, orders)
            start[path].append(began)
            cost[path].append(p(taken, 50))
            if path is empty:
                path.unlink()
                Past(0).write(path)
        bench.passed(1)
    kept.as_before()
    said = f"p50 {ms(median(cost[kept.path]))} after {kept.tickets:,} tickets, {ms(median(cost[empty]))} after none; "
    said += f"start {median(start[kept.path]):.2f} s and {median(start[empty]):.2f} s"
    return [
        Measured("p50 of an order after the past against none", _ratio(cost, kept.path, empty), 1.1, said),
        Measured("start of the hub after the past against none", _ratio(start, kept.path, empty), 1.1, said),
    ]


def _ratio(of: dict[Path, list[float]], one: Path, other: Path) -> float:
    return median(of[one]) / median(of[other])


def _day_of(store: Path, orders: int) -> tuple[float, list[float]]:
    stand = Stand(store.parent, store=store)
    began = stand.start()
    try:
        return began, asyncio.run(_orders(stand, orders))
    finally:
        stand.stop()


async def _orders(stand: Stand, orders: int) -> list[float]:
    async with hall(stand, "history") as people:
        return await people.paced(orders, A_SECOND)


def _build(bench: Bench) -> int:
    """Steps of the bar for building the past, where it is not there yet."""
    tickets = bench.of(MOST, 20_000)
    built = (bench.kept / f"past-{tickets}" / "centre.sqlite").exists()
    return 0 if built else -(-tickets // A_DAY)


ROWS = (
    Row("steps", "VM steps after 5 million past tickets and after none", steps, _build),
    Row("history", "a hub after 5 million past tickets and after none", history, lambda bench: bench.rounds),
)
