"""What systemd is told: that the service is ready, and again and again that it is alive. Nothing outside of systemd."""

from __future__ import annotations

import os
import socket
from contextlib import suppress

READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


def tell(state: str) -> None:
    """To the socket that systemd names. A service that cannot tell is ended by it, and needs no other error."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    family = getattr(socket, "AF_UNIX", None)  # Windows has none
    if not address or family is None:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as line:
        line.connect(address)
        line.sendall(state.encode())
