"""What is done at the hub's own machine, by whoever may read its keys: it speaks to the running hub as a device of the
role console, over the same port and the same TLS as everybody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from shared.domain.commands import AdmitDevice, CancelPairing, StartPairing
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust, admission
from shared.lan.client import HubAway, HubClient, connected
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.mirror import Mirror
from shared.lan.views import PairingView

HELLO = Hello((PROTOCOL, PROTOCOL), DeviceRole.CONSOLE, "console")
DECIDED_WITHIN = 6.0  # seconds from the first frame of a device to the last


def write_identity(
    trust: Trust, hub: str, out: Path, role: DeviceRole, device: str, counter: int = 0, zone: str = ""
) -> bool:
    """An identity for a program that cannot be paired by hand. Returns whether a running hub has admitted it already;
    one that starts later, or was not reached, does so by itself. Raises HubRefused, OSError.
    """
    order = admission(trust.write_identity(out, role, device), counter, zone)
    try:
        asyncio.run(_admit(trust, hub, order))
    except HubAway:
        trust.issue(order)
        return False
    return True


async def _admit(trust: Trust, hub: str, order: AdmitDevice) -> None:
    async with connected([hub], HELLO, trust.console) as client:
        await client.ask(order)


def first_supervisor(trust: Trust, hub: str, person: str, pin: str) -> None:
    """Give a supervisor of the centre file a PIN of their own. Raises HubAway, HubRefused."""
    asyncio.run(_first_supervisor(trust, hub, person, pin))


async def _first_supervisor(trust: Trust, hub: str, person: str, pin: str) -> None:
    async with connected([hub], HELLO, trust.console) as client:
        await client.set_pin(person, pin)


def pair_device(trust: Trust, hub: str, order: StartPairing, tell: Callable[[PairingView, datetime], object]) -> str:
    """Have the hub show a code, and tell of it once a second until it has ended. Returns how: `paired`, `burnt`, ...

    `tell` is given the pairing and the hub's time. Raises HubAway, HubRefused.
    """
    return asyncio.run(_pair(trust, hub, order, tell))


async def _pair(trust: Trust, hub: str, order: StartPairing, tell: Callable[[PairingView, datetime], object]) -> str:
    async with connected([hub], HELLO, trust.console) as client:
        loop = asyncio.get_running_loop()
        began, now = loop.time(), client.welcome.now
        await client.ask(order)
        await client.until(lambda mirror: mirror.get("pairing", PairingView) is not None)
        try:
            while True:
                view = client.mirror.get("pairing", PairingView)
                if view is None:
                    return "expired"
                tell(view, now + timedelta(seconds=loop.time() - began))
                if view.state == "burnt":
                    await _decided(client)
                if view.state != "waiting":
                    return _state(client)
                await _until_other(client, view)
        finally:
            if _state(client) == "waiting" and client.is_online:
                await client.ask(CancelPairing())


async def _until_other(client: HubClient, view: PairingView) -> None:
    """Until the pairing is another than this one, or a second has passed."""
    with suppress(TimeoutError):
        async with asyncio.timeout(1.0):
            await client.until(lambda mirror: mirror.get("pairing", PairingView) != view)


async def _decided(client: HubClient) -> None:
    """Wait until it is known whether it was the right device that used the code up."""
    with suppress(TimeoutError):
        async with asyncio.timeout(DECIDED_WITHIN):
            await client.until(lambda mirror: _state_in(mirror) != "burnt")


def _state(client: HubClient) -> str:
    return _state_in(client.mirror)


def _state_in(mirror: Mirror) -> str:
    view = mirror.get("pairing", PairingView)
    return view.state if view else "expired"
