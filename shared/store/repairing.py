"""A store is opened checked; a damaged one is set aside and made again before anybody is served from it."""

from __future__ import annotations

import logging
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from shared.store.agreement import wrong_days
from shared.store.answer_sums import damaged_answer
from shared.store.beginnings import has_beginning
from shared.store.database import Store, StoreDamaged, StoreError, locked, named
from shared.store.event_log import EventLog
from shared.store.people import PeopleTables
from shared.store.restoring import Restored, all_copies, put_in_place, restore
from shared.store.shipped import Tip, last_shipped

log = logging.getLogger(__name__)

NEW = ".restored"
UNREADABLE = (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError)
"""What reading a damaged row may end in: SQLite finds it, or what stands in it is no event, time or number."""
READ_AT_START = ("centre", "request", "sealed", "pin", "session")


class Suspicion:
    """`centre.sqlite.suspect`: why the next start checks the whole store, and not only what it builds on."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".suspect")

    def raise_(self, why: str) -> None:
        self.path.write_text(why + "\n")

    def is_there(self) -> bool:
        return self.path.exists()

    def settle(self) -> None:
        self.path.unlink(missing_ok=True)


def opened(path: Path, place: Path | None = None) -> tuple[Store, Restored | None]:
    """A store that is whole as far as a start looks, and what it was repaired from where it was damaged.

    Raises StoreError; StoreDamaged when there is nothing to repair it from.
    """
    try:
        return checked(path, place), None
    except StoreDamaged as damage:
        log.error("%s; it is set aside and made again", damage)
        restored = repair(path, place, damage)
    return checked(path, place), restored


def checked(path: Path, place: Path | None) -> Store:
    """Raises StoreDamaged when the store lacks something that it had, or the chain is broken where a start builds."""
    if not (path.exists() and path.stat().st_size) and (Tip(path).read()[0] or all_copies(path, place)):
        raise StoreDamaged(f"the store {path} is gone or empty, and what belongs to it is not")
    store = Store(path)
    try:
        must_be_sound(store, place)
    except UNREADABLE as error:
        store.close()
        raise StoreDamaged(f"the store {path} cannot be read: {named(error)}") from None
    except BaseException:
        store.close()
        raise
    Suspicion(path).settle()
    return store


def must_be_sound(store: Store, place: Path | None) -> None:
    event_log, path = EventLog(store), store.path
    if Suspicion(path).is_there():
        must_be_whole(store)
    if broken := event_log.broken_today():
        raise StoreDamaged(f"the store {path} is damaged: event {broken} is not as it was written")
    if not has_beginning(store.db.conn):
        raise StoreDamaged(f"the store {path} is damaged: the last day, or a catalogue before it, is not found in it")
    _must_be_readable(store)
    for seq, digest in _known(event_log, place):
        if seq > event_log.last_seq:
            raise StoreDamaged(f"the store {path} ends at event {event_log.last_seq}, and event {seq} was in it")
        if seq and [row[8] for row in event_log.rows(seq - 1, 1) if row[0] == seq] != [digest]:
            raise StoreDamaged(f"the store {path} is damaged: event {seq} is not the one that was in it")


def _must_be_readable(store: Store) -> None:
    """The tables beside the log that a start reads. Raises StoreDamaged, or one of UNREADABLE."""
    for table in READ_AT_START:
        [found] = store.db.conn.execute(f"PRAGMA quick_check({table})").fetchone()
        if found != "ok":
            raise StoreDamaged(f"the store {store.path} is damaged: {found}")
    if request := damaged_answer(store.db.conn):
        raise StoreDamaged(f"the store {store.path} is damaged: the answer to {request} is not the one that was given")
    people = PeopleTables(store)
    people.pins()
    people.all_sessions()


def must_be_whole(store: Store) -> None:
    """The whole of an open store. Raises StoreDamaged, sqlite3.Error."""
    [found] = store.db.conn.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise StoreDamaged(f"the store {store.path} is damaged: {found}")
    if broken := EventLog(store).broken_link():
        raise StoreDamaged(f"the store {store.path} is damaged: event {broken} is not as it was written")


def complaint(store: Store) -> str:
    """What of an open store is not as it was written, the whole of it looked at: one sentence, or ""."""
    try:
        must_be_whole(store)
        must_be_sound(store, None)
        wrong = wrong_days(store.db.conn)
    except StoreDamaged as damage:
        return str(damage)
    except UNREADABLE as error:
        return f"the store {store.path} cannot be read: {named(error)}"
    days = ", ".join(map(str, wrong))
    return f"the store {store.path}: the tables of {days} are not what its log says" if wrong else ""


def broken_links(store: Store, /) -> int:
    """The first event of all whose link is broken, or 0. Raises sqlite3.Error."""
    return EventLog(store).broken_link()


def _known(event_log: EventLog, place: Path | None) -> list[tuple[int, str]]:
    """What others know to have been in this very store."""
    row = event_log.store.db.conn.execute("SELECT incarnation FROM centre").fetchone()
    path = event_log.store.path
    shipped = [last_shipped(place, path.stem, row[0])] if place and row else []
    return [Tip(path).read(), *shipped]


def repair(path: Path, place: Path | None, why: Exception) -> Restored:
    """Make it again from all there is, and set the damaged files aside. Raises StoreDamaged when there is nothing."""
    target = path.with_name(path.name + NEW)
    try:
        with locked(path):
            clear(target)
            restored = restore(path, place, target)
            aside = put_in_place(restored, path, datetime.now(UTC))
            clear(target)
    except (StoreError, OSError) as error:
        raise StoreDamaged(f"{why}; it cannot be repaired: {error}") from None
    log.error("the store %s was made again from %s; the damaged one is %s", path, restored.sentence(), aside)
    Suspicion(path).settle()
    return restored


def clear(target: Path) -> None:
    for file in target.parent.glob(f"{target.name}*"):
        file.unlink()
