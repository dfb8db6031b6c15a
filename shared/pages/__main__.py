"""The phone pages as a program."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from shared.lan.addresses import Places
from shared.lan.discovery import places_of
from shared.lan.identity import Identity
from shared.lan.web import PortTaken, WebServer, listen
from shared.pages.hall import Hall
from shared.pages.server import server

log = logging.getLogger(__name__)

GIVES_WAY = 10  # of its priority: where the hub is on the same machine, a call comes before a thousand phones


@dataclass(frozen=True)
class PagesOptions:
    """hub: its URL, or "" to discover it. identity: the folder of this device's. host, port: where phones ask."""

    hub: str
    identity: Path
    host: str
    port: int


def main(options: PagesOptions) -> int:
    """Serve phones until told to end. Returns 2 where it cannot listen, or for an address that is none.

    Raises NoIdentity.
    """
    try:
        identity = Identity.load(options.identity)
        with places_of(options.hub, identity) as places:
            asyncio.run(_serve(options, places, identity))
    except (ValueError, PortTaken) as error:
        print(f"suyana pages: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        log.info("pages ended")
    return 0


async def _serve(options: PagesOptions, places: Places, identity: Identity) -> None:
    """Phones are answered from the start: before the hub is there they are told that it is away."""
    os.nice(GIVES_WAY)
    hall = Hall(places, identity)
    socket = listen(options.host, options.port)
    pages = server(hall)
    following = asyncio.create_task(hall.follow())
    _end_on_signals(pages)
    log.info("%s serves phones at http://%s:%d", identity.device, options.host, socket.getsockname()[1])
    try:
        await pages.serve(sockets=[socket])
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
    log.info("pages ended")


def _end_on_signals(pages: WebServer) -> None:
    loop = asyncio.get_running_loop()

    def end() -> None:
        pages.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(end) and None)
