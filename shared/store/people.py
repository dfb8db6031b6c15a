"""PINs, sign-ins and sessions of the people who work here: tables of their own, never the log.

The log is for ever and is read elsewhere; what lets a person in must be changeable, and failed tries must not fill it.
A try is counted on disk before its PIN is looked at: whoever ends the hub in between has used it up all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.store.database import Store
from shared.store.projections import iso

# Tries since the PIN was last right, and what follows. From LAST_TRY on only a supervisor lets the person in again.
LOCKS = {5: timedelta(seconds=30), 10: timedelta(minutes=15), 15: timedelta(minutes=15)}
LAST_TRY = 20
SESSIONS_LAST = timedelta(hours=16)  # a forgotten one ends in the night


@dataclass(frozen=True, slots=True)
class StoredPin:
    """A person's PIN as it is kept. `pepper`: the fingerprint of the key it was made with. `locked_until`: "" for none.

    temporary: must be changed at the next sign-in.
    """

    person: str
    hash: str
    pepper: str
    temporary: bool
    tries: int
    locked_until: datetime | None
    set_at: datetime

    def left(self) -> int:
        """Tries until the next lock."""
        return next((at for at in (*LOCKS, LAST_TRY) if at > self.tries), LAST_TRY) - self.tries

    def is_locked(self, now: datetime) -> bool:
        return self.tries >= LAST_TRY or (self.locked_until is not None and now < self.locked_until)


@dataclass(frozen=True, slots=True)
class SignInRecord:
    """One line of the audit. what: signed_in, signed_out, changed_pin, set_pin, wrong_pin; locked, no_pin and not_here
    (no PIN was looked at) once a minute for a person at a device. person: "" for nobody who works here.
    """

    at: datetime
    person: str
    device: str
    what: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class StoredSession:
    """Who is signed in at a device. `token`: the SHA-256 of what the device shows when its line comes back."""

    token: str
    person: str
    device: str
    since: datetime


class PeopleTables:
    """PINs and sessions in one open store. Used in the thread that owns the store."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._connection = store.db.conn

    def pins(self) -> dict[str, StoredPin]:
        rows = self._connection.execute(
            "SELECT person, hash, pepper, temporary, tries, locked_until, set_at FROM pin ORDER BY person"
        )
        return {row[0]: _pin(row) for row in rows}

    def pin(self, person: str) -> StoredPin | None:
        row = self._connection.execute(
            "SELECT person, hash, pepper, temporary, tries, locked_until, set_at FROM pin WHERE person = ?", (person,)
        ).fetchone()
        return _pin(row) if row else None

    def count_try(self, person: str, now: datetime) -> StoredPin | None:
        """Count a try on disk, with the lock that follows should it fail, before its PIN is looked at.

        Returns the PIN as it was; None where there is none. While it is locked nothing is counted.
        """
        found = self.pin(person)
        if found is None or found.is_locked(now):
            return found
        lock = LOCKS.get(found.tries + 1)
        with self._db.atomic():
            self._connection.execute(
                "UPDATE pin SET tries = ?, locked_until = ? WHERE person = ?",
                (found.tries + 1, iso(now + lock) if lock else None, person),
            )
        return found

    def right(self, record: SignInRecord, session: StoredSession | None = None) -> None:
        """The PIN was right: the tries begin anew. With `session`, it takes the place of those of its device."""
        with self._db.atomic():
            self._connection.execute("UPDATE pin SET tries = 0, locked_until = NULL WHERE person = ?", (record.person,))
            if session:
                self._connection.execute("DELETE FROM session WHERE device = ?", (session.device,))
                self._connection.execute(
                    "INSERT INTO session VALUES (?, ?, ?, ?)",
                    (session.token, session.person, session.device, iso(session.since)),
                )
                self._audit(record)

    def set_pin(self, record: SignInRecord, pin_hash: str, pepper: str, *, temporary: bool) -> None:
        """A new PIN, its tries at none; the person's sessions end, but the one of `record.device` when it is theirs."""
        row = (record.person, pin_hash, pepper, int(temporary), 0, None, iso(record.at))
        with self._db.atomic():
            self._connection.execute("INSERT OR REPLACE INTO pin VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            keep = "" if record.by else record.device
            self._connection.execute("DELETE FROM session WHERE person = ? AND device <> ?", (record.person, keep))
            self._audit(record)

    def record(self, record: SignInRecord) -> None:
        with self._db.atomic():
            self._audit(record)

    def sessions(self, now: datetime) -> list[StoredSession]:
        """Those that still stand; the others are forgotten."""
        with self._db.atomic():
            self._connection.execute("DELETE FROM session WHERE since < ?", (iso(now - SESSIONS_LAST),))
        return self.all_sessions()

    def all_sessions(self) -> list[StoredSession]:
        rows = self._connection.execute("SELECT token, person, device, since FROM session ORDER BY since")
        return [StoredSession(r[0], r[1], r[2], datetime.fromisoformat(r[3])) for r in rows]

    def end_sessions(self, tokens: Iterable[str], records: Iterable[SignInRecord]) -> None:
        with self._db.atomic():
            self._connection.executemany("DELETE FROM session WHERE token = ?", [(token,) for token in tokens])
            for record in records:
                self._audit(record)

    def audit(self, limit: int = 1000) -> list[SignInRecord]:
        """The last lines, newest first."""
        rows = self._connection.execute(
            "SELECT at, person, device, what, by FROM sign_in ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [SignInRecord(datetime.fromisoformat(r[0]), *r[1:]) for r in rows]

    def _audit(self, record: SignInRecord) -> None:
        self._connection.execute(
            "INSERT INTO sign_in (at, person, device, what, by) VALUES (?, ?, ?, ?, ?)",
            (iso(record.at), record.person, record.device, record.what, record.by),
        )


def _pin(row: tuple[str, str, str, int, int, str | None, str]) -> StoredPin:
    person, pin_hash, pepper, temporary, tries, until, set_at = row
    return StoredPin(
        person,
        pin_hash,
        pepper,
        bool(temporary),
        tries,
        datetime.fromisoformat(until) if until else None,
        datetime.fromisoformat(set_at),
    )
