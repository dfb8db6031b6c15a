"""The drill says in numbers what would be lost; the restoration does it and keeps the old store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from installers import restore
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Copies
from shared.store.database import Store, StoreError
from shared.store.shipped import Line, lines, shipped_files, written
from tests.fakes.running_hub import begun
from tests.fakes.stored import select

KIOSK = c.Actor("kiosk-1")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "c.sqlite"


@pytest.fixture
def place(tmp_path: Path, file: Path, region_sur: Catalogue) -> Path:
    """Of a hub that gave three numbers and has ended."""

    async def morning() -> None:
        catalogue = replace(region_sur, copies=Copies(str(tmp_path / "second")))
        async with begun(file, catalogue) as running:
            for n in range(3):
                await running.hub.handle(f"r{n}", c.IssueTicket("PJ01"), KIOSK)

    asyncio.run(morning())
    return tmp_path / "second" / "region-sur"


def test_drill_says_that_nothing_would_be_lost_and_changes_nothing(
    file: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert restore.main(file, place, drill=True) == 0
    told = capsys.readouterr().out
    assert "from the shipped log: 5 events" in told
    assert "the store is at event 5: 0 events would be lost" in told
    assert file.read_bytes() == before


def test_drill_says_how_much_would_be_lost(file: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The control: the shipped log ends early."""
    (log,) = shipped_files(place, "c")
    (one, two) = [row for line in lines([log]) for row in line.events][:2]
    log.write_bytes(written(Line((one, two))))
    assert restore.main(file, place, drill=True) == 1
    assert "the store is at event 5: 3 events would be lost" in capsys.readouterr().out


def test_restored_store_has_every_number_and_the_old_one_is_kept(
    file: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tickets = select(file, "SELECT * FROM ticket")
    file.write_bytes(b"\xa5" * 8192)
    assert restore.main(file, place, drill=False) == 0
    assert select(file, "SELECT * FROM ticket") == tickets
    assert len(tickets) == 3
    (aside,) = file.parent.glob("c.sqlite.set-aside-????????T??????")
    assert aside.read_bytes() == b"\xa5" * 8192
    assert str(aside) in capsys.readouterr().out


def test_store_of_a_running_hub_is_not_restored(file: Path, place: Path) -> None:
    store = Store(file)
    with pytest.raises(StoreError, match="in use by another hub"):
        restore.main(file, place, drill=False)
    store.close()
