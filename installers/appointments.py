"""Carries the appointments of a file to the hub, a few hundred at a time."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from shared.domain.appointment_file import AppointmentFileError, read_appointments
from shared.domain.commands import LoadAppointments
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.views import CatalogueView

AT_ONCE = 300


def main(file: Path, hub: str, identity: Path, *, instead: bool) -> int:
    """Say what was taken, or in plain words what is wrong. `hub`: its URL; `identity`: the folder of ours.

    Raises NoIdentity.
    """
    try:
        count = load(file, hub, Identity.load(identity), instead=instead)
    except (AppointmentFileError, HubRefused) as error:
        print(error, file=sys.stderr)
        return 2
    except (HubAway, OSError) as error:
        print(f"the hub cannot be reached: {error}", file=sys.stderr)
        return 1
    print(f"{count} appointments loaded")
    return 0


def load(file: Path, hub: str, identity: Identity, *, instead: bool) -> int:
    """How many appointments the hub took. Raises AppointmentFileError, OSError, HubAway, HubRefused."""
    return asyncio.run(_load(file, hub, identity, instead=instead))


async def _load(file: Path, hub: str, identity: Identity, *, instead: bool) -> int:
    hello = Hello((PROTOCOL, PROTOCOL), identity.role, identity.device)
    async with connected([hub], hello, identity) as client:
        return await carried(client, file, instead=instead)


async def carried(client: HubClient, file: Path, *, instead: bool) -> int:
    """The whole file is read before anything of it is sent."""
    shown = client.mirror.get("catalogue", CatalogueView)
    assert shown is not None
    catalogue = shown.catalogue
    text = file.read_text(encoding="utf-8-sig")
    found = read_appointments(text, str(file), catalogue.timezone, catalogue.service)
    for start in range(0, len(found), AT_ONCE):
        await client.ask(LoadAppointments(tuple(found[start : start + AT_ONCE]), instead))
    return len(found)
