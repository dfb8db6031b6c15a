"""The sync module as a program."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from pathlib import Path

from shared.lan.addresses import Places
from shared.lan.discovery import places_of
from shared.lan.identity import Identity
from sync.office_link import OfficeLink
from sync.pusher import Pusher

log = logging.getLogger(__name__)


def main(hub: str, office: str, folder: Path) -> int:
    """Push records until told to end. `hub`: its URL, or "" to discover it; `folder`: of this device's identity.

    Returns 2 for an address that is none. Raises NoIdentity.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)  # one line per request is ours to write
    try:
        identity = Identity.load(folder)
        with places_of(hub, identity) as places:
            asyncio.run(_push(places, office, identity))
    except ValueError as error:
        print(f"suyana sync: {error}", file=sys.stderr)
        return 2
    except (asyncio.CancelledError, KeyboardInterrupt):
        log.info("sync ended")
    return 0


async def _push(places: Places, office: str, identity: Identity) -> None:
    _end_on_signals()
    async with OfficeLink(office) as link:
        log.info("sync %s started, office %s", identity.device, link.url)
        await Pusher(places, link, identity).run()


def _end_on_signals() -> None:
    """Also where the program was started with SIGINT ignored, as a shell does for what runs in the background."""
    loop, running = asyncio.get_running_loop(), asyncio.current_task()
    assert running
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(running.cancel) and None)
