"""Verified copies of the store, for whoever looks at history: the live file is the hub's alone.

A copy is made when a day closes: `VACUUM INTO` a temporary name, `PRAGMA quick_check`, every link of the log's chain,
flushed, and only then renamed into `copies/` beside the store. So a file with a copy's name is whole.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from shared.store.database import StoreError
from shared.store.event_log import EventLog, first_broken

KEPT = 14
UNFINISHED = ".unfinished"


def copies_beside(store: Path) -> Path:
    return store.parent / "copies"


def copies_of(store: Path) -> list[Path]:
    """The verified copies of a store, newest last."""
    return sorted(copies_beside(store).glob(f"{store.stem}-????-??-??.sqlite"))


def make_copy(log: EventLog, day: date, kept: int = KEPT) -> Path:
    """Copy the store of a log as it is now, verify the copy, forget the oldest. Raises StoreError, with no copy made.

    Called in the thread that writes the log, outside a transaction. A copy of the same day is replaced.
    """
    store = log.store.path
    folder = copies_beside(store)
    target = folder / f"{store.stem}-{day.isoformat()}.sqlite"
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        folder.mkdir(exist_ok=True)
        for left in folder.glob(f"*{UNFINISHED}"):
            left.unlink()
        _must_fit(store, folder)
        log.store.db.conn.execute("VACUUM INTO ?", (str(unfinished),))
        must_be_whole(unfinished)
        _flush(unfinished)
        unfinished.replace(target)
        _flush(folder)
        for old in copies_of(store)[:-kept]:
            old.unlink()
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise StoreError(f"no copy of the store {store} could be made: {error}") from None
    except StoreError:
        unfinished.unlink(missing_ok=True)
        raise
    return target


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing. Raises StoreError."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be read: {error}") from None
    return connection


def must_be_whole(path: Path) -> None:
    """Raises StoreError when SQLite or the log's own chain finds a fault in a file that nobody writes."""
    with closing(open_read_only(path)) as connection:
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            broken = first_broken(connection) if found == "ok" else 0
        except sqlite3.Error as error:
            raise StoreError(f"{path} is not a store that can be read: {error}") from None
    if found != "ok":
        raise StoreError(f"{path} is damaged: {found}")
    if broken:
        raise StoreError(f"the log in {path} is damaged: its chain breaks at event {broken}")


def _must_fit(store: Path, folder: Path) -> None:
    """A copy may not fill the disk on which tickets are written."""
    needed, free = 2 * store.stat().st_size, shutil.disk_usage(folder).free
    if free < needed:
        room = f"{free / 1e6:.0f} MB are free where {needed / 1e6:.0f} MB are needed"
        raise StoreError(f"no copy of the store {store} was made: {room}")


def _flush(path: Path) -> None:
    """Make a file, or what a folder names, survive a power cut. Windows flushes no folders, and needs it less."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
