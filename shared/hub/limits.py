"""What a client may send, looked at before anything is understood of it, and how much of it."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any

import msgspec

from shared.lan.messages import MAX_FRAME

DEEPEST = 8  # brackets inside brackets
LONGEST_STRING = 256  # characters; a note has its own limit, which is below
LARGEST_INTEGER = 2**53  # what every language's number holds
ESCAPED = 6  # bytes that one character may take where it is written as backslash u

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


class TooMuch(Exception):
    """A frame beyond the limits, in one sentence. Nothing of it is used."""


@dataclass(frozen=True)
class Limits:
    """How much the hub takes. `requests_per_second` of one device, at most `burst` at once; 0 for no limit.

    `strangers`: lines of one network address that have not proved yet who they are; of all addresses, eight times that.
    """

    requests_per_second: float = 50
    burst: int = 100
    strangers: int = 64


OFF = Limits(0, 0, 0)


def looked_at(frame: str | bytes) -> str:
    """A frame within the limits, its text in NFC. Raises TooMuch."""
    data = frame.encode("utf-8", "surrogatepass") if isinstance(frame, str) else frame
    if len(data) > MAX_FRAME:
        raise TooMuch(f"a frame has at most {MAX_FRAME} bytes")
    _must_be_shallow(data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise TooMuch("a text in it is not UTF-8") from None
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _must_be_shallow(data: bytes) -> None:
    """Depth and the length of strings, from the brackets and quotes alone."""
    if len(data) <= LONGEST_STRING and data.count(b"[") + data.count(b"{") <= DEEPEST:
        return
    depth = 0
    for token in _TOKEN.finditer(data):
        first = data[token.start()]
        if first == 0x22:
            if token.end() - token.start() > LONGEST_STRING * ESCAPED + 2:
                raise TooMuch(f"a text in it has more than {LONGEST_STRING} characters")
        elif first in b"[{":
            depth += 1
            if depth > DEEPEST:
                raise TooMuch(f"more than {DEEPEST} brackets inside brackets")
        else:
            depth -= 1


def must_be_plain(message: msgspec.Struct) -> None:
    """What was understood has no long text, no control character and no integer that others cannot hold.

    A control character would reach a printer as an order. Raises TooMuch.
    """
    pending: list[Any] = [message]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            _must_be_text(value)
        elif isinstance(value, int):
            if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
                raise TooMuch("an integer in it is beyond 2^53")
        elif isinstance(value, msgspec.Struct):
            pending.extend(getattr(value, field) for field in value.__struct_fields__)
        elif isinstance(value, list | tuple | set | frozenset):
            pending.extend(value)
        elif isinstance(value, dict):
            pending.extend(value.keys())
            pending.extend(value.values())


def _must_be_text(value: str) -> None:
    if len(value) > LONGEST_STRING:
        raise TooMuch(f"a text in it has more than {LONGEST_STRING} characters")
    if not value.isascii() and not unicodedata.is_normalized("NFC", value):
        raise TooMuch("a text in it is not in the normal form NFC")
    if _FORBIDDEN.search(value):
        raise TooMuch("a text in it has a control character")


class Pace:
    """How fast one device may ask, over all its lines. Who asks faster waits, and nobody else does."""

    def __init__(self, limits: Limits) -> None:
        self._rate, self._burst = limits.requests_per_second, limits.burst
        self._left, self._at = float(limits.burst), 0.0

    async def turn(self) -> None:
        """Returns when the next request may be taken."""
        if not self._rate:
            return
        now = asyncio.get_running_loop().time()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) if self._at else self._left
        self._at = now
        self._left -= 1
        if self._left < 0:
            await asyncio.sleep(-self._left / self._rate)


class Strangers:
    """Lines that have not proved who they are, counted by network address; each is named by its address and port."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.strangers
        self._lines: dict[tuple[str, int], None] = {}
        self._from: Counter[str] = Counter()

    def come(self, peer: tuple[str, int]) -> bool:
        """Whether one more is let near."""
        if self._most and (self._from[peer[0]] >= self._most or len(self._lines) >= 8 * self._most):
            return False
        self._lines[peer] = None
        self._from[peer[0]] += 1
        return True

    def gone(self, peer: tuple[str, int]) -> None:
        """It has proved who it is, or has left; may be said twice."""
        if peer in self._lines:
            del self._lines[peer]
            self._from[peer[0]] -= 1
            if not self._from[peer[0]]:
                del self._from[peer[0]]
