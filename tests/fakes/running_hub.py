"""The real hub inside the test: real rules, a real SQLite file, a real socket, and a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.domain.catalogue import Catalogue
from shared.domain.commands import OpenDay
from shared.hub.__main__ import put_in_force
from shared.hub.clock import Clock, Doubt
from shared.hub.doors import Doors
from shared.hub.hub import Hub
from shared.hub.keeping import Safety
from shared.hub.limits import OFF, Limits
from shared.hub.server import Desk, listening
from shared.lan.messages import DeviceRole, Hello
from shared.store.database import Store
from shared.store.event_log import EventLog
from tests.fakes.identities import open_doors, serves
from tests.fakes.people import sign_ins

FIRST_MOMENT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # Monday, 09:00 in Lima


class MovedClock(Clock):
    """Stands still until `pass_` moves it."""

    def __init__(self, at: datetime = FIRST_MOMENT) -> None:
        super().__init__(wall=lambda: 0.0, monotonic=lambda: 0.0)
        self.at = at

    def now(self) -> datetime:
        return self.at

    def doubt(self, last: datetime | None) -> Doubt:  # noqa: ARG002
        return Doubt.NONE

    def follow(self, last: datetime | None) -> None:
        """Nothing to follow."""

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


class RunningHub:
    """A hub that serves: `url` for clients, `hub` and `desk` for a look inside."""

    def __init__(self, hub: Hub, desk: Desk, port: int, clock: MovedClock) -> None:
        self.hub = hub
        self.desk = desk
        self.port = port
        self.clock = clock

    @property
    def url(self) -> str:
        return f"wss://127.0.0.1:{self.port}"


@asynccontextmanager
async def begun(
    path: Path,
    catalogue: Catalogue,
    clock: MovedClock | None = None,
    port: int = 0,
    doors: Doors | None = None,
    limits: Limits = OFF,
    *,
    ask_pins: bool = False,
) -> AsyncIterator[RunningHub]:
    """A hub on a store, its day open, until the block ends; begin it again on the same path to see it come back.

    Whoever comes is let in, unless it shall `ask_pins`.
    """
    clock = clock or MovedClock()
    store = Store(path)
    event_log = EventLog(store)
    desk = Desk(catalogue.names, limits)
    desk.doors = doors or open_doors(catalogue.id)
    identity = event_log.identity(catalogue.id, clock.now())
    hub = desk.hub = Hub(event_log, identity, clock, desk.told, Safety.of(catalogue))
    desk.sign_ins = sign_ins(store, hub, open_to_all=not ask_pins)
    try:
        await put_in_force(hub, catalogue)
        if hub.committed.day is None:
            await hub.order(OpenDay(clock.now().astimezone(catalogue.timezone).date()))
        async with listening(desk, "127.0.0.1", port) as server:
            running = RunningHub(hub, desk, server.sockets[0].getsockname()[1], clock)
            serves(running.url, catalogue.id)
            yield running
    finally:
        hub.stop()
        desk.sign_ins.close()
        store.close()


def hello(role: DeviceRole, device: str = "", counter: int = 0, zone: str = "") -> Hello:
    return Hello((1, 1), role, device or f"{role.value}-1", counter, zone)
