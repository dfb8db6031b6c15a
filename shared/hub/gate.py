"""The hub's listening socket: it turns away an address that has too many lines which prove nothing."""

from __future__ import annotations

import socket
from typing import Any

from shared.hub.limits import Strangers


def gate(host: str, port: int, backlog: int, strangers: Strangers) -> socket.socket:
    """Listen at an address. Raises OSError."""
    found = socket.getaddrinfo(host or "0.0.0.0", port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, _, _, _, address = found[0]
    gate = Gate(family, strangers)
    try:
        gate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a hub that was killed comes back at once
        gate.bind(address)
        gate.listen(backlog)
    except OSError:
        gate.close()
        raise
    return gate


class Gate(socket.socket):
    """Closes at once what it lets nobody in from; the rest of its work is that of any socket."""

    def __init__(self, family: int, strangers: Strangers) -> None:
        super().__init__(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # by name: else nobody turns Nagle off
        self._strangers = strangers

    def accept(self) -> tuple[socket.socket, Any]:
        while True:
            line, peer = super().accept()
            if self._strangers.come(peer[:2]):
                return Counted(line, peer[:2], self._strangers), peer
            line.close()


class Counted(socket.socket):
    """A line that is one less when it closes."""

    def __init__(self, line: socket.socket, peer: tuple[str, int], strangers: Strangers) -> None:
        super().__init__(line.family, line.type, line.proto, line.detach())
        self._peer = peer
        self._strangers = strangers

    def close(self) -> None:
        self._strangers.gone(self._peer)
        super().close()
