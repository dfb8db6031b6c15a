"""Places are tried at once, and the first that proves itself is used: one that leads nowhere costs nobody time.

The better places have a small start, so that the usual case is one handshake and not one for every address of the hub
(as RFC 8305 has it for the addresses of a name).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Protocol, TypeVar

HEAD_START = 0.1  # seconds before the next place is tried too; at once when the one before has failed


class Closable(Protocol):
    async def close(self) -> None: ...


T = TypeVar("T", bound=Closable)


async def raced(
    places: Sequence[str], open_one: Callable[[str], Awaitable[T]], head_start: float = HEAD_START
) -> AsyncGenerator[tuple[str, T | Exception], None]:
    """Each place with what opening it gave, as they come. What is under way when the caller has enough is ended.

    To be closed by the caller (`contextlib.aclosing`).
    """
    waiting = list(places)
    trying: dict[asyncio.Task[T], str] = {}
    try:
        while waiting or trying:
            if waiting:
                place = waiting.pop(0)
                trying[asyncio.ensure_future(open_one(place))] = place
            done, _ = await asyncio.wait(
                trying, timeout=head_start if waiting else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                error = task.exception()
                if error is not None and not isinstance(error, Exception):
                    raise error
                yield trying.pop(task), error or task.result()
    finally:
        for task in trying:
            task.cancel()
        for ended in await asyncio.gather(*trying, return_exceptions=True):
            if not isinstance(ended, BaseException):
                with suppress(OSError):
                    await ended.close()
