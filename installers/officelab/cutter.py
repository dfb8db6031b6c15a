"""A line that is cut at any byte, in either direction, in the middle of TLS or not: both ends find it reset.

What a connection may carry is drawn when it begins, by the seed and its number, so that no scheduling changes it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from random import Random

Budget = Callable[[Random], int | None]
"""How many bytes a connection carries before it is cut; None for one that is not."""


class Cutter:
    """Counts what it did. `is_on`: whether new connections are cut at all."""

    def __init__(self, target: int, budget: Budget, seed: str) -> None:
        self.target = target
        self.is_on = True
        self.connections = self.cuts = self.carried = 0
        self._budget, self._seed = budget, seed

    async def begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        left = self._budget(Random(f"{self._seed} {self.connections}")) if self.is_on else None
        try:
            there_reader, there = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        both = _Both(self, left, writer, there)
        try:
            # Cancelled at the end of the loop: asyncio would write the trace of a connection that is cancelled.
            with suppress(asyncio.CancelledError):
                await asyncio.gather(both.carry(reader, there), both.carry(there_reader, writer))
        finally:
            both.end()


class _Both:
    """The two directions of a connection, which share what is left to carry."""

    def __init__(self, cutter: Cutter, left: int | None, *writers: asyncio.StreamWriter) -> None:
        self._cutter, self._left, self._writers = cutter, left, writers
        self._is_cut = False

    async def carry(self, source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await source.read(16_384):
                if self._left is not None:
                    piece = piece[: self._left]
                    self._left -= len(piece)
                to.write(piece)
                self._cutter.carried += len(piece)
                await to.drain()
                if self._left == 0:
                    self._cut()
                    return
            to.close()

    def _cut(self) -> None:
        if not self._is_cut:
            self._is_cut = True
            self._cutter.cuts += 1
        for writer in self._writers:
            writer.transport.abort()

    def end(self) -> None:
        for writer in self._writers:
            writer.close()


@asynccontextmanager
async def cutting(target: int, budget: Budget, seed: str) -> AsyncIterator[tuple[Cutter, int]]:
    """A cutter before a port of this machine, and its own port."""
    cutter = Cutter(target, budget, seed)
    server = await asyncio.start_server(cutter.begin, "127.0.0.1", 0)
    try:
        yield cutter, server.sockets[0].getsockname()[1]
    finally:
        server.close()
