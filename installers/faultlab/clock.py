"""Row: the machine's clock jumps by a second or by years, at any moment; no duration and no day is touched by it.

Most steps are taken by an injected clock under a hub in this process, which is ended and begun again in between;
some by libfaketime under a hub that is a process of its own, left out where Debian's libfaketime is missing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from installers.faultlab.hall import HallHub
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.work import centre
from installers.system import FAKETIME
from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Refusal
from shared.domain.roles import DeviceRole
from shared.hub.__main__ import put_in_force
from shared.hub.clock import Clock
from shared.hub.hub import Hub
from shared.lan.client import HubRefused
from shared.store.database import Store
from shared.store.event_log import EventLog

BEGINS = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # a Monday, 09:00 in Lima
SHORT, FULL = (60, 4), (450, 50)  # steps of the injected clock, of libfaketime
RESTARTS_EVERY = 25  # steps
LONGEST = timedelta(hours=24)
DEAD = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC), datetime(2036, 2, 7, tzinfo=UTC))
THREE_YEARS = 8.0  # as a power of ten of seconds
ACTOR = c.Actor("lab")


class Machine:
    """Two clocks: one that only grows, and one that people, batteries and time servers move."""

    def __init__(self, at: datetime) -> None:
        self.wall = at.timestamp()
        self.monotonic = 1000.0

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.monotonic += seconds


class WallClock(Clock):
    """What the row is about, without it: the machine's clock itself."""

    def now(self) -> datetime:
        at = self.machine()
        return at.replace(microsecond=at.microsecond // 1000 * 1000)


MakeClock = Callable[..., Clock]


class Hall:
    """A hub in this process, lived through step by step."""

    def __init__(self, run: Run, random: Random, make: MakeClock) -> None:
        self.machine = Machine(BEGINS)
        self._random = random
        self._make = make
        self._path = run.folder / "centre.sqlite"
        self._catalogue: Catalogue = centre()
        self._count = 0
        self.hub: Hub
        self._store: Store

    async def begin(self) -> None:
        self._store = Store(self._path)
        log = EventLog(self._store)
        clock = self._make(log.last_time(), wall=lambda: self.machine.wall, monotonic=lambda: self.machine.monotonic)
        self.hub = Hub(log, log.identity(self._catalogue.id, clock.now()), clock, lambda _: None)
        await put_in_force(self.hub, self._catalogue)
        await self.hub.tick()

    def end(self) -> None:
        self.hub.stop()
        self._store.close()

    def step(self) -> None:
        """A time server, a hand, a battery, or the minute before midnight."""
        kind = self._random.randrange(10)
        if kind == 0:
            self.machine.wall = self._random.choice(DEAD).timestamp()
        elif kind == 1:
            self.machine.wall = self.machine.wall // 86400 * 86400 + 86400 + 5 * 3600 - 10
        else:
            self.machine.wall += self._random.choice((-1, 1)) * 10 ** self._random.uniform(0, THREE_YEARS)

    async def live(self) -> None:
        """What a hall does within a minute or two."""
        await self.hub.tick()
        await self._open()
        for _ in range(4):
            self.machine.pass_(self._random.uniform(0.5, 30))
            counter = self._random.choice((20, 21))
            orders = (
                c.OpenCounter(counter, f"a0{counter}"),
                c.IssueTicket("PJ02"),
                c.CallNext(counter),
                c.StartAttention(counter),
                c.FinishAttention(counter),
                c.MarkAbsent(counter),
            )
            self._count += 1
            with suppress(Refusal):
                await self.hub.handle(f"lab-{self._count}", self._random.choice(orders), ACTOR)

    async def _open(self) -> None:
        """Somebody sets the clock to the next morning that this centre has, where no day is open."""
        day = self.hub.committed.day
        ahead = 0
        while (day is None or not day.is_open) and ahead < 10:
            ahead += 1
            last = (day.day if day else BEGINS.date()) + timedelta(days=ahead)
            self.machine.wall = datetime.combine(last, BEGINS.timetz()).timestamp()
            await self.hub.tick()
            day = self.hub.committed.day


def wrongs(recorded: list[e.Recorded]) -> list[str]:
    """Whatever in a log is no sane time: events that go back, tickets of two days, durations that cannot be."""
    found = []
    of: dict[int, date | None] = {}
    since: dict[tuple[str, int], datetime] = {}
    for before, one in zip([None, *recorded], recorded, strict=False):
        if before and one.at < before.at:
            found.append(f"event {one.seq} is {before.at - one.at} before the one before it")
        ticket = getattr(one.event, "ticket", 0)
        if ticket and of.setdefault(ticket, one.day) != one.day:
            found.append(f"event {one.seq} has ticket {ticket} on {one.day}, given on {of[ticket]}")
        for what, begins, ends in SPANS:
            if isinstance(one.event, begins):
                since[what, ticket] = one.at
            elif isinstance(one.event, ends) and (what, ticket) in since:
                took = one.at - since.pop((what, ticket))
                if not timedelta() <= took <= LONGEST:
                    found.append(f"event {one.seq}: {what} of {took}")
        because = getattr(one.event, "because", None)
        if because is not None and not 0 <= because.waited <= LONGEST.total_seconds():
            found.append(f"event {one.seq}: called after a wait of {because.waited} s")
    return found


SPANS: tuple[tuple[str, type, tuple[type, ...]], ...] = (
    ("wait", e.TicketIssued, (e.TicketCalled, e.TicketLeft, e.TicketCancelled)),
    ("presentation", e.TicketCalled, (e.AttentionStarted, e.TicketAbsent, e.TicketLeft)),
    ("attention", e.AttentionStarted, (e.AttentionFinished, e.TicketLeft)),
)


async def injected(run: Run, steps: int, make: MakeClock) -> tuple[int, list[str]]:
    """How many events there were, and what was wrong with them."""
    logging.getLogger("shared.hub.hub").setLevel(logging.ERROR)  # it tells of every step
    hall = Hall(run, run.random("clock"), make)
    await hall.begin()
    try:
        for step in range(1, steps + 1):
            hall.step()
            if step % RESTARTS_EVERY == 0:
                hall.end()
                await hall.begin()
            await hall.live()
            run.passed(1)
    except Exception as error:  # of the control run: the hub cannot go on either
        hall.end()
        return step, [f"step {step}: the hub fails with {type(error).__name__}: {error}"]
    recorded = [one for one, _ in await hall.hub.read_log(0, 10**6, whole_day=False)]
    figures = [
        f"figure {column} of {row['day']}: {row[column]}"
        for row in hall._store.db.table("day_figures").rows
        for column in row
        if column.endswith(("_max", "_mean", "_p95"))
        if row[column] is not None and not 0 <= row[column] <= LONGEST.total_seconds()
    ]
    hall.end()
    logging.getLogger("shared.hub.hub").setLevel(logging.NOTSET)
    return len(recorded), wrongs(recorded) + figures


async def faked(run: Run, steps: int, code: str) -> list[str]:
    """The same under a hub that is a process of its own, whose wall clock libfaketime moves while it runs."""
    library = next(Path("/").glob(FAKETIME.file))
    folder = run.folder / "process"
    folder.mkdir()
    stamp, random, at = folder / "time", run.random("faketime"), BEGINS
    stamp.write_text(f"@{at:%Y-%m-%d %H:%M:%S}\n")
    hub = HallHub(folder, Path(__file__).parents[1] / "centres" / "region-sur.toml", clock="", code=code)
    kiosk, sync = hub.member(DeviceRole.KIOSK, "kiosk-1"), hub.member(DeviceRole.SYNC, "sync-1")
    counter = hub.member(DeviceRole.COUNTER, "counter-20", 20)
    fake = {"LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(stamp), "TZ": "UTC"}
    hub.start(fake | {"FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
    try:
        async with (
            hub.line(kiosk) as citizen,
            hub.line(counter) as advisor,
        ):
            await advisor.ask(c.OpenCounter(20, "a020"))
            for _ in range(steps):
                shift = timedelta(seconds=random.choice((-1, 1)) * 10 ** random.uniform(0, THREE_YEARS))
                stamp.write_text(f"@{at + shift:%Y-%m-%d %H:%M:%S}\n")
                await citizen.ask(c.IssueTicket("PJ02"))
                for order in (c.CallNext(20), c.StartAttention(20), c.FinishAttention(20)):
                    await advisor.ask(order)
                run.passed(1)
        async with hub.line(sync) as reader:
            page = await reader.read_log(0, 2000)
    except HubRefused as refused:
        return [f"libfaketime: {refused}"]
    finally:
        hub.stop()
    recorded = [
        e.Recorded(n.seq, n.at, None, n.epoch, n.device, n.person, e.decode_event(bytes(n.body))) for n in page.entries
    ]
    return [f"libfaketime: {wrong}" for wrong in wrongs(recorded)]


def steps_of(run: Run, make: MakeClock, code: str) -> Outcome:
    inside, outside = FULL if run.full else SHORT
    events, found = asyncio.run(injected(run, inside, make))
    process = "none by libfaketime, which this machine lacks"
    if FAKETIME.met():
        found += asyncio.run(faked(run, outside, code))
        process = f"{outside} by libfaketime under a process"
    figure = f"{inside + outside} steps ({process}), {events:,} events: {len(found)} times that cannot be"
    return Outcome(figure, not found, tuple(found))


def show(run: Run) -> Outcome:
    return steps_of(run, Clock, "")


def control(run: Run) -> Outcome:
    return steps_of(run, WallClock, BY_THE_WALL)


BY_THE_WALL = """
from installers.faultlab.clock import WallClock
from shared.hub.clock import Clock
Clock.now = WallClock.now
import suyana
suyana.main()
"""

ROW = Row(
    "clock",
    "steps of the machine's clock leave no negative or absurd duration and move no ticket to another day",
    show,
    control,
    short=2 * sum(SHORT),
    full=2 * sum(FULL),
)
