"""Row: the hub is killed without goodbye, at random moments, under the load of four clients."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from installers.faultlab.judge import Bad, look
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.served import Served, hub_arguments
from installers.faultlab.stubborn import Stubborn
from installers.faultlab.work import centre
from shared.domain import commands as c
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.client import HubRefused
from shared.lan.messages import Called, Receipt
from shared.store.database import StoreError

SHORT, FULL = 8, 1_000  # kills
A_STORE = 50  # kills of one hub; then another one begins
CONTROL = 4  # kills of a hub that answers too early: the first that loses something is enough
WITHIN = 2.0  # seconds from the start of a hub to its first answer, of 95 in 100
COUNTERS = (20, 21)
LONGEST = 0.25  # seconds of load between two kills
NOBODY_WAITS = 0.01  # seconds, then it asks again


class Killed:
    """One store, one hub after another on it, and four clients that know nothing of its deaths."""

    def __init__(self, run: Run, folder: Path, module: str) -> None:
        folder.mkdir()
        self.store = folder / "centre.sqlite"
        self.numbers: list[str] = []
        self.calls: list[str] = []
        self.seconds: list[float] = []
        self._random = run.random(folder.name)
        self._hub = Served("the hub", ["-m", module, *hub_arguments(self.store)], folder / "hub.log")
        trust = Trust.of_store(self.store, centre().id)
        devices = folder / "devices"
        kiosks = [trust.make_device(devices / f"k{n}", DeviceRole.KIOSK, f"kiosk-{n}") for n in (1, 2)]
        self._kiosks = [Stubborn(self._hub.url, identity) for identity in kiosks]
        self._counters = [
            Stubborn(
                self._hub.url,
                trust.make_device(devices / f"c{n}", DeviceRole.COUNTER, f"counter-{n}", n),
                n,
                f"a{n:03d}",
            )
            for n in COUNTERS
        ]
        self._answered = asyncio.Event()

    async def run(self, kills: int, passed: Callable[[int], None]) -> list[str]:
        """What was wrong, a sentence each."""
        wrong: list[str] = []
        await self._start()
        people = [asyncio.create_task(self._gives(kiosk)) for kiosk in self._kiosks]
        people += [asyncio.create_task(self._serves(n, desk)) for n, desk in zip(COUNTERS, self._counters, strict=True)]
        try:
            for number in range(kills):
                await asyncio.wait_for(self._answered.wait(), 30)
                await asyncio.sleep(self._random.uniform(0.0, LONGEST))
                self._hub.kill()
                wrong += [f"{self.store.parent.name}, kill {number + 1}: {each}" for each in self._look()]
                self._answered.clear()
                began = monotonic()
                await self._start()
                await asyncio.wait_for(self._answered.wait(), 30)
                self.seconds.append(monotonic() - began)
                passed(1)
        finally:
            for each in people:
                each.cancel()
            await asyncio.gather(*people, return_exceptions=True)
            for device in (*self._kiosks, *self._counters):
                await device.leave()
            self._hub.stop()
        return wrong

    async def _start(self) -> None:
        await asyncio.to_thread(self._hub.start)

    def _look(self) -> list[str]:
        """The invariants on what the kill left: nothing acknowledged is missing, no number or call is there twice."""
        acknowledged = set[str]().union(*(device.acknowledged for device in (*self._kiosks, *self._counters)))
        try:
            lost = look(self.store, acknowledged)
        except (Bad, StoreError, sqlite3.Error) as error:
            return [str(error)]
        found = [f"{len(lost)} acknowledged orders are lost, such as {min(lost)}"] if lost else []
        for what, given in (("number", self.numbers), ("call", self.calls)):
            found += [f"{what} {one} was given {times} times" for one, times in Counter(given).items() if times > 1]
        return found

    async def _gives(self, kiosk: Stubborn) -> None:
        while True:
            result = await kiosk.ask(c.IssueTicket("PJ01"))
            assert isinstance(result, Receipt)
            self.numbers.append(result.number)
            self._answered.set()
            await asyncio.sleep(NOBODY_WAITS)

    async def _serves(self, number: int, counter: Stubborn) -> None:
        with suppress(HubRefused):
            await counter.ask(c.OpenCounter(number, f"a{number:03d}"))
        while True:
            try:
                result = await counter.ask(c.CallNext(number))
            except HubRefused:
                await asyncio.sleep(NOBODY_WAITS)
                continue
            assert isinstance(result, Called)
            self.calls.append(result.number)
            await counter.ask(c.StartAttention(number))
            await counter.ask(c.FinishAttention(number))


def show(run: Run) -> Outcome:
    kills = FULL if run.full else SHORT
    found = _killed(run, "suyana", [A_STORE] * (kills // A_STORE) + [kills % A_STORE] * bool(kills % A_STORE))
    wrong, seconds, given = found
    slow = sorted(seconds)[-(-len(seconds) * 95 // 100) - 1]
    late = [f"the first answer after a restart took {slow:.2f} s"] if run.full and slow >= WITHIN else []
    figure = f"{kills} kills, {given} orders acknowledged, {len(wrong)} lost or doubled, first answer p95 {slow:.2f} s"
    return Outcome(figure, holds=not wrong and not late, details=(*wrong, *late))


def control(run: Run) -> Outcome:
    """A hub that answers before it commits."""
    wrong, _, given = _killed(run, "installers.faultlab.early_hub", [CONTROL])
    return Outcome(
        f"{CONTROL} kills, {given} orders, {len(wrong)} lost or doubled", holds=not wrong, details=tuple(wrong)
    )


def _killed(run: Run, module: str, stores: Sequence[int]) -> tuple[list[str], list[float], int]:
    wrong: list[str] = []
    seconds: list[float] = []
    given = 0

    async def one(number: int, kills: int) -> int:
        killed = Killed(run, run.folder / f"store-{number}", module)
        wrong.extend(await killed.run(kills, run.passed))
        seconds.extend(killed.seconds)
        return len(killed.numbers) + len(killed.calls)

    for number, kills in enumerate(stores, start=1):
        given += asyncio.run(one(number, kills))
    return wrong, seconds, given


ROW = Row(
    "kills",
    "kill -9 of the hub under load with 4 clients, at random: nothing acknowledged is lost, nothing doubled",
    show,
    control,
    short=SHORT + CONTROL,
    full=FULL + CONTROL,
)
