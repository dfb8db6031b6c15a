"""A poor line between a browser and a server: a proxy that lets so many bits a second through, with a delay.

Every byte waits: connecting takes a round trip, and both ways are as slow as each other.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

PIECE = 256  # bytes that travel together


class Pace(NamedTuple):
    """bits: a second, in each direction. trip: seconds there and back."""

    bits: int
    trip: float

    def __str__(self) -> str:
        return f"{self.bits // 1000} kbit/s, {self.trip * 1000:.0f} ms there and back"


class SlowLine:
    """All lines through it share its bits, as phones share the air."""

    def __init__(self, port: int, pace: Pace) -> None:
        self._port, self._pace = port, pace
        self._free = [0.0, 0.0]  # when each direction has sent all it was given
        self.carried = 0

    async def between(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One line."""
        await asyncio.sleep(self._pace.trip)  # what connecting costs
        try:
            further, back = await asyncio.open_connection("127.0.0.1", self._port)
            await asyncio.gather(self._carry(reader, back, 0), self._carry(further, writer, 1))
        except (ConnectionError, asyncio.CancelledError):
            pass  # whoever asked has gone, or all is over
        finally:
            writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: int) -> None:
        clock = asyncio.get_running_loop().time
        while piece := await reader.read(PIECE):
            self._free[way] = max(self._free[way], clock()) + 8 * len(piece) / self._pace.bits
            self.carried += len(piece)
            asyncio.get_running_loop().call_at(self._free[way] + self._pace.trip / 2, writer.write, piece)
            await asyncio.sleep(self._free[way] - clock())
        asyncio.get_running_loop().call_at(self._free[way] + self._pace.trip / 2 + 0.01, writer.close)


@contextmanager
def slow_line(port: int, pace: Pace) -> Iterator[int]:
    """To what listens there on loopback. The port to ask instead."""
    began: Future[tuple[int, Callable[[], object]]] = Future()

    async def serve() -> None:
        ended, loop = asyncio.Event(), asyncio.get_running_loop()
        server = await asyncio.start_server(SlowLine(port, pace).between, "127.0.0.1", 0)
        began.set_result((server.sockets[0].getsockname()[1], partial(loop.call_soon_threadsafe, ended.set)))
        await ended.wait()
        server.close()

    serving = threading.Thread(target=lambda: asyncio.run(serve()), name="slow line")
    serving.start()
    slow, end = began.result()
    try:
        yield slow
    finally:
        end()
        serving.join()
