"""What the office has not got, in a file that is carried to it; and whatever it has got does no harm in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shared.lan.addresses import Places
from shared.lan.client import HubClient, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from sync.outbox import Outbox
from sync.pace import LARGEST
from sync.parcel import seal, writing_parcel
from sync.progress import Status
from sync.signing import Key


@dataclass
class Exported:
    """What is in a parcel: records, and the events that they came from."""

    records: int = 0
    batches: int = 0
    since: int = 0
    until: int = 0


def export(
    places: Places,
    identity: Identity,
    key: Key,
    file: Path,
    known: Status | None,
    tell: Callable[[float], None] = lambda _part: None,
) -> Exported:
    """Write all records after what the office has by `known`, or all there are. tell: how much is done, 0 to 1.

    Raises HubAway, HubRefused, LogBehind, Differs, OSError; then no file is there.
    """
    return asyncio.run(_export(places, identity, key, file, known, tell))


async def _export(
    places: Places, identity: Identity, key: Key, file: Path, known: Status | None, tell: Callable[[float], None]
) -> Exported:
    hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, identity.device)
    async with connected(places(), hello, identity) as hub:
        return await exported(hub, key, file, known, tell)


async def exported(
    hub: HubClient, key: Key, file: Path, known: Status | None, tell: Callable[[float], None]
) -> Exported:
    centre, incarnation, last = hub.welcome.centre, hub.welcome.incarnation, hub.mirror.seq
    same = known is not None and known.incarnation == incarnation
    cursor, chain = (known.cursor, known.chain) if known and same else (0, "")
    outbox, done = Outbox(hub, cursor, chain), Exported(since=cursor, until=cursor)
    with writing_parcel(file) as put:
        while True:
            await outbox.fill()
            batch = outbox.next(LARGEST)
            if batch is None:
                return done
            put(seal(centre, incarnation, batch, key))
            done.batches, done.records, done.until = done.batches + 1, done.records + len(batch.records), batch.to
            outbox.acknowledged(batch.to)
            tell(min(1.0, (batch.to - cursor) / max(1, last - cursor)))
            await asyncio.sleep(0)  # whoever stops it is heard
