"""A way to the hub that loses, delays and doubles frames, and can be cut: it speaks for the hub, with the hub's keys.

It sits between devices and the hub as a wire would, but sees whole frames, which TLS hides from a wire.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from random import Random

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, WebSocketException

from shared.hub.trust import Trust
from shared.lan.identity import Identity
from shared.lan.messages import Hello, from_client

CHANGES = '{"type":"changes"'
LARGEST = 32 * 1024 * 1024  # bytes

Fate = Callable[[str, str], list[float]]
"""Of one frame: after how many seconds each copy of it is passed on; none where it is lost.

The first word is "up" for what a device says, "down" for what the hub says.
"""


class Relay:
    """`is_cut`: nobody comes through. `passed` counts frames, `lost`, `doubled` and `late` what was done to them."""

    def __init__(self, upstream: str, identities: Mapping[str, Identity], fate: Fate) -> None:
        self.upstream = upstream
        self.is_cut = False
        self.port = 0
        self.lost = self.doubled = self.late = 0
        self._identities = identities
        self._fate = fate
        self._lines: set[ServerConnection] = set()

    @property
    def url(self) -> str:
        return f"wss://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Every line ends at once, and none comes through until `join`."""
        self.is_cut = True
        self.drop()

    def join(self) -> None:
        self.is_cut = False

    def drop(self) -> None:
        """Every line ends at once."""
        for line in list(self._lines):
            line.transport.abort()

    def drop_one(self, random: Random) -> None:
        """One line ends at once."""
        lines = sorted(self._lines, key=lambda line: line.id)
        if lines:
            random.choice(lines).transport.abort()

    async def receive(self, near: ServerConnection) -> None:
        """One device."""
        with suppress(ConnectionClosed, OSError, WebSocketException):
            hello = str(await near.recv())
            message = from_client(hello)
            if self.is_cut or not isinstance(message, Hello):
                near.transport.abort()
                return
            self._lines.add(near)
            try:
                await self._join(near, hello, self._identities[message.device])
            finally:
                self._lines.discard(near)

    async def _join(self, near: ServerConnection, hello: str, identity: Identity) -> None:
        async with connect(
            self.upstream,
            ssl=identity.tls,
            server_hostname=identity.hub_name,
            compression=None,
            max_size=LARGEST,
            proxy=None,
            close_timeout=0.1,
        ) as far:
            await far.send(hello)
            await near.send(await far.recv())  # the welcome is what makes it a line
            ways = [
                asyncio.create_task(self._carry(near, far, "up")),
                asyncio.create_task(self._carry(far, near, "down")),
            ]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
        near.transport.abort()

    async def _carry(
        self, source: ServerConnection | ClientConnection, to: ServerConnection | ClientConnection, way: str
    ) -> None:
        """Frames that come late are carried beside the others, so that they come out of order too."""
        carried: set[asyncio.Task[None]] = set()
        with suppress(ConnectionClosed):
            async for frame in source:
                text = str(frame)
                if way == "down" and text.startswith(CHANGES):
                    continue  # who only asks does not look at what the hub shows
                copies = self._fate(way, text)
                self.lost += not copies
                self.doubled += len(copies) > 1
                self.late += any(copies)
                for delay in copies:
                    if not delay:
                        await to.send(text)
                        continue
                    task = asyncio.create_task(_say(to, text, delay))
                    carried.add(task)
                    task.add_done_callback(carried.discard)


async def _say(to: ServerConnection | ClientConnection, frame: str, delay: float) -> None:
    """What was on its way when the line was cut may still come through."""
    await asyncio.sleep(delay)
    with suppress(ConnectionClosed):
        await to.send(frame)


@asynccontextmanager
async def relaying(trust: Trust, upstream: str, identities: Mapping[str, Identity], fate: Fate) -> AsyncIterator[Relay]:
    relay = Relay(upstream, identities, fate)
    async with serve(
        relay.receive, "127.0.0.1", 0, ssl=trust.server_tls(), compression=None, max_size=LARGEST, close_timeout=0.1
    ) as server:
        relay.port = next(iter(server.sockets)).getsockname()[1]
        yield relay
