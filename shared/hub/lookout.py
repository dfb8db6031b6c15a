"""The hub looks out for whoever else on the network says that it is this centre's hub.

Clients meet an impostor only while they look for the hub, and the right one usually wins; so the hub looks for itself,
and tells the supervisor. What can prove the centre's certificate is the hub under another of its addresses.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Sequence
from contextlib import closing, suppress

from shared.lan.addresses import all_addresses, parts_of, url_of
from shared.lan.discovery import Listener
from shared.lan.identity import Identity

LOOK_EVERY = 15.0  # seconds
PROVES_WITHIN = 3.0  # seconds


async def look_out(
    identity: Identity,
    port: int,
    met: Callable[[str], object],
    interfaces: Sequence[str] = (),
    every: float = LOOK_EVERY,
) -> None:
    """Until cancelled. `identity`: one that the centre's hub can be proved to. `met` is given each address, again and
    again for as long as it is announced.
    """
    with closing(Listener(identity.centre, interfaces)) as listener:
        while True:
            own = {url_of(address, port) for address in all_addresses()}
            for place in listener.places():
                if place not in own and await _cannot_prove(place, identity):
                    met(place.removeprefix("wss://"))
            await asyncio.sleep(every)


async def _cannot_prove(place: str, identity: Identity) -> bool:
    """Whether something listens there that is not our hub. What does not answer is left over from one that is gone."""
    host, port = parts_of(place)
    try:
        async with asyncio.timeout(PROVES_WITHIN):
            _, writer = await asyncio.open_connection(host, port, ssl=identity.tls, server_hostname=identity.hub_name)
    except ssl.SSLError:
        return True
    except (OSError, TimeoutError):
        return False
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return False
