"""Row: the power goes at any write, unsynced writes are lost or torn, and what was acknowledged is there."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from installers.faultlab.judge import Bad, look
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.vfs import NAME, Disk, registered
from installers.faultlab.work import BEGINS, Work, centre
from installers.system import APSW
from shared.store import database
from shared.store.database import Store, StoreError
from shared.store.event_log import EventLog

SHORT, FULL = (120, 60), (10_000, 500)  # cuts of the run, of the control
UNTIL_THE_CUT = (3, 200)  # writes
FRESH_EVERY = 100  # cuts: a longer log would only be read longer
CHECKPOINTS = (7, 7, 60)  # pages of WAL: many cuts fall into a checkpoint, and many into a longer WAL


class Cutter:
    """One store under one disk, cut and opened again and again."""

    def __init__(self, folder: Path, random: Random) -> None:
        self.path = folder / "centre.sqlite"
        self.disk = Disk(random)
        self.acknowledged: set[str] = set()
        self.said = 0  # orders acknowledged, over all fresh files
        self._random = random
        self._centre = centre()

    def cut(self) -> tuple[int, str]:
        """Work until the power goes, then look at what is there: how many were lost, and what is wrong with it."""
        self.disk.begin(self.path.parent, self._random.randrange(*UNTIL_THE_CUT))
        self._work()
        self.disk.after_the_cut(self.path.parent)
        try:
            return self._look(), ""
        except (Bad, StoreError, sqlite3.Error, KeyError) as error:
            return 0, str(error)

    def fresh(self) -> None:
        for file in self.path.parent.iterdir():
            file.unlink()
        self.acknowledged.clear()

    def _work(self) -> None:
        try:
            store = Store(self.path, NAME)
        except StoreError:
            return  # the power went while it was opened
        with closing(store):
            store.db.conn.execute(f"PRAGMA wal_autocheckpoint={self._random.choice(CHECKPOINTS)}").fetchall()
            log = EventLog(store)
            try:
                log.identity(self._centre.id, BEGINS)
                work = Work(log, self._centre, self._random)
                while True:
                    group = [work.batch() for _ in range(self._random.choice((1, 1, 1, 3)))]
                    log.append(group)
                    self._acknowledge(given.answer.request for given in group if given.answer)
            except sqlite3.Error:
                return

    def _acknowledge(self, requests: Iterator[str]) -> None:
        before = len(self.acknowledged)
        self.acknowledged.update(requests)
        self.said += len(self.acknowledged) - before

    def _look(self) -> int:
        """How many acknowledged orders are missing. Raises what is raised when the store is not whole."""
        lost = look(self.path, self.acknowledged)
        self.acknowledged -= lost
        return len(lost)


def cuts(run: Run, number: int) -> Outcome:
    random = run.random("powercuts")
    cutter = Cutter(run.folder, random)
    lost, corrupt, details = 0, 0, list[str]()
    vfs = registered(cutter.disk)
    try:
        for n in range(1, number + 1):
            missing, wrong = cutter.cut()
            lost += missing
            corrupt += bool(wrong)
            if missing or wrong:
                details.append(f"cut {n}: {wrong or f'{missing} acknowledged orders are missing'}")
                keep(run.folder, n, details)
            if wrong or n % FRESH_EVERY == 0:
                cutter.fresh()
            run.passed(1)
    finally:
        vfs.unregister()
    figure = f"{number:,} cuts: {lost} of {cutter.said:,} acknowledged lost, {corrupt} corrupt"
    return Outcome(figure, not lost and not corrupt, tuple(details))


def keep(folder: Path, cut: int, details: list[str]) -> None:
    """The files of the first few cuts that went wrong."""
    if len(details) <= 3:
        kept = folder.with_name(f"{folder.name}-cut-{cut}")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)


def show(run: Run) -> Outcome:
    return cuts(run, FULL[0] if run.full else SHORT[0])


def control(run: Run) -> Outcome:
    with normal():
        return cuts(run, FULL[1] if run.full else SHORT[1])


@contextmanager
def normal() -> Iterator[None]:
    """`synchronous=NORMAL`, the usual advice for WAL."""
    usual = database.PRAGMAS["synchronous"]
    database.PRAGMAS["synchronous"] = ("NORMAL", 1)
    try:
        yield
    finally:
        database.PRAGMAS["synchronous"] = usual


ROW = Row(
    "powercuts",
    "power cuts with torn and lost unsynced writes under the store lose nothing acknowledged and damage nothing",
    show,
    control,
    short=sum(SHORT),
    full=sum(FULL),
    needs=(APSW,),
)
