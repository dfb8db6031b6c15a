"""Office, hub and sync as processes: what the office says reaches the citizen, weeks without a line the office."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from installers.demo.programs import Program, Programs, free_port, wait_for_port
from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.ui import theme, tokens
from sync.office.store import OfficeStore
from sync.office.store.rows import record_of
from sync.office.store.tables import attention, beyond, quarantine
from sync.progress import read_status
from sync.record import AttentionRecord
from sync.status import lines
from tests.conftest import CENTRES, ROOT
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import identity
from tests.fakes.office import sqlite_url
from tests.fakes.weeks import live, records_of
from tests.trips.test_kiosk_and_hub import Kiosk

CENTRE = "region-sur"
FIRST_DAY = "2025-09-01T08:31"  # a Monday that is over: the office puts aside what has not been yet
WITHOUT_LINE = datetime(2025, 9, 2, 13, 31, tzinfo=UTC)  # 08:31 in Lima
DAYS, TICKETS = 13, 8
WITHIN = 30.0  # seconds
NOTICE = '[[notice]]\nid = "feriado"\ntext.es = "El martes 8 no hay atención."\n'


def until(what: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    end = time.monotonic() + WITHIN
    while not what():
        assert time.monotonic() < end, otherwise()
        time.sleep(0.02)


class Country:
    """An office and a centre of it, each program a process of its own."""

    def __init__(self, folder: Path, programs: Programs) -> None:
        self.folder, self._programs = folder, programs
        self.hub = HubProcess(folder)
        self.hub.clock = FIRST_DAY
        self.database = folder / "office.sqlite"
        self.enrolment, self.media = folder / "enrolment", folder / "media"
        self.sync: Program | None = None
        self._port = free_port()
        self._identity = identity(DeviceRole.SYNC, "sync-1").folder

    def office(self, *words: object) -> str:
        return self._programs.done("office", "office", "--database", sqlite_url(self.database), *words)

    def sync_done(self, *words: object) -> str:
        return self._programs.done("sync", "sync", *words, "--enrolment", self.enrolment)

    def start_office(self, clock: str = "") -> Program:
        key = ("--key", self.folder / "office.key")
        where = ("--database", sqlite_url(self.database), *key, "--port", self._port)
        office = self._programs.start("office", "office", *where, *(("--clock", clock) if clock else ()))
        wait_for_port(self._port, office)
        return office

    def enrol(self) -> None:
        centre = ("--centre", CENTRES / "region-sur.toml", "--office", f"http://127.0.0.1:{self._port}")
        self.sync_done("enrol", *centre, "--code", self.office("enrol", CENTRE))

    def start_sync(self) -> None:
        if self.sync:
            self.sync.kill()
        here = ("--identity", self._identity, "--enrolment", self.enrolment, "--media", self.media)
        self.sync = self._programs.start("sync", "sync", "--hub", self.hub.url, *here)

    def export(self, file: Path) -> str:
        return self.sync_done("export", file, "--hub", self.hub.url, "--identity", self._identity)

    def status(self) -> str:
        """What `suyana sync status` says, without a process each time one looks."""
        found = read_status(self.enrolment)
        return "\n".join(lines(found, datetime.now(UTC))) if found else ""

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")

    def kept(self) -> int:
        """How many records the office has now, read beside it."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM attention").fetchone()[0])

    def arrived(self, count: int) -> None:
        """Wait until the office has so many records."""
        until(lambda: self.kept() >= count, lambda: f"{self.kept()} of {count}: {self.log('sync')[-800:]}")

    def records(self) -> list[AttentionRecord]:
        """All that the office has, once it has ended; and that nothing was put aside or came from another store."""
        with OfficeStore(sqlite_url(self.database)) as store, store.reading() as connection:
            rows = connection.execute(attention.select().order_by(attention.c.seq)).mappings()
            found = [record_of(row) for row in rows]
            aside = [connection.execute(table.select()).all() for table in (quarantine, beyond)]
            assert (aside, len(store.centres())) == ([[], []], 1)
        return found


@pytest.fixture
def country(tmp_path: Path) -> Iterator[Country]:
    with Programs(tmp_path, {"PYTHONPATH": str(ROOT)}) as programs:
        country = Country(tmp_path, programs)
        yield country
        country.hub.end()


@pytest.mark.logs("hub lost")
def test_an_appointment_of_the_office_gives_a_number_at_the_kiosk(
    country: Country, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    slots, notices = tmp_path / "slots.csv", tmp_path / "notices"
    slots.write_text("code,service,slot\n48213377,MT02,2025-09-01 08:45\n")
    notices.mkdir()
    (notices / "schedule.toml").write_text(NOTICE, encoding="utf-8")
    assert "1 appointments of centre region-sur" in country.office("appointments", CENTRE, slots)
    country.office("notices", notices)
    country.office("software", "9.9.9")
    country.hub.start()
    country.start_office(FIRST_DAY)
    country.enrol()
    country.start_sync()
    until(lambda: "appointments of the office" in country.log("sync"), lambda: country.log("sync"))
    theme.apply(qapp)
    tokens.motion = 0.0
    kiosk = Kiosk(country.hub, qtbot, tmp_path / "paper")
    kiosk.until("home")
    kiosk.tap("appointment", *(f"key-{digit}" for digit in "48213377"), "code-done", "preferential-no")
    kiosk.until("ticket")
    ticket = kiosk.ticket()
    kiosk.end()
    tokens.motion = 1.0
    assert (ticket.number, ticket.service) == ("MT 001", "Registro de datos biométricos")
    assert ticket.slot
    assert ticket.slot.strftime("%H:%M") == "08:45"
    plan = country.media / "office" / "schedule.toml"
    until(plan.exists, lambda: country.log("sync"))
    assert plan.read_text(encoding="utf-8") == NOTICE
    until(lambda: "the office wants 9.9.9" in country.status(), country.status)
    assert "the office wants 9.9.9" in country.sync_done("status")


@pytest.fixture
def apart(country: Country, region_sur: Catalogue) -> list[AttentionRecord]:
    """A day with a line, then weeks without one. What the office should have in the end."""
    asyncio.run(live(country.hub.store, region_sur, datetime(2025, 9, 1, 13, 31, tzinfo=UTC), 1, TICKETS))
    country.hub.start()
    office = country.start_office()
    country.enrol()
    country.start_sync()
    country.arrived(TICKETS)
    country.hub.kill()
    office.kill()
    asyncio.run(live(country.hub.store, region_sur, WITHOUT_LINE, DAYS, TICKETS))
    country.hub.start()
    expected = records_of(country.hub.store, region_sur, country.folder / "log")
    assert len({record.day for record in expected}) == DAYS + 1
    assert max(record.revision for record in expected) > 0
    return expected


def waiting(country: Country) -> int:
    """What sync tells whoever asks: revisions that others follow are counted too."""
    said = r"waiting: (\d+) records; the oldest since 2025-09-02"
    until(lambda: bool(re.search(said, country.status())), country.status)
    found = re.search(said, country.status())
    return int(found[1]) if found else 0


@pytest.mark.timeout(180)
def test_weeks_without_a_line_reach_the_office_once_whichever_way_comes_first(
    country: Country, apart: list[AttentionRecord]
) -> None:
    carried = waiting(country)
    assert carried > len(apart) - TICKETS
    parcel, before = country.folder / "region-sur.parcel", country.folder / "before.sqlite"
    assert f"{carried} records of the events" in country.export(parcel)
    with closing(sqlite3.connect(country.database)) as kept:
        kept.execute("VACUUM INTO ?", (str(before),))
    assert ", 0 put aside" in country.office("import", parcel)
    assert country.kept() == len(apart)
    the_line_is_back(country, apart)

    country.database = before
    the_line_is_back(country, apart)
    assert f"{carried} records, 0 of them new, 0 put aside" in country.office("import", parcel)
    assert country.records() == sorted(apart, key=lambda record: record.seq)


def the_line_is_back(country: Country, apart: list[AttentionRecord]) -> None:
    """Until all is there and both ends know it; then the office ends."""
    office = country.start_office()
    country.start_sync()  # begun anew it does not wait out its pause, which is minutes by now
    country.arrived(len(apart))
    last = max(record.day for record in apart if record.day < apart[-1].day)
    until(lambda: f"proved of each day until {last}" in country.status(), lambda: country.log("sync")[-1500:])
    assert "not the same" not in country.log("sync")
    office.stop()
    assert country.records() == sorted(apart, key=lambda record: record.seq)
