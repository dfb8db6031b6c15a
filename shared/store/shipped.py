"""The shipped log: what happened, in files in a second place, about a second behind the store.

A file is `centre-INCARNATION-FIRSTSEQ.log`: one line for each time that something was shipped, a CRC-32 in hex, a space
and JSON with the rows of events and answers as the store has them. A torn last line is what a power cut leaves, and the
next file goes on from the last whole one. Never in it: the day key, and what is sealed under it.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

from shared.store.answer_sums import AnswerRow
from shared.store.database import flush
from shared.store.event_log import Row


class Line(msgspec.Struct, frozen=True):
    """What was shipped at once: events in order, and the answers given with them."""

    events: tuple[Row, ...]
    answers: tuple[AnswerRow, ...] = ()


class ShippedFile:
    """One file that is being written."""

    def __init__(self, place: Path, stem: str, incarnation: str, first: int) -> None:
        """Raises OSError."""
        place.mkdir(parents=True, exist_ok=True)
        self.path = place / f"{stem}-{incarnation}-{first:012d}.log"
        self._handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        flush(place)

    def append(self, line: Line) -> None:
        """Flushed when it returns. Raises OSError."""
        left = memoryview(written(line))
        while left:
            left = left[os.write(self._handle, left) :]
        os.fsync(self._handle)

    def close(self) -> None:
        os.close(self._handle)


def written(line: Line) -> bytes:
    body = msgspec.json.encode(line)
    return b"%08x " % zlib.crc32(body) + body + b"\n"


def shipped_files(place: Path, stem: str, incarnation: str = "*") -> list[Path]:
    """In the order of their first event."""
    return sorted(place.glob(f"{stem}-{incarnation}-{'[0-9]' * 12}.log"), key=first_of)


def incarnations(place: Path, stem: str) -> set[str]:
    """The stores of which there is a shipped log."""
    return {incarnation_of(file) for file in shipped_files(place, stem)}


def incarnation_of(file: Path) -> str:
    """Of the store whose log is in a file."""
    return file.stem.rsplit("-", 2)[1]


def first_of(file: Path) -> int:
    """The first event that a file may hold."""
    return int(file.stem.rpartition("-")[2])


def lines(files: Iterable[Path]) -> Iterator[Line]:
    """What whole lines hold. A line that is torn or damaged is passed over: what follows it will not fit the chain."""
    for file in files:
        with file.open("rb") as opened:
            for raw in opened:
                line = _read(raw)
                if line is not None:
                    yield line


def _read(raw: bytes) -> Line | None:
    crc, _, body = raw.rstrip(b"\n").partition(b" ")
    try:
        if not raw.endswith(b"\n") or int(crc, 16) != zlib.crc32(body):
            return None
        return msgspec.json.decode(body, type=Line)
    except (ValueError, msgspec.DecodeError):
        return None


def last_shipped(place: Path, stem: str, incarnation: str) -> tuple[int, str]:
    """Seq and hash of the last event that was shipped of a store, (0, "") where there is none."""
    for file in reversed(shipped_files(place, stem, incarnation)):
        found = [line.events[-1] for line in lines([file]) if line.events]
        if found:
            return found[-1][0], found[-1][8]
    return 0, ""


def forget_before(place: Path, stem: str, incarnation: str, seq: int) -> None:
    """Remove the files of this store whose events are all at or below `seq`, which every copy kept has."""
    files = shipped_files(place, stem, incarnation)
    for file, following in pairwise(files):
        if first_of(following) <= seq + 1:
            file.unlink()


class Tip:
    """`centre.sqlite.tip`: the last event that is known to be in the store, so that a lost end is noticed.

    Not flushed: what stands in it was in the store before.
    """

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".tip")

    def write(self, seq: int, digest: str) -> None:
        """Raises OSError."""
        new = self.path.with_name(self.path.name + ".new")
        new.write_text(f"{seq} {digest}\n")
        new.replace(self.path)

    def read(self) -> tuple[int, str]:
        """(0, "") where it is not known."""
        try:
            seq, digest = self.path.read_text().split()
            return int(seq), digest
        except (OSError, ValueError):
            return 0, ""
