"""The bare opponent of the hub's line: a WebSocket server under the same TLS, which knows no rule and keeps nothing.

A line that says hello gets a snapshot of the wanted size; a message of anybody else comes back to it, or with `all` to
every line. Run as `python -m installers.bench.bare_server TRUST CENTRE PORT SNAPSHOT [all]`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from shared.hub.server import BACKLOG
from shared.hub.trust import Trust


async def run(trust: Trust, port: int, snapshot: str, *, to_all: bool) -> None:
    """Until it is killed."""
    lines: set[ServerConnection] = set()

    async def receive(line: ServerConnection) -> None:
        lines.add(line)
        try:
            await line.recv()
            await line.send(snapshot)
            async for message in line:
                assert isinstance(message, str)
                if to_all:
                    broadcast(lines, message)
                else:
                    await line.send(message)
        except ConnectionClosed:
            pass
        finally:
            lines.discard(line)

    tls = trust.server_tls()
    async with serve(receive, "127.0.0.1", port, ssl=tls, backlog=BACKLOG, compression=None, ping_interval=None):
        await asyncio.get_running_loop().create_future()


def main(trust: str, centre: str, port: str, snapshot: str, *to_all: str) -> None:
    asyncio.run(run(Trust.open(Path(trust), centre), int(port), "x" * int(snapshot), to_all=bool(to_all)))


if __name__ == "__main__":
    main(*sys.argv[1:])
