"""Row: a kiosk cut off from its hub and reunited at random moments: each citizen has exactly one ticket."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field

from installers.faultlab.lab_kiosk import Killed, LabKiosk
from installers.faultlab.live_hub import Hall
from installers.faultlab.relay import Relay, relaying
from installers.faultlab.row import Outcome, Row, Run
from shared.domain import commands as c
from shared.domain.refusals import Refusal
from shared.domain.ticket import StopState, Ticket
from shared.hub.hub import Hub

FULL, SHORT, CONTROL = 200, 4, 4  # schedules
STEPS = 25
ABREAST = 8  # schedules, each with a hub of its own
PATIENCE = 0.4  # seconds without an answer until the kiosk gives its own number
COUNTERS = (1, 2, 20)
SERVICES = ("PJ01", "PJ02", "BN01")
STEP = ("citizen",) * 5 + ("cut", "join", "join", "hub", "kill", "hall", "hall", "hall")
ENDS_WITHIN = 90.0  # seconds, on a machine that does other things too


@dataclass
class Tally:
    """Of all schedules. `papers`: citizens who left with a number."""

    papers: int = 0
    spare: int = 0
    kills: int = 0
    restarts: int = 0
    cuts: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)


class Schedule:
    """One hall, one kiosk, and whatever befalls them."""

    def __init__(self, run: Run, number: int, tally: Tally, *, names_first: bool) -> None:
        self.number = number
        self._folder = run.folder / f"schedule-{number}"
        self._folder.mkdir()
        self._random = run.random("schedule", number)
        self._tally, self._names_first = tally, names_first
        self._hall = Hall(self._folder, ["kiosk-1"])
        self._papers: list[str] = []
        self._void: set[str] = set()
        self._orders = 0

    async def play(self) -> None:
        async with AsyncExitStack() as stack:
            hubs = AsyncExitStack()
            stack.push_async_callback(hubs.aclose)
            self._hubs = hubs
            self._live = await hubs.enter_async_context(self._hall.begun())
            relay = await stack.enter_async_context(
                relaying(self._hall.trust, self._live.url, self._hall.identities, self._fate)
            )
            self._relay = relay
            self._kiosk = self._new_kiosk(relay, kills=0.03)
            await self._until(lambda: self._kiosk.has_letter)
            await self._open_counters(self._live.hub)
            for _ in range(STEPS):
                self._hall.clock.pass_(self._random.uniform(1, 40))
                await self._step(self._random.choice(STEP))
            await self._reunite(relay)
            self._judge(self._live.hub)

    def _fate(self, way: str, frame: str) -> list[float]:
        """One in five answers is lost, as many frames are late or come twice."""
        chance = self._random.random()
        if way == "down" and '"type":"answer"' in frame and chance < 0.2:
            return []
        if chance < 0.3:
            return [self._random.uniform(0, 1.5 * PATIENCE)]
        return [0.0, self._random.uniform(0, 1.5 * PATIENCE)] if chance < 0.4 else [0.0]

    def _new_kiosk(self, relay: Relay, kills: float) -> LabKiosk:
        return LabKiosk(
            "kiosk-1",
            self._hall,
            relay.url,
            self._folder / "journal.sqlite",
            self._random,
            patience=PATIENCE,
            kills=kills,
            names_first=self._names_first,
            void=self._void,
        )

    async def _step(self, what: str) -> None:
        match what:
            case "citizen":
                await self._citizen()
            case "cut":
                self._tally.cuts += 1
                self._relay.cut()
            case "join":
                self._relay.join()
            case "hub":
                await self._restart_hub()
            case "kill":
                await self._restart_kiosk()
            case "hall":
                await self._at_a_counter(self._live.hub)

    async def _citizen(self) -> None:
        order = c.IssueTicket(self._random.choice(SERVICES), preferential=self._random.random() < 0.2)
        if not self._relay.is_cut and self._random.random() < 0.7:
            with suppress(TimeoutError):
                await self._until(lambda: self._kiosk.is_online, 1.0)
        asked = asyncio.create_task(self._kiosk.serve(order))
        if self._random.random() < 0.3:  # the line ends, or comes back, while the citizen waits
            await asyncio.sleep(self._random.uniform(0, PATIENCE / 4))
            self._relay.join() if self._relay.is_cut else self._relay.cut()
        try:
            number = await asked
        except Killed:
            await self._restart_kiosk()
            return
        self._tally.papers += 1
        self._tally.spare += len(number.partition(" ")[0]) == 1
        self._papers.append(number)

    async def _restart_kiosk(self, kills: float = 0.03) -> None:
        self._tally.kills += 1
        await self._kiosk.kill()
        self._kiosk = self._new_kiosk(self._relay, kills)

    async def _restart_hub(self) -> None:
        self._tally.restarts += 1
        self._relay.drop()
        await self._hubs.aclose()
        self._live = await self._hubs.enter_async_context(self._hall.begun())
        self._relay.upstream = self._live.url

    async def _open_counters(self, hub: Hub) -> None:
        for counter in COUNTERS:
            await self._order(hub, c.OpenCounter(counter, self._hall.catalogue.advisors[counter - 1].id))

    async def _at_a_counter(self, hub: Hub) -> None:
        """The counters go on with whoever is in the hub's lines."""
        counter = self._random.choice(COUNTERS)
        orders = (c.CallNext(counter), c.StartAttention(counter), c.FinishAttention(counter), c.MarkAbsent(counter))
        await self._order(hub, self._random.choice(orders))

    async def _order(self, hub: Hub, order: c.Command) -> None:
        self._orders += 1
        with suppress(Refusal):
            await hub.handle(f"lab-{self.number}-{self._orders}", order, c.Actor("lab"))

    async def _reunite(self, relay: Relay) -> None:
        """All is well again: the kiosk tells the hub of everything."""
        relay.join()
        await self._restart_kiosk(kills=0.0)
        await self._until(lambda: self._kiosk.is_done)
        await asyncio.sleep(2 * PATIENCE)  # what is late comes now
        await self._kiosk.kill()

    async def _until(self, true: Callable[[], bool], within: float = ENDS_WITHIN) -> None:
        async with asyncio.timeout(within):
            while not true():
                await asyncio.sleep(0.005)

    def _is_nobodys(self, ticket: Ticket) -> bool:
        """Ended by the kiosk, because nobody took it; or called before the kiosk could say so, and nobody comes."""
        called = any(stop.attention for stop in ticket.stops)
        return ticket.state is StopState.CANCELLED or (called and ticket.text in self._void)

    def _judge(self, hub: Hub) -> None:
        assert hub.committed.day
        tickets = hub.committed.day.tickets.values()
        valid = Counter(ticket.text for ticket in tickets if not self._is_nobodys(ticket))
        held = Counter(self._papers)
        self._tally.lost += [f"schedule {self.number}: {number} has no ticket" for number in held - valid]
        self._tally.doubled += [f"schedule {self.number}: nobody holds {number}" for number in valid - held]
        self._tally.doubled += [f"schedule {self.number}: {n} was given twice" for n, k in held.items() if k > 1]


async def _run(run: Run, schedules: int, *, names_first: bool) -> Tally:
    tally = Tally()
    room = asyncio.Semaphore(ABREAST)

    async def play(number: int) -> None:
        async with room:
            try:
                await Schedule(run, number, tally, names_first=names_first).play()
            except TimeoutError:
                tally.lost.append(f"schedule {number}: it stands still")
            run.passed(1)

    async with asyncio.TaskGroup() as group:
        for number in range(schedules):
            group.create_task(play(number))
    return tally


def _quietly(run: Run, schedules: int, *, names_first: bool) -> Outcome:
    """Lines that are cut on purpose are no news."""
    before = logging.root.manager.disable
    logging.disable(logging.ERROR)
    try:
        tally = asyncio.run(_run(run, schedules, names_first=names_first))
    finally:
        logging.disable(before)
    figure = (
        f"{schedules} schedules, {tally.papers} citizens, {tally.spare} spare numbers, {tally.cuts} cuts, "
        f"{tally.kills} ends of the kiosk, {tally.restarts} of the hub: {len(tally.lost)} lost, "
        f"{len(tally.doubled)} doubled"
    )
    return Outcome(figure, not tally.lost and not tally.doubled, (*tally.lost, *tally.doubled))


def show(run: Run) -> Outcome:
    return _quietly(run, FULL if run.full else SHORT, names_first=True)


def control(run: Run) -> Outcome:
    """Merges that do not name the order which was not answered."""
    found = _quietly(run, CONTROL, names_first=False)
    return Outcome(f"merges name no first order: {found.figure}", found.holds, found.details)


ROW = Row(
    "reunited",
    f"a kiosk cut off and reunited at random moments, {FULL} schedules: 0 lost, 0 doubled, one ticket for each citizen",
    show,
    control,
    SHORT + CONTROL,
    FULL + CONTROL,
)
