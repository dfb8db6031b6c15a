"""What an order costs the database, in counters that no noise moves: steps of SQLite's machine, and plans."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from installers.faultlab.work import BEGINS, Work, centre
from shared.domain import commands as c
from shared.store.database import Store
from shared.store.event_log import EventLog

COUNTER = 20
SERVICE = "PJ01"
WARM = 3  # visits before the counted one
CONTROL = "SELECT count(*) FROM stop WHERE service = 'PJ01'"
"""Reads every row: what both checks must notice."""


class Counted:
    """Of each order: its steps and the statements it ran. Opens the store, and leaves a day behind in it."""

    def __init__(self, path: Path, *, control: bool = False) -> None:
        """control: each order also reads a whole table, as no order may."""
        self.steps: dict[str, int] = {}
        self.scans: dict[str, list[str]] = {}
        self._control = control
        self._count = 0
        with closing(Store(path)) as store:
            self._connection: sqlite3.Connection = store.db.conn
            self._log = EventLog(store)
            catalogue = centre()
            self._log.identity(catalogue.id, BEGINS)
            work = Work(self._log, catalogue, Random(1), BEGINS)
            self._day(work)

    def _day(self, work: Work) -> None:
        catalogue = centre()
        if not work.hall.centre.has_catalogue:
            self._log.append([work.ordered(c.ChangeCatalogue(catalogue))])
        today = BEGINS.astimezone(catalogue.timezone).date()
        self._log.append([work.ordered(c.OpenDay(today))])
        self._log.append([work.ordered(c.OpenCounter(COUNTER, catalogue.advisors[COUNTER - 1].id))])
        for visit in range(WARM + 1):
            for name, command in self._visit():
                batch = work.ordered(command)
                with self._counting(name, last=visit == WARM):
                    self._log.append([batch])
                    if self._control:
                        self._connection.execute(CONTROL).fetchone()

    @staticmethod
    def _visit() -> Iterator[tuple[str, c.Command]]:
        yield "issue", c.IssueTicket(SERVICE)
        yield "call", c.CallNext(COUNTER)
        yield "start", c.StartAttention(COUNTER)
        yield "finish", c.FinishAttention(COUNTER)
        yield "issue", c.IssueTicket(SERVICE)
        yield "call", c.CallNext(COUNTER)
        yield "start", c.StartAttention(COUNTER)
        yield "transfer", c.TransferTicket(COUNTER, "MX")

    @contextmanager
    def _counting(self, name: str, *, last: bool) -> Iterator[None]:
        said: list[str] = []
        self._count = 0
        if last:
            self._connection.set_progress_handler(self._step, 1)
            self._connection.set_trace_callback(said.append)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)
            self._connection.set_trace_callback(None)
        if last:
            self.steps[name] = self._count
            self.scans[name] = [found for sql in said for found in scans(self._connection, sql)]

    def _step(self) -> int:
        self._count += 1
        return 0


def scans(connection: sqlite3.Connection, sql: str) -> list[str]:
    """The tables that a statement reads from end to end. Those of a handful of rows, by design, are named with it."""
    if sql.split(None, 1)[0] not in ("SELECT", "INSERT", "UPDATE", "DELETE"):
        return []
    plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    return [f"{detail} in {sql[:80]}" for *_, detail in plan if str(detail).startswith("SCAN")]


def apart(counts: list[dict[str, int]]) -> float:
    """By how much the dearest of one order is above the cheapest, over all orders: 0.02 is two in a hundred."""
    return max(max(each[name] for each in counts) / min(each[name] for each in counts) - 1 for name in counts[0])
