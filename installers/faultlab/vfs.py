"""A disk that loses power: SQLite's files through a VFS that keeps apart what was synced and what only was written.

Needs Debian's `python3-apsw`: it and Python's own sqlite3 use the same library of the system, so that a VFS made with
the one is open to the other as `file:...?vfs=powercut`. SQLite's own crash tests work the same way.
Limits: a deletion counts as durable at once; a disk that lies about sync is not shown; only SQLite's files are.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from random import Random
from typing import Any

from installers.faultlab.row import CannotRun

DEBIAN = "/usr/lib/python3/dist-packages"
NAME = "powercut"
SECTOR = 512  # bytes that a disk writes whole or not at all


def debians_apsw() -> Any:
    """The module. Raises CannotRun where it is missing or has a SQLite of its own."""
    import sqlite3

    if DEBIAN not in sys.path:
        sys.path.append(DEBIAN)
    try:
        apsw = importlib.import_module("apsw")
    except ImportError as error:
        raise CannotRun(f"simulated power cuts need Debian's python3-apsw in this Python: {error}") from None
    if apsw.sqlitelibversion() != sqlite3.sqlite_version:
        raise CannotRun(f"apsw brings SQLite {apsw.sqlitelibversion()} and Python has {sqlite3.sqlite_version}")
    return apsw


class Disk:
    """What is safe on the disk, file by file, and what was written since; `left` writes until the power goes."""

    def __init__(self, random: Random) -> None:
        self.synced: dict[str, bytearray] = {}
        self.pending: dict[str, list[tuple[int, bytes | None]]] = {}  # (offset, data), or (size, None) to truncate
        self.left = 0
        self.is_off = False
        self._random = random

    def begin(self, folder: Path, left: int) -> None:
        """Power on with the files of a folder, all safe."""
        self.synced = {str(file): bytearray(file.read_bytes()) for file in folder.glob("*.sqlite*")}
        self.pending = {name: [] for name in self.synced}
        self.left, self.is_off = left, False

    def tick(self) -> None:
        """One more write. Raises OSError when the power is gone."""
        self.left -= 1
        if self.left <= 0:
            self.is_off = True
        self.must_be_on()

    def must_be_on(self) -> None:
        if self.is_off:
            raise OSError("the power is off")

    def note(self, name: str, offset: int, data: bytes | None) -> None:
        self.pending.setdefault(name, []).append((offset, data))

    def sync(self, name: str) -> None:
        image = self.synced.setdefault(name, bytearray())
        for offset, data in self.pending.pop(name, []):
            _apply(image, offset, data)

    def delete(self, name: str) -> None:
        self.synced.pop(name, None)
        self.pending.pop(name, None)

    def after_the_cut(self, folder: Path) -> None:
        """Leave in the folder what a disk may hold now: unsynced writes whole, torn, as rubbish, or not at all."""
        for file in folder.glob("*.sqlite*"):
            if not file.name.endswith(".lock"):
                file.unlink()
        for name in self.synced.keys() | self.pending.keys():
            image = bytearray(self.synced.get(name, b""))
            for offset, data in self.pending.get(name, []):
                self._survive(image, offset, data)
            Path(name).write_bytes(image)

    def _survive(self, image: bytearray, offset: int, data: bytes | None) -> None:
        if data is None:
            if self._random.random() < 0.5:
                _apply(image, offset, None)
            return
        fate = self._random.randrange(3)
        if fate == 0:
            _apply(image, offset, data)
        elif fate == 1:
            for start, piece in _sectors(offset, data):
                if self._random.random() < 0.5:
                    rubbish = self._random.random() < 0.1
                    _apply(image, start, self._random.randbytes(len(piece)) if rubbish else piece)


def _apply(image: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del image[offset:]
        return
    if len(image) < offset:
        image.extend(bytes(offset - len(image)))
    image[offset : offset + len(data)] = data


def _sectors(offset: int, data: bytes) -> list[tuple[int, bytes]]:
    pieces, at = [], offset
    while at < offset + len(data):
        end = min((at // SECTOR + 1) * SECTOR, offset + len(data))
        pieces.append((at, data[at - offset : end - offset]))
        at = end
    return pieces


def registered(disk: Disk) -> Any:
    """The VFS of a disk, in force until its `unregister()`. Raises CannotRun."""
    apsw = debians_apsw()

    class File(apsw.VFSFile):  # type: ignore[misc,name-defined]
        def __init__(self, name: Any, flags: list[int]) -> None:
            super().__init__("unix", name, flags)
            self.name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)

        def xWrite(self, data: bytes, offset: int) -> None:
            disk.tick()
            disk.note(self.name, offset, bytes(data))
            super().xWrite(data, offset)

        def xTruncate(self, size: int) -> None:
            disk.tick()
            disk.note(self.name, size, None)
            super().xTruncate(size)

        def xSync(self, _flags: int) -> None:
            disk.must_be_on()
            disk.sync(self.name)

        def excepthook(self, *_: object) -> None:
            """SQLite is told of the error; nothing else needs to be."""

    class Vfs(apsw.VFS):  # type: ignore[misc,name-defined]
        def __init__(self) -> None:
            super().__init__(NAME, "unix")

        def xOpen(self, name: Any, flags: list[int]) -> Any:
            return File(name, flags)

        def xDelete(self, name: str, sync: bool) -> None:
            disk.must_be_on()
            disk.delete(name)
            super().xDelete(name, sync)

        def excepthook(self, *_: object) -> None:
            """SQLite is told of the error; nothing else needs to be."""

    return Vfs()
