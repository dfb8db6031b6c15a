"""A line to the office with settable faults: one fault is used up by each request, in order."""

from __future__ import annotations

import asyncio
from collections import deque
from enum import Enum, auto


class Fault(Enum):
    """NONE: the request goes through. CUT: half of it arrives. LOST: it arrives, the answer does not.

    PORTAL: something else answers 200 with a page. ALIEN: something answers 200 with JSON of its own.
    BROKEN: 500. WORDY: an answer without end.
    """

    NONE = auto()
    CUT = auto()
    LOST = auto()
    PORTAL = auto()
    ALIEN = auto()
    BROKEN = auto()
    WORDY = auto()


def _answer(status: str, kind: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


OWN_ANSWERS = {
    Fault.PORTAL: _answer("200 OK", "text/html", b"<html>Acepte las condiciones del Wi-Fi</html>"),
    Fault.ALIEN: _answer("200 OK", "application/json", b'{"cursor": 999999}'),
    Fault.BROKEN: _answer("500 Internal Server Error", "text/plain", b"Internal Server Error"),
    Fault.WORDY: _answer("200 OK", "application/json", b" " * (5 * 1024 * 1024)),
}


class OfficeLine:
    """Stands between sync and the office at `target`, a port on loopback."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.faults: deque[Fault] = deque()
        self.used: list[Fault] = []
        self.requests: list[bytes] = []
        self.port = 0
        self._lines: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> OfficeLine:
        self._server = await asyncio.start_server(self._begin, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._server.close()
        for line in self._lines:
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.get_running_loop().create_task(self._line(reader, writer))
        self._lines.add(line)
        line.add_done_callback(self._lines.discard)

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._exchange(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer. False: the line ends."""
        request = await _message(reader)
        self.requests.append(request)
        fault = self.faults.popleft() if self.faults else Fault.NONE
        self.used.append(fault)
        if fault in OWN_ANSWERS:
            writer.write(OWN_ANSWERS[fault])
            await writer.drain()
            return True
        office_reader, office_writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            office_writer.write(request[: len(request) // 2] if fault is Fault.CUT else request)
            await office_writer.drain()
            if fault is Fault.CUT:
                return False
            answer = await _message(office_reader)
            if fault is Fault.LOST:
                return False
            writer.write(answer)
            await writer.drain()
            return True
        finally:
            office_writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One HTTP message with a content length, or none."""
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return head + (await reader.readexactly(int(lengths[0])) if lengths else b"")
