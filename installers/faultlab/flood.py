"""Row: strangers at the door and one device that asks without end slow nobody else."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from contextlib import suppress
from time import perf_counter

from websockets.exceptions import WebSocketException

from installers.faultlab.guarded_hall import Hall
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.trespass import blind
from shared.domain import commands as c
from shared.domain.roles import DeviceRole
from shared.hub.limits import Limits
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Ask, Hello, encode

STRANGERS_PER_SECOND, ASKS_PER_SECOND = 50, 500
WITHIN = 0.300  # seconds, of 99 in a hundred answers to the others
PEOPLE = 4
OTHERS_ASK_EVERY = 0.05  # seconds
SHORT, FULL = 4, 60  # seconds
LIMITS = Limits()


class Flood:
    """One hall under it. `waits`: seconds until each answer to those who mean well; `errors`: what went wrong."""

    def __init__(self, hall: Hall, seconds: int) -> None:
        self.waits: list[float] = []
        self.errors: list[str] = []
        self.strangers = 0
        self.asked = 0
        self.carried = 0
        self.lasted = 0.0
        self._hall, self._seconds = hall, seconds
        self._people = [hall.make(DeviceRole.KIOSK, f"kiosk-{count}") for count in range(1, PEOPLE + 1)]
        self._rude = hall.make(DeviceRole.KIOSK, "kiosk-9")

    async def happen(self) -> None:
        async with asyncio.timeout(self._seconds * 3 + 30), asyncio.TaskGroup() as group:
            flooding = [group.create_task(part) for part in (self._strange(), self._ask_without_end())]
            await asyncio.sleep(0.5)
            await asyncio.gather(*(self._mean_well(identity) for identity in self._people))
            for task in flooding:
                task.cancel()

    @property
    def allowed(self) -> float:
        """Orders of one device in that time, with something for a clock that is not ours."""
        return LIMITS.burst + LIMITS.requests_per_second * (self.lasted + 1)

    async def _mean_well(self, identity: Identity) -> None:
        loop = asyncio.get_running_loop()
        async with connected([self._hall.url], _hello(identity), identity) as line:
            end = loop.time() + self._seconds
            while loop.time() < end:
                began = perf_counter()
                try:
                    async with asyncio.timeout(10):
                        await line.ask(c.FindTicket(number="PJ 001"))
                except HubRefused:
                    pass  # a kiosk may not ask by number: that is an answer, too
                except (HubAway, TimeoutError) as error:
                    self.errors.append(f"{identity.device}: {error or 'no answer within 10 s'}")
                    return
                self.waits.append(perf_counter() - began)
                await asyncio.sleep(OTHERS_ASK_EVERY)

    async def _strange(self) -> None:
        """A third of them say nothing, a third shake hands, a third talk nonsense; from an address of their own."""
        lines: list[asyncio.StreamWriter] = []
        try:
            for count in itertools.count():
                with suppress(OSError, TimeoutError):
                    async with asyncio.timeout(1):
                        lines.append(await self._knock(shake_hands=count % 3 > 0))
                        lines[-1].write(b"GET / HTTP/1.1\r\n" if count % 3 == 2 else b"")
                self.strangers += 1
                await asyncio.sleep(1 / STRANGERS_PER_SECOND)
        finally:
            for writer in lines:
                writer.transport.abort()

    async def _knock(self, *, shake_hands: bool) -> asyncio.StreamWriter:
        tls, name = (blind(), "hub") if shake_hands else (None, None)
        here = ("127.0.0.2", 0)
        _, writer = await asyncio.open_connection(
            "127.0.0.1", self._hall.port, local_addr=here, ssl=tls, server_hostname=name
        )
        return writer

    async def _ask_without_end(self) -> None:
        """One device that was paired, and does not wait for answers."""
        began, asks = perf_counter(), _asks()
        while True:
            async with connected([self._hall.url], _hello(self._rude), self._rude) as line:
                before, first = self.carried, line.welcome.seq
                try:
                    for ask in asks:
                        await self._send(line, ask)
                        self.asked += 1
                        await asyncio.sleep(max(0.0, began + self.asked / ASKS_PER_SECOND - perf_counter()))
                except WebSocketException:
                    pass  # the hub hears no pong behind so many requests, and lets it go: it comes again
                finally:
                    self.carried = before + line.mirror.seq - first  # nobody else changes anything
                    self.lasted = perf_counter() - began

    async def _send(self, line: HubClient, ask: str) -> None:
        """Without the client's own patience; while the hub takes no more, neither is more said."""
        await line._socket.send(ask)


def _asks() -> Iterator[str]:
    for count in itertools.count():
        yield encode(Ask(f"flood-{count}", c.IssueTicket("PJ01")))


def _hello(identity: Identity) -> Hello:
    return Hello((PROTOCOL, PROTOCOL), identity.role, identity.device)


def p99(waits: list[float]) -> float:
    return sorted(waits)[min(len(waits) - 1, int(len(waits) * 0.99))] if waits else float("inf")


def _under(run: Run, *options: str) -> Flood:
    flood = Flood(Hall(run.folder, *options), FULL if run.full else SHORT)
    with flood._hall:
        asyncio.run(flood.happen())
    run.passed(1)
    return flood


def _figure(flood: Flood) -> str:
    return (
        f"{flood.strangers} strangers, {flood.asked} requests of one device, {flood.carried} carried out: "
        f"of {len(flood.waits)} answers to others "
        f"99 % within {p99(flood.waits) * 1000:.0f} ms, {len(flood.errors)} errors"
    )


def show(run: Run) -> Outcome:
    flood = _under(run)
    holds = p99(flood.waits) < WITHIN and not flood.errors and flood.carried <= flood.allowed
    return Outcome(_figure(flood), holds, tuple(flood.errors))


def control(run: Run) -> Outcome:
    """The same at a hub without limits: the one device gets as much as it asks for."""
    flood = _under(run, "--no-limits")
    holds = p99(flood.waits) < WITHIN and not flood.errors and flood.carried <= flood.allowed
    return Outcome(f"without limits: {_figure(flood)}", holds, tuple(flood.errors))


ROW = Row(
    "flood",
    f"{STRANGERS_PER_SECOND} strangers and {ASKS_PER_SECOND} requests of one device a second: others wait under "
    f"{WITHIN * 1000:.0f} ms",
    show,
    control,
    short=2,
    full=2,
)
