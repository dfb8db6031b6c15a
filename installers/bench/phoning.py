"""Phones that follow tickets, as the script of their page does, in a process of their own.

`python -m installers.bench.phoning PORT TOKENS PHONES SEED`: so many at once, each on a line of its own, asking every
four seconds for what changed. When a ticket ends its phone is put away, and the next of TOKENS is looked at. Says
`ready` when all have seen their first page, then, once standard input ends, what they heard (`Heard`) as JSON.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

import msgspec

from installers.bench.row import p

EVERY = 4.0  # seconds, of shared/pages/page.js, and by how much of it two phones may differ
LEAST, MOST = 0.8, 1.2
LENGTH, TAG = re.compile(rb"(?i)\r\ncontent-length: *(\d+)"), re.compile(rb"(?i)\r\netag: *(\S+)")


class Heard(msgspec.Struct, frozen=True):
    """answers: by HTTP status. p50, p99: seconds of an answer. first: seconds until all had seen their first page."""

    answers: dict[int, int]
    p50: float
    p99: float
    first: float


class Phone:
    """One line to the pages."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._tag = b""

    async def ask(self, path: str) -> tuple[int, float]:
        """The HTTP status, and the seconds until the answer was there."""
        tag = b"If-None-Match: " + self._tag + b"\r\n" if self._tag else b""
        began = perf_counter()
        self._writer.write(f"GET {path} HTTP/1.1\r\nHost: mac\r\nAccept-Encoding: gzip\r\n".encode() + tag + b"\r\n")
        head = await self._reader.readuntil(b"\r\n\r\n")
        if length := LENGTH.search(head):
            await self._reader.readexactly(int(length[1]))
        taken = perf_counter() - began
        if found := TAG.search(head):
            self._tag = found[1]
        return int(head[9:12]), taken

    def put_away(self) -> None:
        self._writer.close()


class Phones:
    def __init__(self, port: int, tokens: Iterator[str], random: Random) -> None:
        self._port, self._tokens, self._random = port, tokens, random
        self.answers: Counter[int] = Counter()
        self.taken: list[float] = []
        self.started = 0

    async def follow(self) -> None:
        """One ticket after another, until cancelled."""
        for token in self._tokens:
            phone = Phone(*await asyncio.open_connection("127.0.0.1", self._port))
            try:
                status = await self._asks(phone, f"/t/{token}")
                self.started += 1
                while status in (200, 304, 429, 503):
                    await asyncio.sleep(EVERY * self._random.uniform(LEAST, MOST))
                    status = await self._asks(phone, f"/t/{token}/now")
            finally:
                phone.put_away()

    async def _asks(self, phone: Phone, path: str) -> int:
        status, taken = await phone.ask(path)
        self.answers[status] += 1
        self.taken.append(taken)
        return status


async def run(port: int, tokens: list[str], many: int, seed: str) -> Heard:
    phones = Phones(port, iter(tokens), Random(seed))
    began = perf_counter()
    following = [asyncio.create_task(phones.follow()) for _ in range(many)]
    while phones.started < many:
        await asyncio.sleep(0.01)
        for ended in [task for task in following if task.done()]:
            ended.result()
    first = perf_counter() - began
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    return Heard(dict(phones.answers), p(phones.taken, 50), p(phones.taken, 99), first)


if __name__ == "__main__":
    os.nice(19)  # in a centre they run on nobody's machine but their own
    port, file, many, seed = sys.argv[1:]
    heard = asyncio.run(run(int(port), Path(file).read_text().split(), int(many), seed))
    print(msgspec.json.encode(heard).decode(), flush=True)
