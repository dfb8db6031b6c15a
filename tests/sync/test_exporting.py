"""What is carried on a stick: all that the office has not got, in any order with the line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from shared.domain.commands import PutAside, TellOfficeLine
from shared.lan.client import HubClient, connected
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from sync.command import sync
from sync.exporting import Exported, exported
from sync.office.command import office as office_command
from sync.office.taking_parcels import take_parcel
from sync.progress import Progress, Status, write_status
from sync.status import lines
from tests.fakes.identities import identity
from tests.fakes.office import CENTRE_KEY, RunningOffice, running_office, sqlite_url
from tests.sync.conftest import Morning

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
HELLO = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, "sync-1")


def known_at(incarnation: str, cursor: int, chain: str = "", **line: object) -> Status:
    told = msgspec.structs.replace(Progress("0.1.0").told, **line)
    return Status(NOW, 1, "region-sur", "https://office.example", told, 0, 0, 0, incarnation, cursor, chain)


async def export(morning: Morning, file: Path, known: Status | None = None) -> Exported:
    told: list[float] = []
    async with connected([morning.url], HELLO, identity(DeviceRole.SYNC, "sync-1")) as hub:
        assert isinstance(hub, HubClient)
        done = await exported(hub, CENTRE_KEY, file, known, told.append)
    assert told == sorted(told)
    assert told[-1] <= 1
    return done


def records(office: RunningOffice) -> int:
    return sum(each.records for each in office.store.centres())


@pytest.mark.anyio
async def test_all_that_the_office_has_not_got_is_carried_and_taken_once(morning: Morning, tmp_path: Path) -> None:
    morning.served(30)
    file = tmp_path / "region-sur.parcel"
    async with morning, running_office(tmp_path / "office.sqlite") as office:
        first = await export(morning, file)
        assert first.records == len(morning.records())
        delivered = take_parcel(office.store, file, NOW)
        assert (delivered.stored, delivered.refused) == (30, [])
        assert take_parcel(office.store, file, NOW).stored == 0
        kept = office.store.cursor("region-sur", morning.incarnation)
        morning.served(5)
        later = await export(morning, file, known_at(morning.incarnation, kept.cursor, kept.chain))
        assert (later.since, later.records) == (kept.cursor, 5)
        assert take_parcel(office.store, file, NOW).stored == 5
        again = await export(morning, file)
        assert again.records == 35
        assert take_parcel(office.store, file, NOW).stored == 0
        assert records(office) == 35


@pytest.mark.anyio
async def test_a_hint_of_another_store_is_not_followed(morning: Morning, tmp_path: Path) -> None:
    morning.served(3)
    async with morning:
        done = await export(morning, tmp_path / "p", known_at("another", 7))
    assert (done.since, done.records) == (0, 3)


def test_import_says_what_was_taken_and_what_was_not(tmp_path: Path) -> None:
    other, database = tmp_path / "letter.txt", sqlite_url(tmp_path / "office.sqlite")
    other.write_text("Dear office, we have no line.")
    told = CliRunner().invoke(office_command, ["--database", database, "import", str(other)], standalone_mode=False)
    assert (told.return_value, "letter.txt" in told.output) == (1, True)


def test_status_says_that_sync_has_never_run(tmp_path: Path) -> None:
    told = CliRunner().invoke(sync, ["status", "--enrolment", str(tmp_path)], standalone_mode=False)
    assert (told.return_value, "has not run here yet" in told.output) == (1, True)


def test_status_tells_all_of_it(tmp_path: Path) -> None:
    status = known_at(
        "0123",
        120,
        state="offline",
        waiting=12,
        more=True,
        oldest=NOW,
        speed=4100,
        parked=(PutAside(97, "31", "2026-11-23", "its promise ends before it begins"),),
        parked_count=1,
        notices=2,
        wanted="0.2.0",
        proved=date(2026, 11, 20),
        unlike=date(2026, 11, 21),
        problem="the office does not answer",
    )
    status = msgspec.structs.replace(status, template=3, template_waits=4, appointments=5321)
    told = "\n".join(lines(status, NOW))
    for part in (
        "centre region-sur, office https://office.example",
        "line: offline, 4.1 kB/s",
        "the office does not answer",
        "waiting: 12 records and more, not counted yet; the oldest since",
        "put aside by the office: 1 record",
        "event 97, ticket 31 of 2026-11-23: its promise ends before it begins",
        "catalogue 3 (4 waits for an opening), appointments up to change 5321, notices 2",
        "both ends have the same: proved of each day until 2026-11-20; NOT of 2026-11-21: see the log of sync",
        "program: 0.1.0; the office wants 0.2.0",
    ):
        assert part in told
    assert "sync does not run here" not in told
    assert "sync does not run here" in "\n".join(lines(status, NOW + timedelta(minutes=5)))
    write_status(tmp_path, msgspec.structs.replace(status, written_at=datetime.now(UTC)))
    shown = CliRunner().invoke(sync, ["status", "--enrolment", str(tmp_path)], standalone_mode=False)
    assert (shown.return_value, "waiting: 12 records" in shown.output) == (0, True)


def test_what_was_put_aside_is_known_until_the_office_says_again() -> None:
    before = known_at("0123", 120, parked=(PutAside(97, "31", "2026-11-23", "why"),), parked_count=1)
    progress = Progress()
    progress.remembers(before)
    assert isinstance(progress.told, TellOfficeLine)
    assert (progress.told.parked_count, progress.told.parked[0].reason) == (1, "why")


def test_the_speed_is_that_of_the_time_in_which_something_was_on_its_way() -> None:
    progress = Progress()
    for begun, ended, sent in ((0.0, 1.0, 1000), (100.0, 102.0, 3000), (101.0, 103.0, 5000)):
        progress.pushed(begun, ended, sent)
    assert progress.speed == round(4000 / 3)
