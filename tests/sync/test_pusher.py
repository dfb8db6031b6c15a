"""Hub, sync and office over real sockets, with the office's file on disk, and a line between that fails as told."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.lan.messages import DeviceRole
from shared.lan.reconnect import pauses
from sync import pace
from sync.exchange import Batch, Cursor
from sync.office_link import OfficeLink
from sync.pace import FEW
from sync.pusher import Pusher
from sync.record import AttentionRecord
from tests.fakes.identities import identity
from tests.fakes.office import CENTRE_KEY, OFFICE_KEY, CarelessStore, link_to, running_office
from tests.fakes.office_line import Fault, OfficeLine

pytestmark = pytest.mark.anyio
WAITS = pytest.mark.logs("records wait at the hub")
HUB_AWAY = pytest.mark.logs("hub: ", "records wait at the hub")
Key = tuple[int, int, int]


def short() -> Iterator[float]:
    return pauses(Random(7), 0.001, 0.01)


@asynccontextmanager
async def pushing(hub, office_url: str, look_again: float = 0.2) -> AsyncIterator[asyncio.Task[None]]:
    async with link_to(office_url) as link:
        device = identity(DeviceRole.SYNC, "sync-1")
        pusher = Pusher(lambda: [hub.url], link, device, short, short, look_again=look_again)
        running = asyncio.create_task(pusher.run())
        try:
            yield running
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def cursor_at(store, hub, seq: int) -> None:
    """Wait until the office has everything up to an event."""
    async with asyncio.timeout(20):
        while store.cursor("region-sur", hub.incarnation).cursor < seq:
            await asyncio.sleep(0.005)


def stored(path: Path) -> Counter[Key]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT ticket, stop, seq FROM attention").fetchall()
    connection.close()
    return Counter(rows)


def wrong(found: Counter[Key], expected: list[AttentionRecord]) -> dict[str, list[Key]]:
    """What is lost and what is doubled; neither, when each record arrived exactly once."""
    wanted = {(record.ticket, record.stop, record.seq) for record in expected}
    lost = sorted(wanted - found.keys())
    doubled = sorted(key for key, times in found.items() if times > 1)
    strange = sorted(found.keys() - wanted)
    return {name: keys for name, keys in (("lost", lost), ("doubled", doubled), ("strange", strange)) if keys}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "office.sqlite"


async def test_what_ended_before_and_what_ends_later_both_arrive(morning, file: Path) -> None:
    morning.served(3)
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
        assert morning.hellos[0].role is DeviceRole.SYNC
        morning.ticket("BN02")
        morning.serve(morning.bank)
        await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}
    assert len(morning.records()) == 4


async def test_a_long_log_goes_in_batches_that_grow(morning, file: Path) -> None:
    morning.served(260)
    async with morning, running_office(file) as office, OfficeLine(office.port) as line, pushing(morning, line.url):
        await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}
    assert sum(request.startswith(b"POST") for request in line.requests) == 4


async def test_once_a_day_is_whole_at_the_office_both_ends_are_known_to_have_the_same(
    morning, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    morning.served(7)
    morning.ticket("PJ02")
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
        morning.order(c.CloseDay())
        await said(caplog, "both ends have the same 8 records")


@pytest.mark.logs("the office has not the same records")
async def test_a_record_that_is_missing_at_the_office_is_noticed_when_the_day_is_whole(
    morning, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    morning.served(7)
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
        with office.store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM attention WHERE seq = (SELECT max(seq) FROM attention)")
        morning.order(c.CloseDay())
        await said(caplog, "the office has not the same records: bn: 7 here, 6 at the office")


async def said(caplog: pytest.LogCaptureFixture, words: str) -> None:
    async with asyncio.timeout(10):
        while words not in caplog.text:
            await asyncio.sleep(0.005)


async def test_a_closed_day_moves_the_cursor_even_without_a_record(morning, file: Path) -> None:
    morning.order(c.CloseDay())
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
    assert stored(file) == Counter()


@WAITS
async def test_while_the_office_is_away_records_wait_at_the_hub(morning, file: Path) -> None:
    morning.served(5)
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
        await office.stop()
        morning.served(5)
        await office.start()
        await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}


@HUB_AWAY
async def test_sync_comes_back_by_itself_when_the_hub_starts_again(morning, file: Path) -> None:
    morning.served(5)
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
        await morning.stop()
        morning.served(5)
        await morning.start()
        await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}


async def test_a_new_sync_goes_on_in_the_middle_of_a_day_from_the_offices_cursor(morning, file: Path) -> None:
    morning.ticket("PJ01", pay_first=True)
    morning.serve(morning.bank)
    async with morning, running_office(file) as office:
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        paid = morning.last
        morning.serve(morning.court)
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
    assert [read.after for read in morning.reads if read.whole_day] == [0, 0, paid]  # ahead of the office's word
    assert wrong(stored(file), morning.records()) == {}


async def test_a_new_sync_reads_the_whole_of_a_long_day_before_it_goes_on(morning, file: Path) -> None:
    held = morning.ticket()
    morning.order(c.CallNext(morning.court))
    morning.order(c.StartAttention(morning.court))
    morning.order(c.HoldTicket(morning.court, "copies"))
    morning.served(300)
    morning.order(c.ResumeTicket(morning.court, held))
    async with morning, running_office(file) as office:
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.records()[-1].seq)
        morning.order(c.StartAttention(morning.court))
        morning.order(c.FinishAttention(morning.court))
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}


async def test_a_page_of_the_log_that_ends_before_the_cursor_is_gone_on_from(morning, file: Path) -> None:
    morning.served(130)  # more than a page
    morning.ticket()
    morning.order(c.CallNext(morning.court))
    morning.order(c.StartAttention(morning.court))
    morning.served(5)
    async with morning, running_office(file) as office:
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        morning.order(c.FinishAttention(morning.court))
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}


LINES = {
    "answers lost after the commit": [Fault.NONE, Fault.LOST, Fault.LOST, Fault.NONE, Fault.LOST],
    "requests cut in the middle": [Fault.CUT, Fault.NONE, Fault.CUT, Fault.CUT, Fault.NONE],
    "a portal that answers 200": [Fault.PORTAL, Fault.NONE, Fault.PORTAL, Fault.ALIEN, Fault.WORDY],
    "an office that stumbles": [Fault.BROKEN, Fault.NONE, Fault.BROKEN, Fault.LOST, Fault.BROKEN],
}


@WAITS
@pytest.mark.parametrize("faults", LINES.values(), ids=LINES.keys())
async def test_over_a_bad_line_each_record_arrives_exactly_once(morning, file: Path, faults: list[Fault]) -> None:
    morning.served(350)
    async with morning, running_office(file) as office, OfficeLine(office.port) as line:
        line.faults.extend(faults)
        async with pushing(morning, line.url):
            await cursor_at(office.store, morning, morning.last)
        assert not line.faults
    assert wrong(stored(file), morning.records()) == {}


@WAITS
async def test_over_a_line_that_fails_at_random_each_record_arrives_exactly_once(morning, file: Path) -> None:
    chance = Random(1821)
    faults = [fault for fault in Fault if fault is not Fault.WORDY]
    async with morning, running_office(file) as office, OfficeLine(office.port) as line:
        line.faults.extend(chance.choice(faults) for _ in range(60))
        async with pushing(morning, line.url):
            for _ in range(8):
                morning.served(chance.randint(1, 60))
                await cursor_at(office.store, morning, morning.last)
    assert Counter(line.used)[Fault.LOST] > 3
    assert wrong(stored(file), morning.records()) == {}


@WAITS
async def test_an_office_without_cursor_and_key_is_caught_doubling(morning, file: Path) -> None:
    """The control: the check above does see what a lost answer does where nobody looks at the cursor."""
    morning.served(150)
    async with morning, running_office(file, kind=CarelessStore) as office, OfficeLine(office.port) as line:
        line.faults.extend([Fault.NONE, *[Fault.LOST] * FEW])
        careless = office.store
        assert isinstance(careless, CarelessStore)
        async with pushing(morning, line.url), asyncio.timeout(20):
            while len(careless.records) < 200:
                await asyncio.sleep(0.005)
    found = Counter((record.ticket, record.stop, record.seq) for record in careless.records)
    assert len(wrong(found, morning.records())["doubled"]) >= 50


@pytest.mark.logs("records wait at the hub", "the office resumes at event")
async def test_an_office_restored_from_a_copy_is_sent_again_what_it_lacks(morning, file: Path) -> None:
    morning.served(120)
    async with morning, running_office(file) as office, pushing(morning, office.url):
        await cursor_at(office.store, morning, morning.last)
        await office.stop()
        copy = file.read_bytes()
        await office.start()
        morning.served(120)
        await cursor_at(office.store, morning, morning.last)
        await office.stop()
        restore(file, copy)
        await office.start()
        await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}


@pytest.mark.logs("the office resumes at event")
async def test_an_office_that_went_back_is_noticed_by_the_next_answer(morning, file: Path) -> None:
    """Not only when there is nothing more to send: a day's push would be stored early, batch after batch."""
    morning.served(120)
    async with morning, running_office(file) as office, pushing(morning, office.url, look_again=300):
        await cursor_at(office.store, morning, morning.last)
        with office.store.writing() as connection:
            connection.exec_driver_sql("UPDATE log_store SET cursor = 0, chain = ''")
            connection.exec_driver_sql("DELETE FROM attention")
        morning.served(1)
        await cursor_at(office.store, morning, morning.last)
    assert wrong(stored(file), morning.records()) == {}


class Overtaken(OfficeLink):
    """The answer to the second piece comes after those to the next ones. `asked`: how often for the cursor."""

    pushed = asked = 0

    async def cursor(self, centre: str, incarnation: str) -> Cursor:
        self.asked += 1
        return await super().cursor(centre, incarnation)

    async def push(self, centre: str, incarnation: str, batch: Batch) -> Cursor:
        self.pushed += 1
        second = self.pushed == 2
        kept = await super().push(centre, incarnation, batch)
        while second and self.pushed < 7:
            await asyncio.sleep(0.001)
        return kept


async def test_an_answer_that_was_overtaken_holds_nothing_up(morning, file: Path, monkeypatch) -> None:
    monkeypatch.setattr(pace, "FIRST", 10)
    monkeypatch.setattr(pace, "LARGEST", 10)
    morning.served(100)
    async with morning, running_office(file) as office, Overtaken(office.url, CENTRE_KEY, OFFICE_KEY.public) as link:
        pusher = Pusher(lambda: [morning.url], link, identity(DeviceRole.SYNC, "sync-1"), short, short, look_again=300)
        running = asyncio.create_task(pusher.run())
        await cursor_at(office.store, morning, morning.last)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert (link.asked, link.pushed) == (1, 10)
    assert wrong(stored(file), morning.records()) == {}


class Stuck(OfficeLink):
    """The second piece does not come through, however long one waits, until it is sent once more."""

    def __init__(self, url: str) -> None:
        super().__init__(url, CENTRE_KEY, OFFICE_KEY.public)
        self.pushed: list[Batch] = []

    async def push(self, centre: str, incarnation: str, batch: Batch) -> Cursor:
        self.pushed.append(batch)
        while self.pushed.index(batch) == 1 and self.pushed.count(batch) == 1:
            await asyncio.sleep(0.001)
        return await super().push(centre, incarnation, batch)


async def test_on_a_slow_line_a_piece_that_later_ones_overtook_is_sent_once_more_at_the_end(
    morning, file: Path, monkeypatch
) -> None:
    monkeypatch.setattr(pace, "FIRST", 10)
    monkeypatch.setattr(pace, "QUICK", 0)
    morning.served(50)
    async with morning, running_office(file) as office, Stuck(office.url) as link:
        pusher = Pusher(lambda: [morning.url], link, identity(DeviceRole.SYNC, "sync-1"), short, short, look_again=300)
        running = asyncio.create_task(pusher.run())
        await cursor_at(office.store, morning, morning.records()[-1].seq)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert link.pushed.count(link.pushed[1]) == 2
    assert wrong(stored(file), morning.records()) == {}


@pytest.mark.logs("was restored", "the office resumes at event", "hub: ")
async def test_a_restored_centre_goes_on_and_nothing_is_doubled_or_overwritten(morning, file: Path) -> None:
    morning.served(60)
    kept, point = morning.records(), morning.last
    morning.served(5)
    lost = morning.records()[60:]
    async with running_office(file) as office:
        async with morning, pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        morning.restore(point, "1111111111111111")
        morning.served(7)
        async with morning, pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        assert wrong(stored(file), morning.records()) == {}
        assert morning.records()[:60] == kept
        assert office.store.beyond("region-sur") == lost
        assert [(each.incarnation, each.records) for each in office.store.centres()] == [
            ("0123456789abcdef", 60),
            ("1111111111111111", 7),
        ]


@pytest.mark.logs("was restored")
async def test_a_restored_centre_whose_office_is_behind_sends_what_is_missing(morning, file: Path) -> None:
    morning.served(60)
    async with running_office(file) as office:
        async with morning, pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        morning.served(30)
        morning.restore(morning.last, "1111111111111111")
        morning.served(7)
        async with morning, pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        assert wrong(stored(file), morning.records()) == {}
        assert [each.incarnation for each in morning.records()].count("1111111111111111") == 7


@pytest.mark.logs("was restored")
async def test_both_ends_have_the_same_of_a_day_in_which_the_centre_was_restored(
    morning, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    morning.served(4)
    async with running_office(file) as office:
        async with morning, pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        morning.restore(morning.last, "1111111111111111")
        morning.served(3)
        morning.order(c.CloseDay())
        async with morning, pushing(morning, office.url):
            await said(caplog, "both ends have the same 7 records")


def restore(file: Path, copy: bytes) -> None:
    for path in file.parent.iterdir():
        path.unlink()
    file.write_bytes(copy)


async def test_a_catalogue_changed_while_the_office_was_away_does_not_change_the_days_before(
    morning, file: Path, region_sur: Catalogue
) -> None:
    morning.served(2)
    queues = tuple(msgspec.structs.replace(q, entity="reniec") if q.prefix == "BN" else q for q in region_sur.queues)
    async with morning, running_office(file) as office:
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        morning.next_day()
        morning.served(2)
        morning.order(c.CloseDay())
        morning.order(c.ChangeCatalogue(msgspec.structs.replace(region_sur, queues=queues)))
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last - 1)
    with sqlite3.connect(file) as connection:
        entities = connection.execute("SELECT DISTINCT entity FROM attention").fetchall()
    connection.close()
    assert entities == [("bn",)]


@pytest.mark.logs("the hub only up to")
async def test_a_store_that_went_back_in_time_is_not_pushed(
    morning, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    morning.served(5)
    async with morning, running_office(file) as office:
        async with pushing(morning, office.url):
            await cursor_at(office.store, morning, morning.last)
        del morning.log[-4:]
        async with pushing(morning, office.url), asyncio.timeout(10):
            while "the hub only up to" not in caplog.text:
                await asyncio.sleep(0.005)


@WAITS
async def test_trouble_is_told_once_and_not_at_every_try(morning, file: Path, caplog: pytest.LogCaptureFixture) -> None:
    morning.served(1)
    async with morning, running_office(file) as office, OfficeLine(office.port) as line:
        line.faults.extend([Fault.PORTAL] * 20)
        async with pushing(morning, line.url):
            await cursor_at(office.store, morning, morning.last)
    assert caplog.text.count("records wait at the hub") == 1
