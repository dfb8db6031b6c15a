"""What the office put aside is made anew and sent again."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
import pytest

from shared.lan.client import connected
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from sync.exchange import Batch
from sync.progress import Progress
from sync.retrying import Retrying
from tests.fakes.identities import identity
from tests.fakes.office import link_to, running_office
from tests.fakes.records import NOON
from tests.sync.conftest import Morning

HELLO = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, "sync-1")


@pytest.mark.anyio
@pytest.mark.logs("put aside")
async def test_records_of_several_days_that_were_bad_once_are_taken_when_they_are_made_well(
    morning: Morning, tmp_path: Path
) -> None:
    morning.served(5)
    morning.next_day()
    morning.served(5)
    good = morning.records()
    assert len(good) == 10
    bad = tuple(
        msgspec.structs.replace(one, advisor="a" * 65) if place in (1, 3, 7) else one for place, one in enumerate(good)
    )
    async with morning, running_office(tmp_path / "office.sqlite") as office, link_to(office.url) as link:
        store, incarnation = office.store, morning.incarnation
        later = NOON.replace(year=2099)
        store.take("region-sur", incarnation, Batch(0, morning.last, bad), later)
        assert len(store.parked("region-sur", incarnation)) == 3
        progress = Progress()
        async with connected([morning.url], HELLO, identity(DeviceRole.SYNC, "sync-1")) as hub:
            progress.heard(await link.cursor("region-sur", incarnation))
            assert progress.put_aside_seqs == [good[place].seq for place in (1, 3, 7)]
            retrying = asyncio.create_task(Retrying(link, progress, look=0.01).run(hub))
            async with asyncio.timeout(20):
                while progress.put_aside_seqs:
                    await asyncio.sleep(0.005)
            retrying.cancel()
            await asyncio.gather(retrying, return_exceptions=True)
        assert store.parked("region-sur", incarnation) == []
        assert store.centres()[0].records == 10
        assert store.cursor("region-sur", incarnation).cursor == morning.last


@pytest.mark.anyio
async def test_what_stays_bad_is_not_tried_again_today(morning: Morning, tmp_path: Path) -> None:
    morning.served(1)
    asked: list[int] = []

    class Counting(Retrying):
        async def retry(self, hub: object, seqs: object) -> None:  # noqa: ARG002
            asked.append(1)

    async with morning, running_office(tmp_path / "office.sqlite") as office, link_to(office.url) as link:
        progress = Progress()
        bad = msgspec.structs.replace(morning.records()[0], advisor="a" * 65)
        office.store.take("region-sur", morning.incarnation, Batch(0, morning.last, (bad,)), NOON.replace(year=2099))
        progress.heard(await link.cursor("region-sur", morning.incarnation))
        async with connected([morning.url], HELLO, identity(DeviceRole.SYNC, "sync-1")) as hub:
            retrying = asyncio.create_task(Counting(link, progress, look=0.001).run(hub))
            for _ in range(50):
                await asyncio.sleep(0)
            await asyncio.sleep(0.05)
            retrying.cancel()
            await asyncio.gather(retrying, return_exceptions=True)
    assert asked == [1]
