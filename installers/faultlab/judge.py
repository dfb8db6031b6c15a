"""What a store must be like after any fault: whole, contiguous, and with everything that was acknowledged."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from shared.domain.hall import Hall
from shared.store.database import Store
from shared.store.event_log import EventLog


class Bad(Exception):
    """What is wrong with a store, in one sentence."""


def look(path: Path, acknowledged: Collection[str]) -> set[str]:
    """The acknowledged requests that are missing. Raises Bad, StoreError or sqlite3.Error when it is not whole."""
    if not path.exists():
        return set(acknowledged)
    with closing(Store(path)) as store:
        log = EventLog(store)
        _must_be_whole(store.db.conn, log)
        _must_agree(store.db.conn, log)
        return set(acknowledged) - {given.request for given in log.answers()}


def _must_be_whole(connection: sqlite3.Connection, log: EventLog) -> None:
    [check] = connection.execute("PRAGMA quick_check(1)").fetchone()
    if check != "ok":
        raise Bad(check)
    if broken := log.broken_link():
        raise Bad(f"the chain breaks at event {broken}")
    counted, first = connection.execute("SELECT count(*), min(seq) FROM event").fetchone()
    if counted and (first, counted) != (1, log.last_seq):
        raise Bad(f"there are {counted} events from {first} to {log.last_seq}")


def _must_agree(connection: sqlite3.Connection, log: EventLog) -> None:
    """The tables say what the fold of the log says, so no transaction is there by halves."""
    hall = Hall()
    for recorded in log.for_start():
        hall.apply(recorded.event, recorded.at)
    if hall.day is None:
        return
    day = hall.day
    tables = dict(connection.execute("SELECT id, state FROM ticket WHERE day = ?", (day.day.isoformat(),)).fetchall())
    folded = {ticket.id: ticket.state.value for ticket in day.tickets.values()}
    if tables != folded:
        raise Bad(f"the table of tickets has {len(tables)} and the log tells of {len(folded)}, or their states differ")
    counters = connection.execute("SELECT counter, coalesce(attention, 0) FROM counter_today WHERE attention > 0")
    if day.is_open and dict(counters) != {n: state.attention for n, state in day.counters.items() if state.attention}:
        raise Bad("the counters at work are not those of the log")
    sealed = connection.execute("SELECT count(*) FROM sealed").fetchone()[0]
    if not day.is_open and sealed:
        raise Bad("what was sealed on a closed day is still there")
