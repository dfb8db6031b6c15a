"""A store with a long past: closed days of many tickets, written by SQL, with the log and its chain whole.

Every ticket of the past was issued, called, started and finished. After the last full day there is one that nobody came
to: the hub begins from the last day, and it is the same after any past.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from installers.faultlab.work import BEGINS, centre
from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.events import encode_event, event_type
from shared.store.database import Store
from shared.store.event_log import FIRST_HASH, EventLog, chained
from shared.store.projections import catalogue_rows, iso

A_DAY = 4_000  # tickets
EVENTS_EACH = 4
EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count) "
OF_A_DAY = (
    NUMBERS + "INSERT INTO ticket SELECT :first + i, :day, printf('PJ %03d', i), 'PJ', i, 0, 'es', :at, 'done' FROM n",
    NUMBERS + "INSERT INTO stop SELECT :first + i, 0, 'PJ', 'PJ01', 'done', :at, 5, 15 FROM n",
    NUMBERS + "INSERT INTO attention SELECT :first + i, :first + i, 0, 20, 'a020', 'arrival', 60, '[]', :at, 1, :at, "
    ":at, 'served' FROM n",
    NUMBERS + "INSERT INTO coded_service SELECT :first + i, 'PJ01' FROM n",
)


class Past:
    """Written once into a new file. `tickets` is rounded up to whole days."""

    def __init__(self, tickets: int) -> None:
        self.days = -(-tickets // A_DAY)
        self._a_day = min(tickets, A_DAY)
        self._seq = 0
        self._hash = FIRST_HASH
        self._catalogue: Catalogue = centre()

    def write(self, path: Path, passed: Callable[[int], object] = lambda _: None) -> None:
        """`passed` is told after each day. A file that was not finished is removed by whoever began it."""
        first = BEGINS.astimezone(self._catalogue.timezone).date() - timedelta(days=self.days + 1)
        with closing(Store(path)) as store:
            EventLog(store).identity(self._catalogue.id, BEGINS - timedelta(days=self.days + 2))
            connection = store.db.conn
            connection.execute("PRAGMA synchronous=OFF").fetchall()  # nothing is acknowledged to anybody here
            with store.db.atomic():
                connection.executemany(EVENT, self._rows(None, [e.CatalogueChanged(self._catalogue)], first))
                for sql, values in catalogue_rows(self._catalogue):
                    connection.execute(sql, values)
            for number in range(self.days + 1):
                day = first + timedelta(days=number)
                with store.db.atomic():
                    count = self._a_day if number < self.days else 0
                    connection.executemany(EVENT, self._rows(day, self._events(day, count), day))
                    at = iso(datetime.combine(day, time(15), UTC))
                    connection.execute("INSERT INTO day VALUES (?, ?, ?, ?, 'legal')", (day.isoformat(), at, at, ""))
                    for sql in OF_A_DAY if count else ():
                        of = {"first": _first(day), "day": day.isoformat(), "at": at, "count": count}
                        connection.execute(sql, of)
                passed(1)

    def _events(self, day: date, count: int) -> Iterator[e.Event]:
        yield e.DayOpened(day, self._catalogue.fingerprint, "legal")
        for number in range(1, count + 1):
            ticket = _first(day) + number
            stops = (e.PlannedStop("PJ", "PJ01"),)
            yield e.TicketIssued(ticket, "PJ", number, stops, preferential=False, language="es", ahead=1, wait=(5, 15))
            yield e.TicketCalled(ticket, 0, ticket, 20, "a020", 1, e.Because("arrival", 0, 2))
            yield e.AttentionStarted(ticket, 0, ticket, ("PJ01",))
            yield e.AttentionFinished(ticket, 0, ticket)
        yield e.DayClosed(day)

    def _rows(
        self, day: date | None, events: Iterator[e.Event] | list[e.Event], of: date
    ) -> Iterator[tuple[object, ...]]:
        at = iso(datetime.combine(of, time(15), UTC))
        for event in events:
            self._seq += 1
            body = encode_event(event).decode()
            row = (self._seq, at, day.isoformat() if day else None, 1, "kiosk-1", "")
            self._hash = chained(self._hash, row, body)
            yield *row, event_type(event), body, self._hash


def _first(day: date) -> int:
    return int(f"{day:%Y%m%d}") * 100_000
