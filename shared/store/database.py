"""Opening the centre's one SQLite file so that what is acknowledged stays: locked, local, WAL, FULL, all read back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlite_utils import Database, utils as sqlite_utils_parts

from shared.store.migrations import migrations

# name -> (what is set, what must be read back), in this order.
# EXCLUSIVE: a second connection, also of another program, would meet the WAL-reset fault of SQLite before 3.51.3.
# FULL: with NORMAL a power cut loses acknowledged tickets. secure_delete: the key of a day leaves no bytes behind.
PRAGMAS = {
    "locking_mode": ("EXCLUSIVE", "exclusive"),
    "busy_timeout": ("0", 0),
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "secure_delete": ("ON", 1),
}
NETWORK_FILE_SYSTEMS = {
    *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "virtiofs", "afs", "coda", "ncpfs", "ceph", "lustre"),
    *("beegfs", "gpfs", "glusterfs", "ocfs2", "gfs2", "orangefs", "vboxsf", "davfs", "fuse.sshfs", "fuse.glusterfs"),
    *("fuse.rclone", "fuse.s3fs", "fuse.davfs", "fuse.smbnetfs", "fuse.vmhgfs-fuse"),
}


class StoreError(Exception):
    """The store cannot be used, in one sentence for the person who must mend it."""

    status = 2  # of the process


class StoreDamaged(StoreError):
    """What is in the file is not what was written. It is never served: see `repairing.py`."""


DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
FATAL = DAMAGED | {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOMEM,
}
"""After one of these nothing more is written: what was flushed and what not is known again only after a new start."""


NOT_THE_FILE = FATAL - DAMAGED | {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH),
}
"""What keeps a file from being opened though it may be whole. All else, a table that is missing say, is in the file."""


def code_of(error: BaseException) -> int:
    """SQLite's primary result code, 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def named(error: BaseException) -> str:
    """An error in words, with SQLite's name of it."""
    name = getattr(error, "sqlite_errorname", "")
    words = {
        sqlite3.SQLITE_FULL: "the disk is full",
        sqlite3.SQLITE_IOERR: "the disk failed",
        sqlite3.SQLITE_READONLY: "the disk is read-only",
        sqlite3.SQLITE_CORRUPT: "the store is damaged",
    }.get(code_of(error), str(error) or type(error).__name__)
    return f"{words} ({name})" if name else words


class Store:
    """The open file: one connection, held under a lock for as long as this object is open."""

    def __init__(self, path: Path, vfs: str = "") -> None:
        """Opens, checks and brings up to date. `vfs`: another one of SQLite than the usual. Raises StoreError."""
        self.path = path
        must_be_local(path)
        _must_be_pythons_sqlite()
        with ExitStack() as undo:
            undo.callback(_lock(path).release)
            try:
                connection = undo.enter_context(closing(_connect(path, vfs)))
                _set_pragmas(connection, path)
                self.db = Database(connection)
                self._bring_up_to_date()
            except sqlite3.Error as error:
                why = "another program has it open" if code_of(error) == sqlite3.SQLITE_BUSY else str(error)
                kind = StoreError if code_of(error) in NOT_THE_FILE else StoreDamaged
                raise kind(f"the store {path} cannot be opened: {why}") from None
            self._file = _which(path)
            self._open = undo.pop_all()

    def _bring_up_to_date(self) -> None:
        """All that is missing of the schema, or nothing; before, a copy of a store that has something in it."""
        if not migrations.pending(self.db):
            return
        if "event" in self.db.table_names():
            copy_before(self.db.conn, self.path, migrations.pending(self.db)[0].name)
        with self.db.atomic():
            migrations.apply(self.db)

    def must_be_there(self) -> None:
        """Raises StoreError when the file was deleted or replaced by another under this open store."""
        if _which(self.path) != self._file:
            raise StoreError(f"the store {self.path} was deleted or replaced while the hub had it open")

    def close(self) -> None:
        self._open.close()


def _which(path: Path) -> tuple[int, int]:
    """Which file that is: opening it only to look would let go of SQLite's locks on it."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def copy_before(connection: sqlite3.Connection, path: Path, change: str) -> Path:
    """The store as it is before a change of its schema, beside it. Raises sqlite3.Error, StoreError."""
    target = path.parent / "copies" / f"{path.stem}-before-{change}.sqlite"
    try:
        target.parent.mkdir(exist_ok=True)
        target.unlink(missing_ok=True)
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        flush(target)
        flush(target.parent)
    except OSError as error:
        raise StoreError(f"the store {path} cannot be copied before it is changed: {error}") from None
    return target


def flush(path: Path) -> None:
    """Make a file, or what a folder names, survive a power cut. Windows flushes no folders, and needs it less."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else opens the store until the block ends. Raises StoreError when somebody has it open."""
    lock = _lock(path)
    try:
        yield
    finally:
        lock.release()


def _lock(path: Path) -> FileLock:
    lock = FileLock(path.with_name(path.name + ".lock"), thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise StoreError(f"the store {path} is in use by another hub on this machine") from None
    except OSError as error:
        raise StoreError(f"the store {path} cannot be written: {error.strerror}") from None
    return lock


def _connect(path: Path, vfs: str) -> sqlite3.Connection:
    name = path.absolute().as_uri() + (f"?vfs={vfs}" if vfs else "")
    return sqlite3.connect(
        name, uri=True, timeout=0, isolation_level=None, check_same_thread=False, cached_statements=256
    )


def _set_pragmas(connection: sqlite3.Connection, path: Path) -> None:
    for name, (wanted, expected) in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={wanted}").fetchall()  # an error shows only when the answer is fetched
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise StoreError(f"the store {path} cannot be used safely: {name} is {found!r} and must be {expected!r}")


def _must_be_pythons_sqlite() -> None:
    """sqlite-utils prefers pysqlite3 silently when it is installed; its SQLite is another one than we measured."""
    module = vars(sqlite_utils_parts)["sqlite3"]
    if module is not sqlite3:
        raise StoreError(f"the store needs Python's own sqlite3, but {module.__name__} is installed")


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that holds a path, from the text of /proc/self/mounts ("" where unknown)."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, mount, found, *_ = line.split()
        mount = mount.replace("\\040", " ")
        if (mount == "/" or f"{path}/".startswith(f"{mount}/")) and len(mount) >= len(best):
            best, kind = mount, found
    return kind


def must_be_local(path: Path) -> None:
    mounts = Path(os.sep, "proc", "self", "mounts")  # where the system has such a list
    if not mounts.exists():
        return
    kind = file_system(path.resolve(), mounts.read_text())
    if kind in NETWORK_FILE_SYSTEMS:
        raise StoreError(f"the store {path} is on a network file system ({kind}), where SQLite files get corrupted")
