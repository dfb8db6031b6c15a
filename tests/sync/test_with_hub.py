"""Sync beside the real hub: its store, its log and its socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.hub.__main__ import put_in_force
from shared.hub.clock import Clock, Pretence
from shared.hub.hub import Hub
from shared.hub.server import Desk, listening
from shared.store.database import Store
from shared.store.event_log import EventLog
from sync.pusher import Pusher
from tests.fakes.identities import identity, open_doors
from tests.fakes.office import link_to, running_office
from tests.fakes.people import sign_ins
from tests.sync.test_pusher import cursor_at, short, stored

pytestmark = pytest.mark.anyio
MORNING = Pretence(datetime(2026, 11, 23, 13, 30, tzinfo=UTC))


@asynccontextmanager
async def running_hub(file: Path, catalogue: Catalogue, port: int) -> AsyncIterator[tuple[Hub, int]]:
    store = Store(file)
    event_log = EventLog(store)
    clock = Clock(event_log.last_time(), MORNING)
    desk = Desk(catalogue.names)
    desk.doors = open_doors(catalogue.id)
    hub = desk.hub = Hub(event_log, event_log.identity(catalogue.id, clock.now()), clock, desk.told)
    desk.sign_ins = sign_ins(store, hub, open_to_all=True)
    try:
        await put_in_force(hub, catalogue)
        await hub.tick()
        async with listening(desk, "127.0.0.1", port) as server:
            yield hub, next(iter(server.sockets)).getsockname()[1]
    finally:
        hub.stop()
        desk.sign_ins.close()
        store.close()


async def a_citizen_comes_and_goes(hub: Hub) -> None:
    for order in (
        c.IssueTicket(service="PJ02"),
        c.CallNext(20),
        c.StartAttention(20),
        c.FinishAttention(20),
    ):
        await hub.order(order)


@pytest.mark.logs("hub: ")
async def test_records_of_the_real_hub_arrive_once_through_its_restart(tmp_path: Path, region_sur: Catalogue) -> None:
    hub_file, office_file = tmp_path / "centre.sqlite", tmp_path / "office.sqlite"
    places: list[str] = []
    async with running_office(office_file) as office, link_to(office.url) as link:
        syncing = asyncio.create_task(
            Pusher(lambda: places, link, identity(DeviceRole.SYNC, "sync-1"), short, short).run()
        )
        async with running_hub(hub_file, region_sur, 0) as (hub, port):
            places.append(f"wss://127.0.0.1:{port}")
            await hub.order(c.OpenCounter(20, "a001"))
            await a_citizen_comes_and_goes(hub)
            await cursor_at(office.store, hub.identity, hub.seq)
            await a_citizen_comes_and_goes(hub)
        async with running_hub(hub_file, region_sur, port) as (hub, _):
            await a_citizen_comes_and_goes(hub)
            await cursor_at(office.store, hub.identity, hub.seq)
            await hub.order(c.CloseDay())
            await cursor_at(office.store, hub.identity, hub.seq)
        syncing.cancel()
        await asyncio.gather(syncing, return_exceptions=True)
    assert sorted(stored(office_file).values()) == [1, 1, 1]
