"""Row: a real disk that fills up, a small file system of its own: calling goes on, nothing is lost, no crash loop.

First everything but the ballast: the hub throws it off, refuses new tickets by name and goes on calling, and a kiosk
gives numbers of its own. Then all of it: the hub stops with the error's name, waits at its next start, and begins when
there is room; the kiosk's numbers become tickets. Only root may mount.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Thread

from installers.faultlab.hall import HallHub
from installers.faultlab.judge import look
from installers.faultlab.lab_kiosk import LabKiosk
from installers.faultlab.live_hub import LabClock
from installers.faultlab.row import CannotRun, Outcome, Row, Run
from installers.system import Need
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code
from shared.domain.roles import DeviceRole
from shared.lan.client import HubAway, HubClient, HubRefused
from shared.lan.identity import Identity
from shared.lan.views import AlertView

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
SIZE = 110  # MB: the ballast, what it must leave to be taken on, and some to spare
CITIZENS = {False: 3, True: 40}  # in the short and in the full form
COUNTER, SERVICE = 20, "PJ02"
WITHIN = 30.0  # seconds
PATIENCE = 3.0  # seconds without an answer until a kiosk gives its own number
LOOK = 0.02  # seconds
CHUNKS = (1_000_000, 4_096, 1)
NO_BALLAST = """
import shared.store.room as room
room.Room.look = lambda self: setattr(self, "free", self._free())
import suyana
suyana.main()
"""
"""The hub that does not look at the room on its disk: the control."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of its own. Raises CannotRun."""
    folder.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise CannotRun("only root may mount a file system")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotRun(f"no file system can be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


def fill(disk: Path, name: str) -> Path:
    """Take all the room there is, to the last byte."""
    filler = disk / name
    with filler.open("ab", buffering=0) as file:
        for chunk in CHUNKS:
            with suppress(OSError):
                while True:
                    file.write(bytes(chunk))
    return filler


@dataclass(frozen=True)
class OfKiosk:
    """What the kiosk beside it knows of the hall."""

    catalogue: Catalogue
    identities: Mapping[str, Identity]
    clock: LabClock = field(default_factory=LabClock)


class FullDisk:
    """One morning on a disk that fills up."""

    def __init__(self, run: Run, disk: Path, code: str) -> None:
        self._disk, self._folder = disk, run.folder
        self._citizens = CITIZENS[run.full]
        self._passed = run.passed
        self.hub = HallHub(disk, CENTRE, code=code)
        self.hub.log = run.folder / "hub.log"  # elsewhere: what it says is not to depend on the room
        self._kiosk = self.hub.member(DeviceRole.KIOSK, "kiosk-1")
        self._counter = self.hub.member(DeviceRole.COUNTER, f"counter-{COUNTER}", COUNTER)
        self._supervisor = self.hub.member(DeviceRole.SUPERVISOR, "supervisor-1")
        beside = self.hub.member(DeviceRole.KIOSK, "kiosk-2")
        self._knows = OfKiosk(self.hub.catalogue, {"kiosk-2": beside.identity})
        self.papers: list[str] = []  # numbers that citizens of the kiosk beside it hold
        self.acknowledged: list[str] = []
        self.refused = self.served = 0
        self.alarm = self.waited = self.given_again = False

    async def fills_up(self) -> None:
        async with (
            self.hub.line(self._kiosk) as kiosk,
            self.hub.line(self._counter) as counter,
            self.hub.line(self._supervisor) as supervisor,
        ):
            await self._order(counter, c.OpenCounter(COUNTER, self._counter.person))
            for _ in range(self._citizens):
                await self._order(kiosk, c.IssueTicket(SERVICE))
            await self._beside(spare=False)
            fill(self._disk, "filler")
            with suppress(TimeoutError):
                async with asyncio.timeout(WITHIN):
                    await supervisor.until(lambda mirror: mirror.get("alert/disk_full", AlertView) is not None)
                    self.alarm = True
            for _ in range(self._citizens):
                try:
                    await self._order(kiosk, c.IssueTicket(SERVICE))
                except HubRefused as error:
                    self.refused += error.refused.code == Code.DISK_FULL
            await self._beside(spare=True)
            for _ in range(self._citizens):
                for order in (c.CallNext(COUNTER), c.StartAttention(COUNTER), c.FinishAttention(COUNTER)):
                    await self._order(counter, order)
                self.served += 1
                self._passed(1)
            fill(self._disk, "filler")
            while True:
                await self._order(counter, c.PauseCounter(COUNTER, "lunch"))
                await self._order(counter, c.OpenCounter(COUNTER, self._counter.person))

    async def _beside(self, *, spare: bool) -> None:
        """At another kiosk, of real parts: its citizens go away with a number, while the disk is full with its own."""
        kiosk = self._other_kiosk()
        try:
            async with asyncio.timeout(WITHIN):
                while not (kiosk.is_online and kiosk.has_letter):
                    await asyncio.sleep(LOOK)
            for _ in range(self._citizens if spare else 1):
                self.papers.append(await kiosk.serve(c.IssueTicket(SERVICE)))
        finally:
            await kiosk.kill()

    def _other_kiosk(self) -> LabKiosk:
        journal = self._folder / "kiosk-2.journal"
        return LabKiosk(
            *("kiosk-2", self._knows, self.hub.url, journal, Random(1)),
            patience=PATIENCE,
            kills=0.0,
            names_first=True,
            void=set(),
        )

    async def _reunited(self) -> None:
        """The kiosk beside it tells the hub of what it gave."""
        kiosk = self._other_kiosk()
        with suppress(TimeoutError):
            async with asyncio.timeout(WITHIN):
                while not kiosk.is_done:
                    await asyncio.sleep(LOOK)
        await kiosk.kill()

    def without_ticket(self) -> list[str]:
        """The papers of the kiosk beside it whose number is not exactly one ticket."""
        with closing(sqlite3.connect(self.hub.store)) as connection:
            rows = connection.execute("SELECT number FROM ticket").fetchall()
        given = [number for (number,) in rows]
        return [paper for paper in self.papers if not paper or given.count(paper) != 1]

    async def _order(self, line: HubClient, order: c.Command) -> None:
        request = f"r{len(self.acknowledged)}-{os.urandom(4).hex()}"
        await line.ask(order, request)
        self.acknowledged.append(request)

    def begins_again(self) -> None:
        """It waits for room, and begins when there is some."""
        starting = Thread(target=self.hub.start, daemon=True)
        starting.start()
        end = time.monotonic() + WITHIN
        while not self.waited and time.monotonic() < end:
            self.waited = "the hub waits" in self.hub.log.read_text() and self.hub.is_running
            time.sleep(0.05)
        (self._disk / "filler").unlink()
        starting.join(WITHIN)
        asyncio.run(self._gives())
        asyncio.run(self._reunited())

    async def _gives(self) -> None:
        async with self.hub.line(self._kiosk) as kiosk, asyncio.timeout(WITHIN):
            while not self.given_again:
                try:
                    await self._order(kiosk, c.IssueTicket(SERVICE))
                    self.given_again = True
                except HubRefused:  # until it has taken the ballast on again
                    await asyncio.sleep(0.1)


def lived(run: Run, code: str = "") -> Outcome:
    with small_disk(run.folder / "disk") as disk:
        morning = FullDisk(run, disk, code)
        morning.hub.start()
        with suppress(HubAway):
            asyncio.run(morning.fills_up())
        stopped = _ended(morning.hub)
        morning.begins_again()
        ended = morning.hub.stop()
        lost = look(morning.hub.store, morning.acknowledged)
        nowhere = morning.without_ticket()
    spare = sum(len(paper.partition(" ")[0]) == 1 for paper in morning.papers)
    figure = (
        f"{morning.refused} of {morning._citizens} new tickets refused by name, {spare} given by a kiosk of its own, "
        f"{len(nowhere)} of them without a ticket in the end; {morning.served} citizens served on a full disk, "
        f"alarm {_yes(morning.alarm)}; stopped: {stopped or 'without a word'}; "
        f"waited for room {_yes(morning.waited)}, gave tickets again {_yes(morning.given_again)}; "
        f"{len(lost)} of {len(morning.acknowledged)} acknowledged lost"
    )
    whole = morning.refused == morning.served == spare == morning._citizens and morning.alarm and bool(stopped)
    return Outcome(figure, whole and morning.waited and morning.given_again and not lost and not nowhere and ended == 0)


def _ended(hub: HallHub) -> str:
    """Wait for its end. Returns the sentence with which it ended."""
    end = time.monotonic() + WITHIN
    while hub.is_running and time.monotonic() < end:
        time.sleep(0.05)
    said = hub.last_words()
    return said.partition("suyana: ")[2] if not hub.is_running else ""


def _yes(it: bool) -> str:
    return "yes" if it else "NO"


def show(run: Run) -> Outcome:
    return lived(run)


def control(run: Run) -> Outcome:
    """The same at a hub without a ballast: it cannot go on calling."""
    return lived(run, NO_BALLAST)


ROW = Row(
    "full_disk",
    "a real disk that fills up: new tickets are refused by name, calling goes on, then a named stop, nothing is lost",
    show,
    control,
    short=CITIZENS[False],
    full=CITIZENS[True],
    needs=(Need("mount", command="mount"),),
)
