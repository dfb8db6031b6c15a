"""Row: the disk is full, fails, or is read-only at each of the first calls to it: nothing is acknowledged falsely."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from installers.faultlab.judge import Bad, look
from installers.faultlab.orders import STORE, orders, prepare
from installers.faultlab.row import CannotRun, Outcome, Row, Run
from installers.faultlab.tracing import ROOT, Ended, Fault, at_each, side_by_side
from installers.faultlab.work import centre
from installers.system import STRACE
from shared.store.database import StoreError

CALLS = ("openat", "pread64", "pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")
ERRORS = ("ENOSPC", "EIO", "EROFS")
FIRST = 300  # calls
ABREAST = 12  # places in one traced process
DAY = tuple(name for name in orders(centre()) if name not in ("create", "migrate"))
ORDERED = sum(len(orders(centre())[name]()) for name in DAY)  # with an answer each


class Place(NamedTuple):
    """The k-th call of its kind, which is one of the first calls that a day makes. `file`: what it is made to."""

    call: str
    k: int
    file: str = STORE


class Disk:
    """The orders of a day that has just opened, with a fault in each place."""

    def __init__(self, run: Run, *, swallow: bool = False) -> None:
        self._run, self._early = run, swallow
        self._before = opened(run)
        self._acknowledged = frozenset(prepare(self._before, DAY[0]))
        self.tried = 0
        self.named = 0
        self.harmless = Counter[str]()  # those that SQLite could do without: all was done, and all is there
        self.false: list[str] = []
        self.unnamed: list[str] = []

    def tried_at(self, error: str, places: Sequence[Place]) -> None:
        """EIO at one call; a full disk and a read-only one stay so."""
        for call in dict.fromkeys(place.call for place in places):
            there = [place for place in places if place.call == call]
            fault = Fault(call, f"error={error}", stays=error != "EIO")
            ends = at_each(fault, [place.k for place in there], self._before, DAY, self._early)
            for ended, place in zip(ends, there, strict=True):
                self._judge(f"{error} at {call} {place.k}", ended, f"{error} at {call} of {place.file}")
                self._run.passed(1)

    def _judge(self, where: str, ended: Ended, kind: str) -> None:
        self.tried += 1
        self.named += bool(ended.status)
        if wrong := _false(ended, self._acknowledged):
            self.false.append(f"{where}: {wrong}")
        elif ended.status and not _is_a_sentence(ended.complained):
            self.unnamed.append(f"{where}: it said {ended.complained[-300:]!r}")
        elif not ended.status and len(ended.acknowledged) < ORDERED:
            self.unnamed.append(
                f"{where}: {len(ended.acknowledged)} of {ORDERED} orders were answered, without an error"
            )
        else:
            self.harmless[kind] += not ended.status
            shutil.rmtree(ended.folder)


def _false(ended: Ended, before: frozenset[str]) -> str:
    """Whether something acknowledged is missing once the disk is well again."""
    try:
        lost = look(ended.folder / STORE, before | ended.acknowledged)
    except (Bad, StoreError, sqlite3.Error) as error:
        return str(error)
    return f"{len(lost)} acknowledged orders are missing" if lost else ""


def _is_a_sentence(text: str) -> bool:
    return text.startswith("stopped: ") and "\n" not in text and len(text) > len("stopped: ")


def opened(run: Run) -> Path:
    """An empty folder for the store of a day that has just opened."""
    folder = run.folder / "opened"
    folder.mkdir()
    return folder


def first_places(run: Run) -> list[Place]:
    """The first calls of a day, in their order, as strace sees them in a run without any fault."""
    folder = run.folder / "clean"
    folder.mkdir()
    prepare(folder, DAY[0])
    told = run.folder / "calls"
    strace = ["strace", "-f", "-qq", "-y", "-e", f"trace={','.join(CALLS)}", "-o", str(told)]
    program = [sys.executable, "-m", "installers.faultlab.orders", "fsync", "0", "", ",".join(DAY), f"0={folder}"]
    done = subprocess.run([*strace, *program], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRun(f"strace ended with status {done.returncode}: {done.stderr[-500:]}")
    return list(_places(told.read_text().splitlines()))[:FIRST]


def _places(lines: Sequence[str]) -> Iterator[Place]:
    """Those of the child to the files of its folder, from its spare file on."""
    begin = next(i for i, line in enumerate(lines) if '/spare"' in line)  # and not the module that is called so
    seen = Counter[str]()
    for line in lines[begin + 1 :]:
        call = line.partition(" ")[2].strip().partition("(")[0]
        if line.split()[0] == lines[begin].split()[0] and call in CALLS:
            seen[call] += 1
            if found := re.search(rf"{STORE}[\w.-]*", line):
                yield Place(call, seen[call], found[0])


def show(run: Run) -> Outcome:
    places = first_places(run)
    wanted = places if run.full else places[3::60]
    disk = Disk(run)
    parts = [(error, wanted[i : i + ABREAST]) for error in ERRORS for i in range(0, len(wanted), ABREAST)]
    side_by_side(lambda part: disk.tried_at(*part), parts)
    figure = (
        f"{disk.tried} faults at the first {len(places)} calls: {len(disk.false)} false acknowledgements, "
        f"{disk.named} stopped, {len(disk.unnamed)} of them without a named error, "
        f"{disk.harmless.total()} that SQLite did without ({_told(disk.harmless)})"
    )
    enough = len(places) == FIRST
    return Outcome(figure, enough and not disk.false and not disk.unnamed, (*disk.false, *disk.unnamed))


def _told(kinds: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()) if count)


def control(run: Run) -> Outcome:
    """The same with an answer before the commit."""
    places = [place for place in first_places(run) if place.call == "pwrite64"]
    disk = Disk(run, swallow=True)
    disk.tried_at("EIO", places[:: 8 if run.full else 40])
    return Outcome(f"answer before commit: {disk.tried} faults, {len(disk.false)} false", not disk.false)


ROW = Row(
    "disk",
    f"a full, failing or read-only disk at each of the first {FIRST} calls: no false acknowledgement, a named error",
    show,
    control,
    short=17,
    full=FIRST * len(ERRORS) + 20,
    needs=(STRACE,),
)
