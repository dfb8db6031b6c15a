"""An HTTP server of ours: where it listens, and that its program alone hears signals."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol


class PortTaken(Exception):
    """It cannot listen where it was told to; one sentence."""


def listen(host: str, port: int) -> socket.socket:
    """Raises PortTaken."""
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        # Those it accepts have it too: else the second half of each answer waits a round trip for the first.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or str(error)
        raise PortTaken(f"cannot listen on {host} port {port}: {why}") from error


class WebServer(uvicorn.Server):
    """Serves until `should_exit`; signals are the program's to handle, from before it begins."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


class WholeAnswers(H11Protocol):
    """HTTP whose answers go in as few packets as they need: one that is lost is waited for on a poor line."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(Together(transport))


class Together(asyncio.Transport):
    """What is written in one turn of the loop goes out as one: the head of an answer and its body."""

    def __init__(self, inner: asyncio.Transport) -> None:
        super().__init__()
        self._inner, self._parts = inner, list[bytes | bytearray | memoryview]()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not self._parts:
            asyncio.get_running_loop().call_soon(self._flush)
        self._parts.append(data)

    def _flush(self) -> None:
        parts, self._parts = self._parts, []
        if parts and not self._inner.is_closing():
            self._inner.write(b"".join(parts))

    def close(self) -> None:
        self._flush()
        self._inner.close()

    def is_closing(self) -> bool:
        return self._inner.is_closing()

    def abort(self) -> None:
        self._inner.abort()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._inner.get_extra_info(name, default)

    def pause_reading(self) -> None:
        self._inner.pause_reading()

    def resume_reading(self) -> None:
        self._inner.resume_reading()
