from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
import zstandard

from shared.domain.catalogue import Catalogue
from sync.exchange import Heard
from sync.live import Live, ServiceNow, offered_of
from sync.office.store import OfficeStore
from sync.office.store.live import LiveTable
from sync.office_link import OfficeAway
from tests.fakes.office import link_to, running_office
from tests.fakes.records import CENTRE, NOON, STORE

NOW = Live(NOON, NOON.date(), True, (ServiceNow("PJ01", "PJ", "open", 4, (10, 20), 2),))


def test_a_centre_that_never_said_is_not_known(store: OfficeStore) -> None:
    assert LiveTable(store).newest(CENTRE) is None
    assert LiveTable(store).offered(CENTRE) is None


def test_only_the_newest_of_each_centre_is_kept(store: OfficeStore) -> None:
    table, later = LiveTable(store), msgspec.structs.replace(NOW, at=NOON + timedelta(minutes=1), open=False)
    assert table.put(CENTRE, STORE, NOW, NOON)
    assert table.put(CENTRE, STORE, later, NOON + timedelta(minutes=1))
    assert table.put("lima-norte", STORE, NOW, NOON)
    assert not table.put(CENTRE, STORE, NOW, NOON + timedelta(minutes=2))
    assert [(each.centre, each.live, each.received_at) for each in table.all()] == [
        ("lima-norte", NOW, NOON),
        (CENTRE, later, NOON + timedelta(minutes=1)),
    ]


def test_what_was_said_by_a_clock_that_ran_ahead_does_not_stay(store: OfficeStore) -> None:
    table = LiveTable(store)
    table.put(CENTRE, STORE, msgspec.structs.replace(NOW, at=NOON + timedelta(minutes=30)), NOON)
    assert table.put(CENTRE, STORE, NOW, NOON + timedelta(minutes=1))
    newest = table.newest(CENTRE)
    assert newest
    assert newest.live == NOW


def test_what_a_centre_offers_is_kept_without_names_of_people(store: OfficeStore, region_sur: Catalogue) -> None:
    table, offered = LiveTable(store), offered_of(region_sur, template=3)
    for _ in range(2):
        table.put_offered(CENTRE, offered, NOON)
    assert [(each.centre, each.offered) for each in table.all_offered()] == [(CENTRE, offered)]
    assert b"Quispe" not in msgspec.json.encode(offered)


@pytest.mark.anyio
async def test_a_centre_says_how_it_stands_and_what_it_offers(file: Path, region_sur: Catalogue) -> None:
    now = msgspec.structs.replace(NOW, at=NOON)
    async with running_office(file) as office, link_to(office.url) as link:
        await link.say(CENTRE, STORE, now)
        await link.say(CENTRE, STORE, offered_of(region_sur))
        newest = LiveTable(office.store).newest(CENTRE)
        offers = LiveTable(office.store).offered(CENTRE)
        assert newest
        assert newest.live == now
        assert offers
        assert offers.offered.fingerprint == region_sur.fingerprint


@pytest.mark.anyio
async def test_a_time_that_has_not_been_yet_is_not_taken(file: Path) -> None:
    async with running_office(file) as office, link_to(office.url) as link:
        with pytest.raises(OfficeAway, match="which has not been yet"):
            await link.say(CENTRE, STORE, msgspec.structs.replace(NOW, at=NOON.replace(year=2099)))


@pytest.mark.anyio
async def test_what_is_no_zstd_or_expands_without_end_is_refused(file: Path) -> None:
    async with running_office(file) as office, link_to(office.url) as link:
        for body in (b"no zstd", zstandard.ZstdCompressor().compress(bytes(9 * 1024 * 1024))):
            with pytest.raises(OfficeAway, match="what is packed"):
                await link._ask("POST", f"/v1/centres/{CENTRE}/{STORE}/live", Heard, body, {"content-encoding": "zstd"})
