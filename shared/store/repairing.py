"""A store is opened checked; a damaged one is set aside and made again before anybody is served from it."""

from __future__ import annotations

import logging
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from shared.store.database import Store, StoreDamaged, StoreError, named
from shared.store.event_log import EventLog
from shared.store.restoring import Restored, all_copies, put_in_place, restore
from shared.store.shipped import Tip, last_shipped, shipped_files

log = logging.getLogger(__name__)

NEW = ".restored"


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
    if not path.exists() and (Tip(path).read()[0] or all_copies(path, place)):
        raise StoreDamaged(f"the store {path} is gone, and what belongs to it is not")
    store = Store(path)
    try:
        _must_be_sound(store, place)
    except sqlite3.Error as error:
        store.close()
        raise StoreDamaged(f"the store {path} cannot be read: {named(error)}") from None
    except BaseException:
        store.close()
        raise
    Suspicion(path).settle()
    return store


def _must_be_sound(store: Store, place: Path | None) -> None:
    event_log, path = EventLog(store), store.path
    if Suspicion(path).is_there():
        must_be_whole(store)
    if broken := event_log.broken_today():
        raise StoreDamaged(f"the store {path} is damaged: event {broken} is not as it was written")
    for seq, digest in _known(event_log, place):
        if seq > event_log.last_seq:
            raise StoreDamaged(f"the store {path} ends at event {event_log.last_seq}, and event {seq} was in it")
        if seq and event_log.rows(seq - 1, 1)[0][8] != digest:
            raise StoreDamaged(f"the store {path} is damaged: event {seq} is not the one that was in it")


def must_be_whole(store: Store) -> None:
    """The whole of an open store. Raises StoreDamaged, sqlite3.Error."""
    [found] = store.db.conn.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise StoreDamaged(f"the store {store.path} is damaged: {found}")
    if broken := EventLog(store).broken_link():
        raise StoreDamaged(f"the store {store.path} is damaged: event {broken} is not as it was written")


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
        clear(target)
        restored = restore(path, place, target)
        aside = put_in_place(restored, path, datetime.now(UTC))
    except (StoreError, OSError) as error:
        raise StoreDamaged(f"{why}; it cannot be repaired: {error}") from None
    log.error("the store %s was made again from %s; the damaged one is %s", path, restored.sentence(), aside)
    Suspicion(path).settle()
    return restored


def clear(target: Path) -> None:
    for file in target.parent.glob(f"{target.name}*"):
        file.unlink()


def has_backup(path: Path, place: Path | None) -> bool:
    return bool(all_copies(path, place)) or bool(place and shipped_files(place, path.stem))
