"""A whole hub inside the lab: real rules, a real file, TLS, devices with identities, and a clock that the row moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from installers.faultlab.work import BEGINS, centre
from shared.domain.commands import OpenDay
from shared.domain.device import Device
from shared.domain.roles import DeviceRole
from shared.hub.__main__ import put_in_force
from shared.hub.clock import Clock
from shared.hub.doors import Doors
from shared.hub.hub import Hub
from shared.hub.pins import Pins
from shared.hub.server import Desk, listening
from shared.hub.sign_ins import InStore, SignIns
from shared.hub.trust import Trust
from shared.lan.certificates import fingerprint, named, read_certificate
from shared.lan.identity import Identity
from shared.lan.messages import Hello
from shared.store.database import Store
from shared.store.event_log import EventLog
from shared.store.people import PeopleTables
from shared.store.pepper import pepper_beside, read_or_make


class LabClock(Clock):
    """Stands still until it is moved."""

    def __init__(self) -> None:
        super().__init__(wall=lambda: 0.0, monotonic=lambda: 0.0)
        self.at = BEGINS

    def now(self) -> datetime:
        return self.at

    def pass_(self, seconds: float) -> None:
        self.at += timedelta(milliseconds=round(seconds * 1000))


class SignedDoors(Doors):
    """Lets in whomever the centre's authority signed: no row of devices needs to be in the log."""

    def known(self, certificate: bytes) -> Device:
        who = named(read_certificate(certificate))
        return Device(who.device, DeviceRole(who.role), 0, "", fingerprint(certificate), BEGINS)

    def fitted(self, hello: Hello, device: Device) -> Hello:  # noqa: ARG002
        return hello

    def still_open(self, device: Device) -> bool:  # noqa: ARG002
        return True


@dataclass(frozen=True)
class LiveHub:
    """One life of the hub."""

    hub: Hub
    url: str


class Hall:
    """The keys of a centre in a folder, its devices, its clock; the hub begins as often as it is asked to."""

    def __init__(self, folder: Path, kiosks: Iterable[str]) -> None:
        self.catalogue = centre()
        self.clock = LabClock()
        self.store = folder / "centre.sqlite"
        self.trust = Trust.open(folder / "trust", self.catalogue.id)
        self.identities: dict[str, Identity] = {
            name: self.trust.write_identity(folder / "devices" / name, DeviceRole.KIOSK, name) for name in kiosks
        }

    @asynccontextmanager
    async def begun(self) -> AsyncIterator[LiveHub]:
        """The hub on its store, its day open, until the block ends."""
        store = Store(self.store)
        event_log = EventLog(store)
        desk = Desk(self.catalogue.names)
        desk.doors = SignedDoors(self.trust, dict)
        identity = event_log.identity(self.catalogue.id, self.clock.now())
        hub: Hub
        tables, pins = PeopleTables(store), Pins(read_or_make(pepper_beside(self.store)))
        in_store: InStore = lambda work: hub.in_store(lambda _log: work(tables))  # noqa: E731
        desk.sign_ins = SignIns(tables, in_store, pins, self.clock.now, lambda: self.catalogue)
        hub = desk.hub = Hub(event_log, identity, self.clock, desk.told)
        try:
            await put_in_force(hub, self.catalogue)
            if hub.committed.day is None:
                await hub.order(OpenDay(self.clock.now().astimezone(self.catalogue.timezone).date()))
            async with listening(desk, "127.0.0.1", 0) as server:
                yield LiveHub(hub, f"wss://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}")
        finally:
            hub.stop()
            desk.sign_ins.close()
            store.close()
