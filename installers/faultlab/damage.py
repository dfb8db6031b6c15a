"""Row: a store's files are damaged at random, and a start either notices it or serves exactly what was written."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from installers.faultlab.judge import Bad, look
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.work import BEGINS, Work, centre
from shared.domain.commands import CloseDay
from shared.domain.hall import Hall
from shared.store import repairing
from shared.store.copies import carried, make_copy
from shared.store.database import Store, StoreError
from shared.store.event_log import ROW as COLUMNS, EventLog, Row as EventRow
from shared.store.people import PeopleTables
from shared.store.repairing import opened
from shared.store.restoring import Restored
from shared.store.shipped import Line, ShippedFile, Tip

SHORT, FULL = (16, 12), (500, 100)  # damages of the run, of the control
ORDERS = 60  # of each of two days
NAME = "centre.sqlite"
TYPE = 6  # column of an event's row
AT_ONCE = 10  # events in a line of the shipped log


def prepared(folder: Path, random: Random) -> list[EventRow]:
    """A store as a kill leaves it, with a WAL; a copy of its first day and its shipped log beside. What is in it."""
    catalogue = centre()
    working = folder / "working"
    working.mkdir(parents=True)
    with closing(Store(working / NAME)) as store:
        log = EventLog(store)
        identity = log.identity(catalogue.id, BEGINS)
        work = Work(log, catalogue, random)
        log.append([work.batch() for _ in range(ORDERS)])
        log.append([work.ordered(CloseDay())])
        carried(make_copy(log, BEGINS.date()), folder / "second", 14)
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        work.next_day()
        for _ in range(ORDERS):
            log.append([work.batch()])
        rows = log.rows(0, 1_000_000)
        Tip(working / NAME).write(*log.tip())
        whole = folder / "whole"
        shutil.copytree(working, whole, ignore=shutil.ignore_patterns("copies", "*.lock"))
    file = ShippedFile(folder / "second", Path(NAME).stem, identity.incarnation, 1)
    for start in range(0, len(rows), AT_ONCE):
        file.append(Line(tuple(rows[start : start + AT_ONCE])))
    file.close()
    return rows


def a_bit(content: bytearray, random: Random) -> None:
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def some_bytes(content: bytearray, random: Random) -> None:
    at = random.randrange(len(content))
    content[at : at + random.randrange(1, 64)] = random.randbytes(random.randrange(1, 64))


def a_page(content: bytearray, random: Random) -> None:
    at = random.randrange(len(content)) // 4096 * 4096
    content[at : at + 4096] = random.choice((bytes(4096), random.randbytes(4096)))


def two_pages(content: bytearray, random: Random) -> None:
    one, other = (random.randrange(max(len(content) // 4096, 1)) * 4096 for _ in range(2))
    a, b = bytes(content[one : one + 4096]), bytes(content[other : other + 4096])
    content[one : one + 4096], content[other : other + 4096] = b, a


def the_end(content: bytearray, random: Random) -> None:
    del content[random.randrange(len(content)) :]


Served = tuple[list[EventRow], dict[str, bytes]]
"""Events, and answers by request."""
DAMAGES: tuple[Callable[[bytearray, Random], None], ...] = (a_bit, some_bytes, a_page, two_pages, the_end)


class Damaged:
    """Copies of one store, each damaged once and then opened as a hub does."""

    def __init__(self, run: Run) -> None:
        self.harmless = self.noticed = self.lost = 0
        self.served: list[str] = []
        self._run = run
        self._random = run.random("damage")
        self._rows = prepared(run.folder, run.random("store"))
        self._answers = answers_of(run.folder / "whole")

    def one(self, number: int) -> None:
        folder = self._run.folder / f"damage-{number}"
        shutil.copytree(self._run.folder / "whole", folder)
        damage, name = self._random.choice(DAMAGES), self._random.choice((NAME, NAME, NAME + "-wal"))
        content = bytearray((folder / name).read_bytes())
        damage(content, self._random)
        (folder / name).write_bytes(content)
        if wrong := self._open(folder / NAME):
            self.served.append(f"damage {number}, {damage.__name__} of {name}: {wrong}")
            return
        shutil.rmtree(folder)

    def _open(self, path: Path) -> str:
        """What was served as good though it is not. A hub looks at the whole chain soon after its start, too."""
        try:
            store, repaired = opened(path, self._run.folder / "second")
        except StoreError as error:
            return f"it is not repaired: {error}"
        with closing(store):
            try:
                wrong = begun(store)
            except Exception as error:
                return f"it is opened, and no hub can begin from it: {type(error).__name__}: {error}"
            served = self._look_over(store)
        if repaired or served is None:
            self.noticed += 1
            self.lost += repaired.lost if repaired else 0
        else:
            self.harmless += 1
        return wrong or self._judge(path, served, repaired)

    def _judge(self, path: Path, served: Served | None, repaired: Restored | None) -> str:
        if served is None:
            return ""
        events, answers = served
        if not self._are_all(events, repaired):
            return f"{len(events)} events are served, and not those that were written"
        if not answers.items() <= self._answers.items() or not (repaired or answers == self._answers):
            return f"{len(answers)} answers are served, and not those that were given"
        if repaired:
            try:
                look(path, ())
            except (Bad, StoreError, sqlite3.Error) as error:
                return f"it was repaired, and {error}"
        return ""

    def _are_all(self, served: list[EventRow], repaired: Restored | None) -> bool:
        """Those that were written; after a repair, and only then, followed by the one event that tells of it."""
        if not repaired:
            return served == self._rows
        *before, last = served
        return before == self._rows and last[TYPE] == "store_restored"

    def _look_over(self, store: Store) -> Served | None:
        """All that would be served, or None when the hub's look over the whole finds the damage."""
        try:
            if repairing.broken_links(store):
                return None
            rows = store.db.conn.execute(f"SELECT {COLUMNS} FROM event ORDER BY seq")
            return [tuple(row) for row in rows], {given.request: given.answer for given in EventLog(store).answers()}
        except sqlite3.Error:
            return None


def answers_of(folder: Path) -> dict[str, bytes]:
    """By request, in a second of the store's files."""
    copy = shutil.copytree(folder, folder.with_name("read"))
    with closing(Store(copy / NAME)) as store:
        return {given.request: given.answer for given in EventLog(store).answers()}


def begun(store: Store) -> str:
    """Read all that a hub reads at its start. What is wrong with it."""
    log, hall = EventLog(store), Hall()
    for recorded in log.for_start():
        hall.apply(recorded.event, recorded.at)
    log.restorations()
    log.answers()
    log.sealed()
    PeopleTables(store).pins()
    return "" if hall.day else "its hall has no day"


def show(run: Run) -> Outcome:
    return damages(run, FULL[0] if run.full else SHORT[0])


def damages(run: Run, number: int) -> Outcome:
    with quiet():
        damaged = Damaged(run)
        for n in range(number):
            damaged.one(n)
            run.passed(1)
    figure = (
        f"{number} damages: {damaged.noticed} noticed, {damaged.harmless} changed nothing of it, "
        f"{len(damaged.served)} served as good, {damaged.lost} events lost"
    )
    return Outcome(figure, not damaged.served and not damaged.lost, tuple(damaged.served))


def control(run: Run) -> Outcome:
    """The same with no look at the chain, and none at what others know to have been in the store."""
    with unchecked():
        return damages(run, FULL[1] if run.full else SHORT[1])


@contextmanager
def unchecked() -> Iterator[None]:
    usual, links = repairing.must_be_sound, repairing.broken_links
    repairing.must_be_sound, repairing.broken_links = lambda *_: None, lambda _: 0
    try:
        yield
    finally:
        repairing.must_be_sound, repairing.broken_links = usual, links


@contextmanager
def quiet() -> Iterator[None]:
    """Each damage that is noticed is an error in the log of a hub."""
    logger = logging.getLogger(repairing.__name__)
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


ROW = Row(
    "damage",
    "random damage to the store's file and its WAL: what reaches events or answers is repaired, none served as good",
    show,
    control,
    short=sum(SHORT),
    full=sum(FULL),
)
