"""Pieces that were sent and are not answered yet, and which of them seems to be held up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple

from sync.exchange import Batch, Cursor

log = logging.getLogger(__name__)


class Answered(NamedTuple):
    """is_back: whether the office has less than it had when this piece went."""

    kept: Cursor
    is_back: bool


@dataclass(eq=False)
class _Piece:
    """known: the office's cursor when it went. again: whether it was sent once more, or is that second one."""

    batch: Batch
    known: int
    is_overtaken: bool = False
    again: bool = False


class OnTheWay:
    """In the order in which they went; answers may overtake each other."""

    def __init__(self, push: Callable[[Batch], Awaitable[Cursor]]) -> None:
        self._push = push
        self._pieces: dict[asyncio.Future[Cursor], _Piece] = {}

    def __len__(self) -> int:
        return len(self._pieces)

    def send(self, batch: Batch, cursor: int, *, again: bool = False) -> None:
        self._pieces[asyncio.ensure_future(self._push(batch))] = _Piece(batch, cursor, again=again)

    def send_again(self, cursor: int) -> bool:
        """Send once more the oldest that was overtaken, beside the first: the office keeps either, once.

        What went later over another connection and was no smaller came through, so it is a packet that is waited for.
        Returns whether there was one.
        """
        for piece in self._pieces.values():
            if piece.is_overtaken and not piece.again and piece.batch.to > cursor:
                piece.again = True
                log.info("%d records sent once more: later ones overtook them", len(piece.batch.records))
                self.send(piece.batch, cursor, again=True)
                return True
        return False

    async def some(self) -> list[asyncio.Future[Cursor]]:
        """Those that are answered, once one is."""
        done, _ = await asyncio.wait(self._pieces, return_when=asyncio.FIRST_COMPLETED)
        return [each for each in self._pieces if each in done]

    async def all(self) -> list[asyncio.Future[Cursor]]:
        if self._pieces:
            await asyncio.wait(self._pieces)
        return list(self._pieces)

    def take(self, answered: asyncio.Future[Cursor]) -> Answered:
        """What came of one of those. Raises as the pushing of it did."""
        order = list(self._pieces.values())
        piece = self._pieces.pop(answered)
        kept = answered.result()
        for before in order[: order.index(piece)]:
            before.is_overtaken |= len(before.batch.records) <= len(piece.batch.records)
        return Answered(kept, kept.cursor < piece.known)

    async def end(self) -> None:
        for task in self._pieces:
            task.cancel()
        await asyncio.gather(*self._pieces, return_exceptions=True)
