"""Rows: how soon everybody is shown what changed, and how soon everybody is back after a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from statistics import median
from time import perf_counter

from websockets.asyncio.client import ClientConnection

from installers.bench.bare import visit
from installers.bench.clients import Hall, Line, hall, socket_of, watching
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.bench.stand import Stand, bare_server
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello, encode

SUBSCRIBERS = 100
CLIENTS = 200
COUNTER = 1
PAUSE = 0.025  # seconds in which everybody has heard what came before
FRAME = 400  # bytes: as long as the frame of a call


def telling(bench: Bench) -> list[Measured]:
    """From giving an order that all boards show, which is before its commit, to the last of the boards."""
    calls = bench.of(100, 20)
    ours: list[float] = []
    theirs: list[float] = []
    ratios: list[float] = []
    stand = Stand(bench.folder / "hub")
    with stand, bare_server(stand.trust, bench.folder / "bare.log", to_all=True) as server:

        async def run() -> None:
            async with hall(stand, "telling") as people, watching(stand, SUBSCRIBERS) as boards:
                for _ in range(bench.rounds):
                    bench.flush()
                    once = [await _shown(people, boards) for _ in range(calls)]
                    other = await _echoed(stand.a_device, server.url, calls)
                    ours.extend(once)
                    theirs.extend(other)
                    ratios.append(p(once, 99) / p(other, 99))
                    bench.passed(1)

        asyncio.run(run())
    said = f"order to last of {SUBSCRIBERS} boards: p50 {ms(p(ours, 50))}, p99 {ms(p(ours, 99))}; "
    said += f"bare echo to as many: {ms(p(theirs, 50))}, {ms(p(theirs, 99))}"
    return [Measured("p99 until the last subscriber against a bare echo", median(ratios), 5.0, said)]


class Everybody:
    """Done when each of these lines has heard one frame more."""

    def __init__(self, lines: list[Line]) -> None:
        self._left = len(lines)
        self._done: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        for line in lines:
            line.on_change = self._one_of(line)

    def _one_of(self, line: Line) -> Callable[[], None]:
        def heard() -> None:
            line.on_change = lambda: None
            self._left -= 1
            if not self._left:
                self._done.set_result(perf_counter())

        return heard

    async def at(self) -> float:
        return await self._done


async def _shown(people: Hall, boards: list[Line]) -> float:
    """Seconds from giving the order to call until the last board heard of it."""
    issue, call, start, finish = visit(people.queue[COUNTER], COUNTER)
    await people.order(issue, 0)
    await asyncio.sleep(PAUSE)
    everybody = Everybody(boards)
    began = perf_counter()
    await people.order(call, 0)
    taken = await everybody.at() - began
    await asyncio.sleep(PAUSE)
    await people.order(start, 0)
    await people.order(finish, 0)
    await asyncio.sleep(PAUSE)
    return taken


async def _echoed(identity: Identity, url: str, times: int) -> list[float]:
    """The same with a server that sends what it hears to everybody."""
    async with AsyncExitStack() as there:
        sockets = [await there.enter_async_context(socket_of(url, identity)) for _ in range(SUBSCRIBERS)]
        for socket in sockets:
            await socket.send("hello")
            await socket.recv()
        taken = []
        for _ in range(times):
            await asyncio.sleep(2 * PAUSE)
            began = perf_counter()
            await sockets[0].send("x" * FRAME)
            await asyncio.gather(*(socket.recv() for socket in sockets))
            taken.append(perf_counter() - began)
    return taken


def coming_back(bench: Bench) -> list[Measured]:
    """A restart, then all clients at once; each is back when it has its snapshot."""
    ours: list[float] = []
    theirs: list[float] = []
    size = 0
    stand = Stand(bench.folder / "hub")
    for _ in range(bench.rounds):
        bench.flush()
        with stand:
            size = asyncio.run(_size(stand))
            ours.append(asyncio.run(_back(stand, stand.url)))
        with bare_server(stand.trust, bench.folder / "bare.log", size) as server:
            theirs.append(asyncio.run(_back(stand, server.url)))
        bench.passed(1)
    said = f"{CLIENTS} clients: {median(ours):.2f} s; bare server with the same {size:,} bytes {median(theirs):.2f} s"
    ratio = median([our / their for our, their in zip(ours, theirs, strict=True)])
    return [Measured(f"{CLIENTS} clients coming back at once against a bare server", ratio, 2.5, said)]


async def _size(stand: Stand) -> int:
    """Of the snapshot of a board, in bytes; those of kiosks are about as large, and the catalogue is most of it."""
    async with socket_of(stand.url, stand.board) as socket:
        await socket.send(encode(Hello((PROTOCOL, PROTOCOL), stand.board.role, stand.board.device)))
        return len(str(await socket.recv()).encode())


async def _back(stand: Stand, url: str) -> float:
    devices = [stand.kiosks[n % len(stand.kiosks)] if n % 2 else stand.board for n in range(CLIENTS)]
    lines: list[ClientConnection] = []
    began = perf_counter()

    async def one(identity: Identity) -> None:
        socket = await socket_of(url, identity)
        lines.append(socket)
        await socket.send(encode(Hello((PROTOCOL, PROTOCOL), identity.role, identity.device)))
        await socket.recv()

    await asyncio.gather(*map(one, devices))
    taken = perf_counter() - began
    await asyncio.gather(*(socket.close() for socket in lines))
    return taken


ROWS = (
    Row("telling", "a call on the last of 100 boards", telling, lambda bench: bench.rounds),
    Row("coming-back", "200 clients back at once after a restart", coming_back, lambda bench: bench.rounds),
)
