"""What the office says comes down to the real hub and the media folder, through cuts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import repeat
from pathlib import Path

import httpx
import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.events import Appointment
from shared.domain.template import ServiceTemplate, Template
from shared.lan.client import HubClient
from shared.lan.messages import DeviceRole
from shared.lan.views import FromOfficeView, OfficeLineView
from sync.down import Kind, NoticeFile, Notices, Software, digest_of
from sync.from_office import FromOffice
from sync.live import EndedToday
from sync.media_folder import MediaFolder, TooLarge
from sync.office.store.appointments import AppointmentTable
from sync.office.store.editions import ALL, Editions
from sync.office.store.live import LiveTable
from sync.office_link import OfficeAway, OfficeLink
from sync.progress import Progress, read_status
from sync.pusher import Pusher
from sync.telling import Telling
from tests.fakes.identities import connected, identity
from tests.fakes.office import RunningOffice, link_to, running_office
from tests.fakes.records import NOON
from tests.fakes.running_hub import FIRST_MOMENT, RunningHub, begun, hello

pytestmark = pytest.mark.anyio
CENTRE = "region-sur"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 800
PLAN = '[[notice]]\nid = "uno"\nfile = "uno.png"\n'


class Down:
    """A running hub and office, sync's line to both, and what brings things down."""

    def __init__(
        self, running: RunningHub, client: HubClient, office: RunningOffice, link: OfficeLink, at: Path
    ) -> None:
        self.running, self.client, self.office, self.link = running, client, office, link
        self.progress, self.media = Progress("0.1.0"), MediaFolder(at / "media")
        self.bringing = FromOffice(link, at / "down", self.media, self.progress, say=0.05)
        self.editions = Editions(office.store)

    async def look(self) -> None:
        await self.bringing.look(self.client)

    def say(self, body: msgspec.Struct, kind: Kind = Kind.CATALOGUE, centre: str = ALL) -> None:
        self.editions.put(kind, centre, msgspec.json.encode(body), None, NOON)

    def send_picture(self, body: bytes = PICTURE) -> NoticeFile:
        file = NoticeFile("uno.png", self.editions.put_media(body), len(body))
        self.say(Notices(PLAN, (file,)), Kind.NOTICES)
        return file


@asynccontextmanager
async def beginning(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Down]:
    async with (
        begun(tmp_path / "centre.sqlite", catalogue) as running,
        connected([running.url], hello(DeviceRole.SYNC)) as client,
        running_office(tmp_path / "office.sqlite") as office,
        link_to(office.url) as link,
    ):
        yield Down(running, client, office, link, tmp_path)


@pytest.fixture
async def down(tmp_path: Path, region_sur: Catalogue) -> AsyncIterator[Down]:
    async with beginning(tmp_path, region_sur) as down:
        yield down


def appointments(count: int, service: str = "PJ01", hours: int = 3) -> list[Appointment]:
    slot = FIRST_MOMENT.replace(year=2099) + timedelta(hours=hours)
    return [Appointment(f"C{number:04}", service, (slot,)) for number in range(count)]


async def test_appointments_come_down_once_and_then_only_what_changed(down: Down) -> None:
    table, known = AppointmentTable(down.office.store), down.running.hub.committed.centre
    table.put(CENTRE, appointments(700), NOON)
    table.put("lima-norte", appointments(1), NOON)
    await down.look()
    assert (len(known.appointments), known.appointments_change) == (700, 700)
    events = down.running.hub.seq
    await down.look()
    assert down.running.hub.seq == events
    table.put(CENTRE, appointments(2, hours=5), NOON)
    table.put(CENTRE, [Appointment("C0009", "PJ01", ())], NOON, instead=True)
    await down.look()
    assert known.appointments_change == 703
    assert [len(known.appointments[code].slots) for code in ("C0000", "C0001", "C0002", "C0009")] == [2, 2, 1, 0]


@pytest.mark.logs("which this centre does not have")
async def test_an_appointment_for_a_service_that_is_not_there_keeps_no_other_from_coming(down: Down) -> None:
    table = AppointmentTable(down.office.store)
    table.put(CENTRE, [Appointment("X0001", "ZZ99", appointments(1)[0].slots), *appointments(1)], NOON)
    await down.look()
    assert list(down.running.hub.committed.centre.appointments) == ["C0000"]
    assert down.running.hub.committed.centre.appointments_change == 2


async def test_an_office_restored_from_an_older_copy_is_followed_back(down: Down) -> None:
    await down.running.hub.order(c.LoadAppointments((), change=500))
    AppointmentTable(down.office.store).put(CENTRE, appointments(3), NOON)
    await down.look()
    assert down.running.hub.committed.centre.appointments_change == 3


async def test_the_catalogue_comes_down_and_a_centre_s_own_goes_before_that_of_all(down: Down) -> None:
    down.say(Template(services=(ServiceTemplate("PJ01", fee_cents=111),)))
    down.say(Template(services=(ServiceTemplate("PJ01", fee_cents=222),)), centre=CENTRE)
    down.say(Template(services=(ServiceTemplate("PJ01", fee_cents=333),)))
    down.say(Template(services=(ServiceTemplate("PJ01", fee_cents=444),)), centre="lima-norte")
    await down.look()
    await down.running.hub.order(c.CloseDay())
    await down.running.hub.tick()
    assert down.running.hub.committed.centre.catalogue.service["PJ01"].fee_cents == 222
    assert down.running.hub.committed.centre.templates.version == 2
    events = down.running.hub.seq
    down.editions.put(Kind.SOFTWARE, ALL, msgspec.json.encode(Software("0.2.0")), None, NOON)
    await down.look()
    assert (down.running.hub.seq, down.progress.wanted) == (events, "0.2.0")
    assert down.editions.withdraw(Kind.CATALOGUE, CENTRE)
    await down.look()
    waiting = down.running.hub.committed.centre.templates.waiting
    assert waiting
    assert waiting.version == 3


async def test_notices_are_put_in_place_whole_and_taken_away(down: Down) -> None:
    file = down.send_picture()
    await down.look()
    place = down.media.place(file)
    assert place.read_bytes() == PICTURE
    plan = down.media.folder / "schedule.toml"
    assert f'file = "{place.name}"' in plan.read_text()
    assert (down.progress.notices, down.media.edition is not None) == (1, True)
    assert down.editions.withdraw(Kind.NOTICES, ALL)
    await down.look()
    assert (plan.exists(), place.exists(), down.progress.notices) == (False, True, 0)


async def test_a_download_that_was_cut_goes_on_from_where_it_stopped(down: Down, tmp_path: Path) -> None:
    digest, cut = down.editions.put_media(PICTURE), 70_001
    (tmp_path / "got.part").write_bytes(PICTURE[:cut])
    asked: list[str] = []

    async def note(request: httpx.Request) -> None:
        asked.append(request.headers.get("range", ""))

    down.link._client.event_hooks = {"request": [note]}
    await down.link.fetch(CENTRE, "media", digest, len(PICTURE), tmp_path / "got")
    assert (tmp_path / "got").read_bytes() == PICTURE
    assert asked == [f"bytes={cut}-"]


async def test_what_is_not_what_the_office_signed_is_never_put_in_place(down: Down, tmp_path: Path) -> None:
    digest = down.editions.put_media(PICTURE)
    (tmp_path / "got.part").write_bytes(b"x" * 1000)
    with pytest.raises(OfficeAway, match="is not what the office signed"):
        await down.link.fetch(CENTRE, "media", digest, len(PICTURE), tmp_path / "got")
    assert not (tmp_path / "got").exists()
    await down.link.fetch(CENTRE, "media", digest, len(PICTURE), tmp_path / "got")
    assert (tmp_path / "got").read_bytes() == PICTURE
    with pytest.raises(OfficeAway, match="did not send"):
        await down.link.fetch(CENTRE, "media", digest_of(b"other"), 5, tmp_path / "other")


async def test_nothing_is_asked_twice_that_did_not_change(down: Down) -> None:
    found = await down.link.down(CENTRE)
    assert found
    assert await down.link.down(CENTRE, found[1]) is None
    down.say(Software("0.2.0"), Kind.SOFTWARE)
    again = await down.link.down(CENTRE, found[1])
    assert again
    assert [each.kind for each in again[0].editions] == [Kind.SOFTWARE]


@pytest.mark.logs("catalogue 1 is not signed by the office")
async def test_an_edition_that_the_office_did_not_sign_is_left(down: Down, monkeypatch: pytest.MonkeyPatch) -> None:
    down.say(Template(services=(ServiceTemplate("PJ01", fee_cents=111),)))
    monkeypatch.setattr("sync.down.Edition.signed", lambda edition, *_: edition)
    await down.look()
    assert down.running.hub.committed.centre.templates.waiting is None


def test_a_folder_that_would_grow_too_large_is_not_begun(tmp_path: Path) -> None:
    files = [NoticeFile(f"f{number}.mp4", "ab" * 32, 40 * 1024 * 1024) for number in range(6)]
    with pytest.raises(TooLarge, match="more than 200 MB"):
        MediaFolder(tmp_path).missing(files)


def quick() -> Iterator[float]:
    return repeat(0.01)


async def test_beside_the_records_the_centre_says_how_it_stands_and_the_supervisor_sees_the_line(
    down: Down, tmp_path: Path
) -> None:
    down.say(Template(services=(ServiceTemplate("PJ01", fee_cents=111),)))
    telling = Telling(down.progress, tmp_path, down.office.url, every=0.01)
    pusher = Pusher(
        lambda: [down.running.url],
        down.link,
        identity(DeviceRole.SYNC, "sync-1"),
        quick,
        quick,
        progress=down.progress,
        beside=(telling.run, down.bringing.looking, down.bringing.saying),
        standing=down.bringing.standing,
    )
    async with connected([down.running.url], hello(DeviceRole.CONSOLE)) as console:
        syncing = asyncio.create_task(pusher.run())
        try:
            await console.until(
                lambda mirror: (
                    getattr(mirror.views.get("office_line"), "state", "") == "online"
                    and mirror.views["office_line"].waiting == 0
                )  # type: ignore[union-attr]
            )
            await down.client.until(lambda mirror: getattr(mirror.views["from_office"], "waits", 0) == 1)
            line = console.mirror.get("office_line", OfficeLineView)
            assert line
            assert (line.running, line.parked_count) == ("0.1.0", 0)
            table = LiveTable(down.office.store)
            async with asyncio.timeout(20):
                while not (table.offered(CENTRE) and table.newest(CENTRE)):
                    await asyncio.sleep(0.005)
            newest, offered = table.newest(CENTRE), table.offered(CENTRE)
            assert newest
            assert newest.live.day == FIRST_MOMENT.date()
            assert newest.live.today == EndedToday(0, 0, 0)
            assert {service.state for service in newest.live.services} == {"open"}
            assert offered
            status = read_status(tmp_path)
            assert status
            assert (status.centre, status.line.state) == (CENTRE, "online")
        finally:
            syncing.cancel()
            await asyncio.gather(syncing, return_exceptions=True)
    assert down.client.mirror.get("from_office", FromOfficeView)
