"""What stands before the receivers, and all that goes wrong there: it ends TLS, and hands each request to one of them.

By its number and the seed a request is answered 500, answered by a portal, answered into the void, handed over twice,
handed over late, or followed by one from long ago.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from random import Random

import httpx

from installers.officelab.certificates import Certificates

PORTAL = b"<!doctype html><title>Wi-Fi</title><p>Acepte las condiciones para navegar."
KEPT = 200  # requests of the past that may come again
SLOWEST = 1.5  # seconds that a request is held back


@dataclass(frozen=True)
class Fates:
    """Shares of the requests that hand over records; `portal` is of all requests."""

    broken: float = 0.05
    lost: float = 0.05
    twice: float = 0.05
    again: float = 0.05  # one from the past comes once more
    late: float = 0.10
    portal: float = 0.02


@dataclass(frozen=True)
class _Request:
    method: str
    path: str
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def hands_over(self) -> bool:
        return self.method == "POST" and self.path.endswith("/records")


class Balancer:
    """`did`: how often each fate was met, and `handed over`: the requests with records that came whole."""

    def __init__(self, receivers: Sequence[int], certificates: Certificates, fates: Fates, seed: str) -> None:
        self.did: Counter[str] = Counter()
        self._receivers, self._fates, self._seed = receivers, fates, seed
        self._number = 0
        self._past: list[_Request] = []
        self._random = Random(seed)
        self._coming: set[asyncio.Task[object]] = set()
        self._client = httpx.AsyncClient(
            verify=ssl.create_default_context(cafile=certificates.authority), trust_env=False, timeout=60
        )

    async def close(self) -> None:
        for task in self._coming:
            task.cancel()
        await asyncio.gather(*self._coming, return_exceptions=True)
        await self._client.aclose()

    async def begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Cancelled: all is over, and a centre that has its answers already may have left a request held back here.
        with suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            while await self._exchange(reader, writer):
                pass
        with suppress(OSError, ssl.SSLError):
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer. False: the line ends."""
        request = await _read(reader)
        answer = await self._fate(request)
        if answer is None:
            writer.transport.abort()
            return False
        writer.write(answer)
        await writer.drain()
        return True

    async def _fate(self, request: _Request) -> bytes | None:
        self._number += 1
        random = Random(f"{self._seed} {self._number}")
        if random.random() < self._fates.portal:
            self.did["a portal answered 200"] += 1
            return _answer("200 OK", "text/html", PORTAL)
        if not request.hands_over:
            return await self._handed(request)
        self.did["handed over"] += 1
        drawn = random.random()
        for name in ("broken", "lost", "twice", "again", "late"):
            share: float = getattr(self._fates, name)
            if drawn < share:
                return await getattr(self, f"_{name}")(request, random)  # type: ignore[no-any-return]
            drawn -= share
        return await self._handed(request)

    async def _broken(self, _request: _Request, _random: Random) -> bytes:
        self.did["answered 500"] += 1
        return _answer("500 Internal Server Error", "text/plain", b"Internal Server Error")

    async def _lost(self, request: _Request, _random: Random) -> None:
        self.did["answers lost"] += 1
        await self._handed(request)

    async def _twice(self, request: _Request, _random: Random) -> bytes:
        """At once, to two receivers."""
        self.did["handed over twice"] += 1
        one, _ = await asyncio.gather(self._handed(request), self._handed(request))
        return one

    async def _again(self, request: _Request, random: Random) -> bytes:
        """One from long ago comes once more, after a while."""
        self.did["from long ago"] += 1
        self._past = [*self._past, request]
        task = asyncio.create_task(self._after(random, random.choice(self._past)))
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)
        return await self._handed(request)

    async def _after(self, random: Random, request: _Request) -> object:
        await asyncio.sleep(random.random() * SLOWEST)
        return await self._handed(request)

    async def _late(self, request: _Request, random: Random) -> bytes:
        """Others come before it."""
        self.did["held back"] += 1
        await asyncio.sleep(random.random() * SLOWEST)
        return await self._handed(request)

    async def _handed(self, request: _Request) -> bytes:
        port = self._random.choice(self._receivers)
        if request.hands_over:
            self._past = [*self._past[-KEPT:], request]
        url = f"https://127.0.0.1:{port}{request.path}"
        try:
            answer = await self._client.request(
                request.method, url, headers=request.headers, content=request.body or None
            )
        except httpx.HTTPError as error:
            self.did["no receiver"] += 1
            return _answer("502 Bad Gateway", "text/plain", type(error).__name__.encode())
        head = f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in answer.headers.items())
        return head.encode() + b"\r\n" + answer.content


async def _read(reader: asyncio.StreamReader) -> _Request:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    method, path, _ = first.split(" ")
    headers = [(name, value) for name, _, value in (line.partition(": ") for line in lines if line)]
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
    body = await reader.readexactly(length)
    return _Request(method, path, [h for h in headers if h[0].lower() not in ("host", "content-length")], body)


def _answer(status: str, kind: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


@asynccontextmanager
async def balancing(
    receivers: Sequence[int], certificates: Certificates, fates: Fates, seed: str
) -> AsyncIterator[tuple[Balancer, int]]:
    """A balancer before receivers of this machine, and its own port."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificates.chain, certificates.key)
    balancer = Balancer(receivers, certificates, fates, seed)
    server = await asyncio.start_server(balancer.begin, "127.0.0.1", 0, ssl=tls)
    try:
        yield balancer, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await balancer.close()
