"""How a PIN is kept: HMAC with the pepper, then Argon2id, in a thread of its own so that it slows nobody.

Parameters: OWASP's for Argon2id (t=2, 19 MiB, p=1), some 75 ms a try. Six digits are few: it is the pepper, in a file
outside the store, that makes a stolen store worth nothing, and the lockouts that make guessing worth nothing.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from shared.domain.refusals import Code, Refusal
from shared.store.pepper import fingerprint

TIME_COST, MEMORY_KIB, LANES = 2, 19 * 1024, 1
LONGEST_LINE = 64  # people who wait for their PIN to be looked at; a whole centre signs in at once

T = TypeVar("T")


class Pins:
    """Makes and checks what is stored of a PIN. One at a time, in a thread; `close` ends it."""

    def __init__(self, pepper: bytes, *, time_cost: int = TIME_COST, memory_kib: int = MEMORY_KIB) -> None:
        self.fingerprint = fingerprint(pepper)
        self._pepper = pepper
        self._hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=LANES, type=Type.ID)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pins")
        self._waiting = 0

    async def make(self, person: str, pin: str) -> str:
        """What is stored of it. Raises Refusal when too many wait."""
        return await self._beside(lambda: self._hasher.hash(self._mixed(person, pin)))

    async def is_right(self, stored: str, person: str, pin: str) -> bool:
        """Raises Refusal when too many wait."""
        return await self._beside(lambda: self._is_right(stored, person, pin))

    def close(self) -> None:
        self._thread.shutdown(cancel_futures=True)

    async def _beside(self, work: Callable[[], T]) -> T:
        if self._waiting >= LONGEST_LINE:
            raise Refusal(Code.SIGN_IN_BUSY)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        finally:
            self._waiting -= 1

    def _mixed(self, person: str, pin: str) -> bytes:
        """Bound to its person: two people with one PIN have nothing in common in the store."""
        return hmac.new(self._pepper, f"{person}\0{pin}".encode(), hashlib.sha256).digest()

    def _is_right(self, stored: str, person: str, pin: str) -> bool:
        try:
            return self._hasher.verify(stored, self._mixed(person, pin))
        except (VerificationError, InvalidHashError):
            return False
