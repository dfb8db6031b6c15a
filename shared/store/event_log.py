"""The append-only, hash-chained log, with its projections and the answers given, one transaction a group."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import msgspec

from shared.domain.events import Recorded, StoreRestored, decode_event, encode_event, event_type
from shared.store.answer_sums import ANSWER, AnswerRow, summed
from shared.store.beginnings import COLUMNS, beginning, catalogue_before, day_start, is_found, lasting
from shared.store.database import Store, StoreError
from shared.store.projections import Statement, iso

ANSWERS_KEPT = timedelta(hours=48)
FIRST_HASH = "0" * 64
ROW = "seq, at, day, epoch, device, person, type, body, hash"

Row = tuple[int, str, str | None, int, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What was answered to a request, and the digest of what it asked."""

    request: str
    at: datetime
    digest: str
    seq: int
    answer: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """What one command writes: its events, the rows that follow, and its answer (None for the hub's own orders)."""

    events: tuple[Recorded, ...]
    statements: tuple[Statement, ...]
    answer: GivenAnswer | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this store is: `incarnation` is made once with the file, `epoch` counts the hubs that took it over.

    restored: how it came from earlier incarnations, oldest first.
    """

    centre: str
    incarnation: str
    epoch: int
    restored: tuple[StoreRestored, ...] = ()


class EventLog:
    """The log of one open store. Used from one thread only."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._connection = store.db.conn
        last = self._connection.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        self.last_seq: int = last[0] if last else 0
        self._last_hash: str = last[1] if last else FIRST_HASH

    def identity(self, centre: str, at: datetime) -> Identity:
        """Who this store is, made at the first opening. Raises StoreError when it belongs to another centre."""
        row = self._connection.execute("SELECT centre, incarnation, epoch FROM centre").fetchone()
        if row is None:
            row = (centre, secrets.token_hex(8), 1)
            with self.store.db.atomic():
                self._connection.execute("INSERT INTO centre VALUES (?, ?, ?, ?)", (*row, iso(at)))
        if row[0] != centre:
            raise StoreError(f"the store {self.store.path} belongs to centre {row[0]!r}, not to {centre!r}")
        return Identity(row[0], row[1], row[2], self.restorations())

    def append(self, batches: Iterable[Batch]) -> None:
        """Write a group in one transaction, flushed. Raises sqlite3.Error, with nothing of the group written."""
        with self.store.db.atomic():
            for batch in batches:
                for recorded in batch.events:
                    self._insert(recorded)
                for sql, values in batch.statements:
                    self._connection.execute(sql, values)
                if batch.answer:
                    self._keep(batch.answer)

    def _insert(self, recorded: Recorded) -> None:
        body = encode_event(recorded.event).decode()
        day = recorded.day.isoformat() if recorded.day else None
        row = (recorded.seq, iso(recorded.at), day, recorded.epoch, recorded.device, recorded.person)
        self._last_hash = chained(self._last_hash, row, body)
        self._connection.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, event_type(recorded.event), body, self._last_hash),
        )
        self.last_seq = recorded.seq

    def _keep(self, given: GivenAnswer) -> None:
        row = (given.request, iso(given.at) or "", given.digest, given.seq, given.answer.decode())
        self._connection.execute("INSERT INTO request VALUES (?, ?, ?, ?, ?, ?)", (*row, summed(row)))

    def read(self, after: int, limit: int) -> list[Recorded]:
        """Up to `limit` events with seq above `after`, in order."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)
        )
        return [recorded(row) for row in rows]

    def hashes(self, seqs: Iterable[int]) -> list[str]:
        """The hash of each of these events."""
        wanted = "SELECT hash FROM event WHERE seq = ?"
        return [str(self._connection.execute(wanted, (seq,)).fetchone()[0]) for seq in seqs]

    def day_start(self, seq: int) -> int:
        """The seq of the last `day_opened` at or before `seq` (0 where there is none)."""
        return day_start(self._connection, seq)

    def catalogue_before(self, seq: int) -> list[Recorded]:
        """The last `catalogue_changed` below `seq`: one, or none."""
        return [recorded(row) for row in catalogue_before(self._connection, seq)]

    def restorations(self) -> tuple[StoreRestored, ...]:
        """Every `store_restored`, in order."""
        rows = self._connection.execute(
            "SELECT body FROM event WHERE day IS NULL AND type = 'store_restored' ORDER BY seq"
        )
        events = [decode_event(body.encode()) for (body,) in rows]
        return tuple(event for event in events if isinstance(event, StoreRestored))

    def for_start(self) -> Iterator[Recorded]:
        """What the folds need to begin."""
        yield from map(recorded, beginning(self._connection, self.last_seq))

    def last_time(self) -> datetime | None:
        """When the last event happened, UTC."""
        row = self._connection.execute("SELECT at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def answers(self) -> list[GivenAnswer]:
        """The answers kept, oldest first."""
        rows = self._connection.execute(f"SELECT {ANSWER} FROM request ORDER BY seq")
        return [GivenAnswer(r[0], datetime.fromisoformat(r[1]), r[2], r[3], r[4].encode()) for r in rows]

    def forget_answers(self, now: datetime) -> None:
        """Drop what was answered more than 48 hours ago."""
        with self.store.db.atomic():
            self._connection.execute("DELETE FROM request WHERE at < ?", (iso(now - ANSWERS_KEPT),))

    def sealed(self) -> list[tuple[int, int, str, bytes]]:
        """The sealed texts of the day: ticket, stop, field, and what only the key of the day opens."""
        rows = self._connection.execute("SELECT ticket, position, field, text FROM sealed")
        return [(ticket, stop, field, bytes(text)) for ticket, stop, field, text in rows]

    def forget_sealed(self, statements: Iterable[Statement]) -> None:
        """Erase sealed texts, outside of any order."""
        with self.store.db.atomic():
            for sql, values in statements:
                self._connection.execute(sql, values)

    def name_advisors(self, names: dict[str, str]) -> None:
        """The names of those who work here, for whoever reads the tables."""
        with self.store.db.atomic():
            self._connection.execute("DELETE FROM advisor_name")
            self._connection.executemany("INSERT INTO advisor_name VALUES (?, ?)", names.items())

    def broken_link(self, after: int = 0, limit: int = -1) -> int:
        """The first seq above `after` whose hash does not follow from what is stored, or 0; `limit`: rows looked at."""
        return first_broken(self._connection, after, limit)

    def broken_today(self) -> int:
        """The same for what a start builds on: all from the last opened day on, and what lasts of the days before."""
        start = self.day_start(self.last_seq)
        for seq in lasting(self._connection, start or self.last_seq + 1):
            if broken := self.broken_link(seq - 1, 1):
                return broken
        return self.broken_link(max(start - 1, 0))

    def rows(self, after: int, limit: int) -> list[Row]:
        """Up to `limit` rows as they are stored, with seq above `after`."""
        rows = self._connection.execute(f"SELECT {ROW} FROM event WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit))
        return [tuple(row) for row in rows]

    def answer_rows(self, after: int, until: int) -> list[AnswerRow]:
        """The answers given to what led to events above `after`, as they are stored."""
        rows = self._connection.execute(
            f"SELECT {ANSWER} FROM request WHERE seq > ? AND seq <= ? ORDER BY seq", (after, until)
        )
        return [tuple(row) for row in rows]

    def adopt(self, rows: Iterable[Row], statements: Iterable[Statement], answers: Iterable[AnswerRow]) -> None:
        """Take over rows that another store wrote, in one transaction. Raises StoreError where they do not follow."""
        with self.store.db.atomic():
            for row in rows:
                if not follows(row, self.last_seq, self._last_hash):
                    raise StoreError(f"event {row[0]} does not follow event {self.last_seq}")
                self._connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
                self.last_seq, self._last_hash = row[0], row[8]
            for sql, values in statements:
                self._connection.execute(sql, values)
            for answer in answers:
                self._connection.execute(
                    "INSERT OR IGNORE INTO request VALUES (?, ?, ?, ?, ?, ?)", (*answer, summed(answer))
                )

    def tip(self) -> tuple[int, str]:
        """Seq and hash of the last event."""
        return self.last_seq, self._last_hash

    def has_identity(self) -> bool:
        return self._connection.execute("SELECT 1 FROM centre").fetchone() is not None

    def adopt_identity(self, identity: tuple[str, str, int], at: datetime) -> None:
        """Of the store that this one was made from, where it is known; else the hub gives it one at its start."""
        if identity[0]:
            with self.store.db.atomic():
                self._connection.execute("INSERT INTO centre VALUES (?, ?, ?, ?)", (*identity, iso(at)))

    def become_another(self, at: datetime) -> None:
        """After a restoration: a new incarnation and the next epoch, since what came after may have been lost.

        The log says which one it continues, and from where: so the office does not take everything again.
        """
        row = self._connection.execute("SELECT incarnation, epoch FROM centre").fetchone()
        if row is None:
            return
        # A copy may be older than the last restoration, of which the log after it tells.
        known = self.restorations()
        before = known[-1].incarnation if known else row[0]
        event = StoreRestored(before, self.last_seq, self._last_hash, secrets.token_hex(8))
        with self.store.db.atomic():
            self._connection.execute(
                "UPDATE centre SET incarnation = ?, epoch = epoch + 1, created_at = ?", (event.incarnation, iso(at))
            )
            # The centre's own time, which the machine's clock of a restoration must not carry away.
            self._insert(Recorded(self.last_seq + 1, self.last_time() or at, None, row[1] + 1, "", "", event))


def first_broken(connection: sqlite3.Connection, after: int = 0, limit: int = -1) -> int:
    """The first seq above `after` whose hash does not follow from what is stored, or 0 when the chain is whole."""
    before = connection.execute("SELECT hash FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT 1", (after,)).fetchone()
    last = before[0] if before else FIRST_HASH
    for row in connection.execute(f"SELECT {ROW} FROM event WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)):
        if not _is_link(row, last) or not is_found(connection, row):
            return int(row[0])
        last = row[8]
    return 0


def follows(row: Row, seq: int, before: str) -> bool:
    """Whether a stored row is the very next event after one with this seq and hash, as it was written."""
    return row[0] == seq + 1 and _is_link(row, before)


def _is_link(row: Row, before: str) -> bool:
    """The type, which stands beside the body for the index, is not hashed by itself: it must be the body's own."""
    if chained(before, row[:6], row[7]) != row[8]:
        return False
    return msgspec.json.decode(row[7], type=_Tagged).type == row[6]


class _Tagged(msgspec.Struct):
    type: str


def chained(before: str, row: tuple[object, ...], body: str) -> str:
    """The hash of an event: SHA-256 over the hash before it, its envelope and its body, as one JSON list."""
    return hashlib.sha256(msgspec.json.encode([before, *row, body])).hexdigest()


def recorded(row: tuple[int, str, str | None, int, str, str, str]) -> Recorded:
    seq, at, day, epoch, device, person, body = row
    return Recorded(
        seq,
        datetime.fromisoformat(at),
        date.fromisoformat(day) if day else None,
        epoch,
        device,
        person,
        decode_event(body.encode()),
    )
