"""Both ends are known to have the same of every day, by whichever way it came; and of none where they have not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from shared.domain import commands as c
from shared.lan.client import HubClient, connected
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from sync.exporting import exported
from sync.office.taking_parcels import take_parcel
from sync.progress import Progress
from sync.proving import Proving
from sync.pusher import Pusher
from tests.fakes.identities import identity
from tests.fakes.office import CENTRE_KEY, RunningOffice, link_to, running_office
from tests.sync.conftest import Morning
from tests.sync.test_pusher import cursor_at, said, short

pytestmark = pytest.mark.anyio
HELLO = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, "sync-1")
NOW = datetime(2026, 12, 1, tzinfo=UTC)


@asynccontextmanager
async def hub_of(morning: Morning) -> AsyncIterator[HubClient]:
    async with connected([morning.url], HELLO, identity(DeviceRole.SYNC, "sync-1")) as hub:
        yield hub


@asynccontextmanager
async def carried(morning: Morning, folder: Path) -> AsyncIterator[tuple[RunningOffice, HubClient]]:
    """Two days, one of them put right after its close, that came to the office on a stick."""
    morning.served(7)
    morning.order(c.CloseDay())
    morning.order(c.CorrectServices("BN 001", ("BN02",)))
    morning.now = morning.now.replace(day=24)
    morning.open_day()
    morning.served(5)
    morning.next_day()
    async with morning, running_office(folder / "office.sqlite") as office, hub_of(morning) as hub:
        await exported(hub, CENTRE_KEY, folder / "parcel", None, lambda _part: None)
        assert take_parcel(office.store, folder / "parcel", NOW).refused == []
        yield office, hub


async def test_days_that_came_on_a_stick_are_proved_once(
    morning: Morning, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    progress = Progress()
    async with carried(morning, tmp_path) as (office, hub), link_to(office.url) as link:
        await Proving(link, progress).prove(hub)
        assert (progress.told.proved, progress.told.unlike) == (date(2026, 11, 24), None)
        assert caplog.text.count("both ends have the same") == 2
        await Proving(link, progress).prove(hub)
        assert caplog.text.count("both ends have the same") == 2


@pytest.mark.logs("the office has not the same records")
async def test_a_day_that_is_not_whole_at_the_office_is_named(morning: Morning, tmp_path: Path) -> None:
    progress = Progress()
    async with carried(morning, tmp_path) as (office, hub), link_to(office.url) as link:
        with office.store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM attention WHERE seq = (SELECT min(seq) FROM attention)")
        await Proving(link, progress).prove(hub)
    assert (progress.told.proved, progress.told.unlike) == (date(2026, 11, 24), date(2026, 11, 23))


async def test_a_day_put_right_after_its_close_is_proved_as_it_is_then(
    morning: Morning, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    progress = Progress()
    morning.served(7)
    async with morning, running_office(tmp_path / "office.sqlite") as office, link_to(office.url) as link:
        device = identity(DeviceRole.SYNC, "sync-1")
        pusher = Pusher(lambda: [morning.url], link, device, short, short, look_again=0.2, progress=progress)
        pushing = asyncio.create_task(pusher.run())
        morning.order(c.CloseDay())
        await said(caplog, "both ends have the same 7 records")
        morning.order(c.CorrectServices("BN 001", ("BN02",)))
        await cursor_at(office.store, morning, morning.last)
        async with asyncio.timeout(10):
            while progress.proved_seq < morning.last:
                await asyncio.sleep(0.005)
        pushing.cancel()
        await asyncio.gather(pushing, return_exceptions=True)
    assert progress.told.proved == date(2026, 11, 23)


@pytest.mark.logs("hub: ", "records wait at the hub")
async def test_without_a_line_what_waits_is_counted_also_after_the_hub_began_again(
    morning: Morning, tmp_path: Path
) -> None:
    progress = Progress()
    morning.served(4)
    async with running_office(tmp_path / "office.sqlite") as office, link_to(office.url) as link:
        device = identity(DeviceRole.SYNC, "sync-1")
        pusher = Pusher(lambda: [morning.url], link, device, short, short, look_again=0.2, progress=progress)
        async with morning:
            pushing = asyncio.create_task(pusher.run())
            await cursor_at(office.store, morning, morning.last)
            await office.stop()
            morning.served(3)
            await waiting(progress, 3)
        morning.served(2)
        async with morning:
            await waiting(progress, 5)
            morning.served(1)
            await waiting(progress, 6)
            await office.start()
            await cursor_at(office.store, morning, morning.last)
        pushing.cancel()
        await asyncio.gather(pushing, return_exceptions=True)


async def waiting(progress: Progress, count: int) -> None:
    async with asyncio.timeout(10):
        while (progress.told.waiting, progress.told.more) != (count, False):
            await asyncio.sleep(0.005)
