"""Verified copies of the store, for whoever looks at history, and for the day on which the store is lost.

A copy is made page by page through the one connection, a few at a time with the hall's orders in between; then checked
(`PRAGMA quick_check`, every link of the log's chain), flushed, and only then renamed into `copies/` beside the store.
So a file with a copy's name is whole.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from shared.store.database import StoreError, flush
from shared.store.event_log import EventLog, first_broken

KEPT = 14
UNFINISHED = ".unfinished"
PAGES = 64  # copied at a time: less than a millisecond

Between = Callable[[], None]


def copies_beside(store: Path) -> Path:
    return store.parent / "copies"


def copies_in(folder: Path, stem: str) -> list[Path]:
    """The verified copies in a folder of the store whose file has this stem, newest last."""
    return sorted(folder.glob(f"{stem}-????-??-??.sqlite"))


def copies_of(store: Path) -> list[Path]:
    """The verified copies of a store, newest last."""
    return copies_in(copies_beside(store), store.stem)


def make_copy(log: EventLog, day: date, kept: int = KEPT) -> Path:
    """Copy the store of a log as it is now, verify the copy, forget the oldest. Raises StoreError, with no copy made.

    Called in the thread that writes the log, outside a transaction. A copy of the same day is replaced.
    """
    unfinished = pages_copied(log, day, lambda: None)
    return finished(unfinished, kept, must_be_whole)


def pages_copied(log: EventLog, day: date, between: Between) -> Path:
    """The first half of a copy, in the thread that writes: its pages, unchecked. `between`: called every few pages.

    What is written between is in the copy too. Raises StoreError.
    """
    store = log.store.path
    folder = copies_beside(store)
    unfinished = folder / f"{store.stem}-{day.isoformat()}.sqlite{UNFINISHED}"
    try:
        folder.mkdir(exist_ok=True)
        for left in folder.glob(f"*{UNFINISHED}"):
            left.unlink()
        _must_fit(store, folder)
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous=OFF").fetchall()  # it is flushed once, when it is whole
            log.store.db.conn.backup(copy, pages=PAGES, progress=lambda *_: between())
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    except (OSError, sqlite3.Error) as error:
        _forget(unfinished)
        raise StoreError(f"no copy of the store {store} could be made: {error}") from None
    except StoreError:
        _forget(unfinished)
        raise
    return unfinished


def finished(unfinished: Path, kept: int, check: Callable[[Path], None]) -> Path:
    """The second half, in any thread: verified, flushed, named; the oldest forgotten. Raises StoreError."""
    target = unfinished.with_name(unfinished.name.removesuffix(UNFINISHED))
    try:
        check(unfinished)
        flush(unfinished)
        unfinished.replace(target)
        flush(target.parent)
        forget_oldest(target, kept)
    except OSError as error:
        _forget(unfinished)
        raise StoreError(f"no copy could be made at {target}: {error}") from None
    except StoreError:
        _forget(unfinished)
        raise
    return target


def carried(copy: Path, place: Path, kept: int) -> Path:
    """The same verified copy in a second place. Raises StoreError."""
    unfinished = place / f"{copy.name}{UNFINISHED}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        _must_fit(copy, place)
        shutil.copyfile(copy, unfinished)
        flush(unfinished)
        target = unfinished.replace(place / copy.name)
        flush(place)
        forget_oldest(target, kept)
    except OSError as error:
        raise StoreError(f"the copy {copy.name} could not be carried to {place}: {error}") from None
    return target


def forget_oldest(newest: Path, kept: int) -> None:
    stem = newest.stem[: -len("-2026-11-24")]
    for old in copies_in(newest.parent, stem)[:-kept]:
        old.unlink()


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


def _forget(unfinished: Path) -> None:
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def _must_fit(store: Path, folder: Path) -> None:
    """A copy may not fill the disk on which tickets are written."""
    needed, free = 2 * store.stat().st_size, shutil.disk_usage(folder).free
    if free < needed:
        room = f"{free / 1e6:.0f} MB are free where {needed / 1e6:.0f} MB are needed"
        raise StoreError(f"no copy of the store {store} was made: {room}")
