"""Clients that do no more than they must: a line to the hub on which an order is given and its answer timed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from time import perf_counter

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from installers.bench.bare import visit
from installers.bench.stand import Stand
from installers.demo.people import DEMO_PIN
from installers.faultlab.work import centre
from shared.domain import commands as c
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Ask, Hello, Message, encode
from shared.lan.signing_in import SignIn

CHANGED, WELCOME = b'{"type":"changes"', b'{"type":"welcome"'


class Refused(Exception):
    """The hub said no, with what it said."""


class Line:
    """One device. `on_change`: called at each frame with changes, as it comes."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._waiting: asyncio.Future[bytes] | None = None
        self._one_by_one = asyncio.Lock()
        self.on_change: Callable[[], object] = lambda: None
        self._hearing = asyncio.create_task(self._hear())

    async def ask(self, command: c.Command, request: str) -> float:
        """The seconds until the answer. Raises Refused, ConnectionError."""
        return await self._say(Ask(request, command))

    async def sign_in(self, person: str) -> None:
        await self._say(SignIn("sign-in", person, DEMO_PIN))

    async def _say(self, what: Message) -> float:
        async with self._one_by_one:
            return await self._ask(encode(what))

    async def _ask(self, message: str) -> float:
        self._waiting = asyncio.get_running_loop().create_future()
        began = perf_counter()
        await self._socket.send(message)
        said = await self._waiting
        taken = perf_counter() - began
        if not said.startswith(b'{"type":"answer"'):
            raise Refused(said.decode()[:300])
        return taken

    async def close(self) -> None:
        await self._socket.close()
        await self._hearing

    async def _hear(self) -> None:
        try:
            async for frame in self._socket:
                assert isinstance(frame, str)
                said = frame.encode()
                if said.startswith(CHANGED):
                    self.on_change()
                elif not said.startswith(WELCOME) and self._waiting and not self._waiting.done():
                    self._waiting.set_result(said)
        except ConnectionClosed:
            pass
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(ConnectionError("the hub closed the line"))


def socket_of(url: str, identity: Identity) -> connect:
    return connect(
        url,
        ssl=identity.tls,
        server_hostname=identity.hub_name,
        compression=None,
        proxy=None,
        max_size=None,
        ping_interval=None,
        open_timeout=60,
    )


async def line(url: str, identity: Identity, counter: int = 0) -> Line:
    """After hello and welcome."""
    socket = await socket_of(url, identity)
    await socket.send(encode(Hello((PROTOCOL, PROTOCOL), identity.role, identity.device, counter)))
    welcome = await socket.recv()
    if not str(welcome).startswith('{"type":"welcome"'):
        raise Refused(str(welcome)[:300])
    return Line(socket)


class Hall:
    """Sixty clients: kiosks that give numbers, counters that call, start and finish."""

    def __init__(self, stand: Stand, prefix: str) -> None:
        self._stand = stand
        self._prefix = prefix
        self._made = 0
        self.kiosks: list[Line] = []
        self.counters: dict[int, Line] = {}
        self.queue = {number: centre().counter[number].queues[0] for number in stand.counters}

    async def come(self) -> None:
        """Everybody comes in, every counter opens, and in each line a few wait."""
        self.kiosks = [await line(self._stand.url, identity) for identity in self._stand.kiosks]
        for number, identity in self._stand.counters.items():
            self.counters[number] = await line(self._stand.url, identity, number)
            await self.counters[number].sign_in(f"a{number:03d}")
            await self.counters[number].ask(c.OpenCounter(number, f"a{number:03d}"), self.request())

    async def go(self) -> None:
        for each in (*self.kiosks, *self.counters.values()):
            await each.close()

    def request(self) -> str:
        self._made += 1
        return f"{self._prefix}-{self._made}"

    async def order(self, command: c.Command, made: int) -> float:
        """By the kiosk or counter whose it is."""
        counter = getattr(command, "counter", 0)
        by = self.counters[counter] if counter else self.kiosks[made % len(self.kiosks)]
        return await by.ask(command, self.request())

    async def paced(self, orders: int, a_second: float) -> list[float]:
        """One visit after another, so many orders a second. Returns the seconds of each answer."""
        taken: list[float] = []
        begins = perf_counter()
        for made, command in enumerate(self.visits(orders)):
            await asyncio.sleep(max(0.0, begins + made / a_second - perf_counter()))
            taken.append(await self.order(command, made))
        return taken

    def visits(self, orders: int) -> list[c.Command]:
        made: list[c.Command] = []
        while len(made) < orders:
            for number, queue in self.queue.items():
                made += visit(queue, number)
        return made[:orders]

    async def flat_out(self, orders: int) -> float:
        """All at once, each its next order when the last one is answered. Returns orders a second."""
        left = iter(range(orders))
        began = perf_counter()
        await asyncio.gather(
            *(self._gives(kiosk, at, left) for at, kiosk in enumerate(self.kiosks)),
            *(self._serves(counter, number, left) for number, counter in self.counters.items()),
        )
        return orders / (perf_counter() - began)

    async def _gives(self, kiosk: Line, at: int, left: Iterator[int]) -> None:
        queues = list(self.queue.values())
        for _ in left:
            at += 1
            await kiosk.ask(c.IssueTicket(queue=queues[at * 7 % len(queues)]), self.request())

    async def _serves(self, counter: Line, number: int, left: Iterator[int]) -> None:
        turns: list[c.Command] = [c.CallNext(number), c.StartAttention(number), c.FinishAttention(number)]
        turn = 0
        for _ in left:
            try:
                await counter.ask(turns[turn % 3], self.request())
                turn += 1
            except Refused:  # nobody waits here: somebody is let in
                await self.kiosks[0].ask(c.IssueTicket(queue=self.queue[number]), self.request())


@asynccontextmanager
async def hall(stand: Stand, prefix: str) -> AsyncIterator[Hall]:
    people = Hall(stand, prefix)
    await people.come()
    try:
        yield people
    finally:
        await people.go()


@asynccontextmanager
async def watching(stand: Stand, boards: int) -> AsyncIterator[list[Line]]:
    """So many boards, which share one identity."""
    lines = [await line(stand.url, stand.board) for _ in range(boards)]
    try:
        yield lines
    finally:
        for each in lines:
            await each.close()
