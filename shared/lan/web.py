"""An HTTP server of ours: where it listens, and that its program alone hears signals."""

from __future__ import annotations

import os
import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn


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
