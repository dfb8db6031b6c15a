"""What is done at the hub's own machine, by whoever may read its keys: it speaks to the running hub as a device of the
role console, over the same port and the same TLS as everybody."""

from __future__ import annotations

import asyncio
from pathlib import Path

from shared.domain.commands import AdmitDevice
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust, admission
from shared.lan.client import HubAway, connected
from shared.lan.messages import PROTOCOL, Hello

HELLO = Hello((PROTOCOL, PROTOCOL), DeviceRole.CONSOLE, "console")


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
