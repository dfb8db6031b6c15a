"""A report on an incident from a copy: what, how many, who, since when; and no number of anybody."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from installers.privacy.incident import report
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.personal import AskedFor, Asking, DocumentKind, Personal, PersonDocument
from shared.domain.roles import DeviceRole
from shared.store.copies import copies_of
from shared.store.history import History
from shared.store.people import PeopleTables, SignInRecord
from tests.fakes.running_hub import begun

NUMBER = "00471183"
DAY = date(2026, 11, 23)


@pytest.fixture
def centre(region_sur: Catalogue) -> Catalogue:
    told = Personal("PCM, Jr. Carabaya s/n, Lima", "RNPDP-PJP N.º 1234", "Orientación", "2026-11")
    return replace(region_sur, document=AskedFor(Asking.OPTIONAL, "Para ubicar su expediente"), personal=told)


@pytest.fixture
def store(tmp_path: Path, centre: Catalogue) -> Path:
    """A day with one number given and looked at, a failed sign-in and a device that was revoked."""
    path = tmp_path / "c.sqlite"
    document = PersonDocument(DocumentKind.DNI, NUMBER, "2026-11")

    async def live() -> None:
        async with begun(path, centre) as running:
            tables = PeopleTables(running.hub.keeper._store)
            tried = SignInRecord(running.clock.now(), "a020", "counter-20", "locked")
            await asyncio.wrap_future(running.hub.in_store(lambda _log: tables.record(tried)))
            orders = (
                c.IssueTicket("PJ02", document=document),
                c.OpenCounter(20, "a020"),
                c.CallNext(20),
                c.StartAttention(20),
                c.ShowDocument(20),
                c.AdmitDevice("kiosk-9", DeviceRole.KIOSK, "ab" * 32),
                c.RevokeDevice("kiosk-9"),
                c.CloseDay(),
            )
            for number, order in enumerate(orders):
                running.clock.pass_(seconds=20)
                await running.hub.handle(f"r{number}", order, c.Actor("supervisor-1"))
            async with asyncio.timeout(20):
                while not copies_of(path):
                    await asyncio.sleep(0.01)

    asyncio.run(live())
    return path


def test_the_report_says_what_how_many_and_who_without_any_number(
    store: Path, centre: Catalogue, tmp_path: Path
) -> None:
    with History.of(store) as history:
        text = report(history, centre, DAY, DAY, tmp_path / "out")
    for said in ("RNPDP-PJP N.º 1234", "PJ 001", "a020", "intento con el PIN bloqueado", "kiosk-9", "48 horas"):
        assert said in text
    assert (tmp_path / "out" / "dias.csv").read_text(encoding="utf-8").splitlines()[1] == "2026-11-23,1,1,0,1,0,0"
    assert len((tmp_path / "out" / "equipos.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert NUMBER not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())


def test_days_without_anything_and_without_a_copy_are_said_to_be_so(
    store: Path, centre: Catalogue, tmp_path: Path
) -> None:
    with History.of(store) as history:
        text = report(history, centre, date(2026, 11, 24), date(2026, 11, 25), tmp_path / "out")
    assert text.count("ninguno") == 4
    assert "Del 25/11/2026 no hay copia verificada" in text
