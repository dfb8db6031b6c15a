"""What a device must remember, on its own disk: orders without an answer, spare numbers, the last it was shown.

One small SQLite file, locked, flushed with every change (`synchronous=FULL`): what the device shows or sends is here
before. Used from one thread.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from shared.store.database import PRAGMAS, StoreError, must_be_local
from shared.store.projections import iso

TABLES = """
CREATE TABLE IF NOT EXISTS kept (request TEXT PRIMARY KEY, at TEXT NOT NULL, body BLOB NOT NULL,
    state TEXT NOT NULL, answer BLOB NOT NULL DEFAULT x'') STRICT;
CREATE INDEX IF NOT EXISTS kept_state ON kept (state, at);
CREATE TABLE IF NOT EXISTS spare (letter TEXT NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL,
    first TEXT NOT NULL, taken_at TEXT NOT NULL, body BLOB NOT NULL, token TEXT NOT NULL, merge TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL, sent BLOB NOT NULL DEFAULT x'', PRIMARY KEY (letter, day, number)) STRICT;
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
"""
COLUMNS = "letter, day, number, first, taken_at, body, token, merge, state, sent"


@dataclass(frozen=True, slots=True)
class Kept:
    """An order under its request id. state: open (not answered yet), answered, settled or replaced (by a spare number).

    body, answer: as they went over the line.
    """

    request: str
    at: datetime
    body: bytes
    state: str = "open"
    answer: bytes = b""


@dataclass(frozen=True, slots=True)
class Spare:
    """A number that was given without the hub. first: request id of the order it stands for, whose body is `body`.

    merge: request id of its merge. state: given (nobody has it yet), told (its citizen has it), void, merged (or void
    and told to the hub). sent: the merge as it was sent first; it never changes afterwards.
    """

    letter: str
    day: str
    number: int
    first: str
    taken_at: datetime
    body: bytes
    token: str
    merge: str
    state: str = "given"
    sent: bytes = b""


class Journal:
    """The open file of one device."""

    def __init__(self, path: Path) -> None:
        """Opens it, made anew where there is none. Raises StoreError."""
        self.path = path
        must_be_local(path)
        with ExitStack() as undo:
            undo.callback(_lock(path).release)
            try:
                self._db = undo.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
                self._prepare()
            except sqlite3.Error as error:
                raise StoreError(f"the journal {path} cannot be opened: {error}") from None
            self._open = undo.pop_all()

    def _prepare(self) -> None:
        for name, (wanted, expected) in PRAGMAS.items():
            self._db.execute(f"PRAGMA {name}={wanted}").fetchall()
            if self._db.execute(f"PRAGMA {name}").fetchone()[0] != expected:
                raise StoreError(f"the journal {self.path} cannot be used safely: {name} must be {expected!r}")
        self._db.executescript(TABLES)

    def close(self) -> None:
        self._open.close()

    # ---- orders

    def keep(self, request: str, at: datetime, body: bytes) -> None:
        """An order is about to be sent. Raises StoreError."""
        self._write("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, 'open', x'')", request, iso(at), body)

    def answered(self, request: str, answer: bytes) -> None:
        """The hub's word on it is here; nothing more is to be done until it is settled. Raises StoreError."""
        self._write(
            "UPDATE kept SET state = 'answered', answer = ? WHERE request = ? AND state = 'open'", answer, request
        )

    def settle(self, request: str) -> None:
        """Whoever asked has been told, or never will be; the answer is forgotten. Raises StoreError."""
        self._write("UPDATE kept SET state = 'settled', answer = x'' WHERE request = ?", request)

    def orders(self, state: str) -> list[Kept]:
        """Those in a state, oldest first. Raises StoreError."""
        rows = self._read("SELECT request, at, body, state, answer FROM kept WHERE state = ? ORDER BY at, rowid", state)
        return [Kept(r, datetime.fromisoformat(at), body, state, answer) for r, at, body, state, answer in rows]

    def forget(self, before: datetime) -> None:
        """Drop what is settled, and spare numbers that were merged, when they are older. Raises StoreError.

        Those of the last day that has any stay, whatever this machine's clock says: the next number comes after them.
        """
        with self._transaction():
            self._db.execute("DELETE FROM kept WHERE state != 'open' AND at < ?", (iso(before),))
            self._db.execute(
                "DELETE FROM spare WHERE state = 'merged' AND taken_at < ? AND day < (SELECT max(day) FROM spare)",
                (iso(before),),
            )

    # ---- spare numbers

    def give(self, spare: Spare) -> None:
        """A number is given: it is on disk, and the order it stands for is not sent any more. Raises StoreError."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO spare VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(spare.letter, spare.day, spare.number, spare.first, iso(spare.taken_at)),
                    *(spare.body, spare.token, spare.merge, spare.state, spare.sent),
                ),
            )
            self._db.execute("UPDATE kept SET state = 'replaced' WHERE request = ?", (spare.first,))

    def mark(self, merge: str, state: str) -> None:
        """What became of a spare number. Raises StoreError."""
        self._write("UPDATE spare SET state = ? WHERE merge = ?", state, merge)

    def send(self, merge: str, sent: bytes) -> None:
        """The merge as it goes over the line, the first time. Raises StoreError."""
        self._write("UPDATE spare SET sent = ? WHERE merge = ? AND sent = x''", sent, merge)

    def spares(self) -> list[Spare]:
        """All that are kept, oldest first. Raises StoreError."""
        rows = self._read(f"SELECT {COLUMNS} FROM spare ORDER BY rowid")
        return [
            Spare(letter, day, number, first, datetime.fromisoformat(taken), body, token, merge, state, sent)
            for letter, day, number, first, taken, body, token, merge, state, sent in rows
        ]

    # ---- facts

    def remember(self, name: str, value: bytes) -> None:
        """Raises StoreError."""
        self._write("INSERT OR REPLACE INTO fact VALUES (?, ?)", name, value)

    def recall(self, name: str) -> bytes:
        """b"" for what was never remembered. Raises StoreError."""
        rows = self._read("SELECT value FROM fact WHERE name = ?", name)
        return bytes(rows[0][0]) if rows else b""

    def _write(self, sql: str, *values: object) -> None:
        with self._transaction():
            self._db.execute(sql, values)

    def _read(self, sql: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"the journal {self.path} cannot be read: {error}") from None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:  # a full disk has ended it already
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(f"the journal {self.path} cannot be written: {error}") from None


def _lock(path: Path) -> FileLock:
    lock = FileLock(path.with_name(path.name + ".lock"), thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise StoreError(f"the journal {path} is in use by another program on this machine") from None
    except OSError as error:
        raise StoreError(f"the journal {path} cannot be written: {error.strerror}") from None
    return lock
