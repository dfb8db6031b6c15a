"""What keeps the store while the hub runs: it is shipped, copied, watched; a full disk stops new tickets only."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Copies
from shared.domain.refusals import Code, Refusal
from shared.hub.keeping import Safety, second_place
from shared.lan import views as v
from shared.lan.messages import DeviceRole
from shared.store import check, writer
from shared.store.copies import copies_of
from shared.store.repairing import Suspicion
from shared.store.restoring import restore
from tests.fakes.identities import connected
from tests.fakes.running_hub import MovedClock, RunningHub, begun, hello
from tests.fakes.stored import select

KIOSK = c.Actor("kiosk-1")
PATIENCE = 10  # seconds, for what comes at once


def run(journey: Coroutine[Any, Any, None]) -> None:
    asyncio.run(journey)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "second" / "region-sur"


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub that ends gives a copy some seconds: too few on a busy machine."""
    monkeypatch.setattr(check, "SOON", 60.0)
    monkeypatch.setattr(writer, "SOON", 60.0)


def copied_to(catalogue: Catalogue, place: Path) -> Catalogue:
    return replace(catalogue, copies=Copies(str(place.parent), 3, 800))


def test_place_of_the_centre_file_has_a_folder_for_each_centre(region_sur: Catalogue, place: Path) -> None:
    assert second_place(region_sur) is None
    assert second_place(copied_to(region_sur, place)) == place
    safety = Safety.of(copied_to(region_sur, place))
    assert (safety.place, safety.kept, safety.low) == (place, 3, 800_000_000)


def test_what_was_acknowledged_is_in_the_second_place_when_the_hub_ends(
    tmp_path: Path, region_sur: Catalogue, place: Path
) -> None:
    file = tmp_path / "c.sqlite"

    async def journey() -> None:
        async with begun(file, copied_to(region_sur, place)) as running:
            for n in range(5):
                await running.hub.handle(f"r{n}", c.IssueTicket("PJ01"), KIOSK)

    run(journey())
    done = restore(file, place, tmp_path / "again.sqlite", only_backup=True)
    assert done.lost == 0
    for table in ("event WHERE type <> 'store_restored'", "ticket", "request"):
        assert select(done.path, f"SELECT * FROM {table}") == select(file, f"SELECT * FROM {table}")


def test_closing_the_day_carries_a_copy_to_the_second_place(tmp_path: Path, region_sur: Catalogue, place: Path) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", copied_to(region_sur, place)) as running:
            await running.hub.order(c.CloseDay())

    run(journey())
    (copy,) = copies_of(tmp_path / "c.sqlite")
    assert (place / copy.name).read_bytes() == copy.read_bytes()


@pytest.mark.logs("the tables of 2026-11-23 are not what the log says; they are written again")
def test_tables_that_a_disk_changed_are_written_again_before_the_copy_is_read(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    file = tmp_path / "c.sqlite"

    async def journey(*orders: c.Command) -> None:
        async with begun(file, region_sur) as running:
            for n, order in enumerate(orders):
                await running.hub.handle(f"{type(order).__name__}-{n}", order, KIOSK)
            async with asyncio.timeout(PATIENCE * 6):
                while isinstance(orders[-1], c.CloseDay) and not copies_of(file):
                    await asyncio.sleep(0.02)

    run(journey(c.IssueTicket("PJ01"), c.IssueTicket("PJ02")))
    before = select(file, "SELECT * FROM ticket")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE ticket SET number = 'PJ 999', preferential = 1")
    run(journey(c.CloseDay()))
    (copy,) = copies_of(file)
    for path in (file, copy):
        assert [row[:8] for row in select(path, "SELECT * FROM ticket")] == [row[:8] for row in before]


def test_closed_night_without_a_copy_of_the_day_makes_one(tmp_path: Path, region_sur: Catalogue) -> None:
    file = tmp_path / "c.sqlite"

    async def journey(*orders: c.Command, hours: int = 0) -> None:
        clock = MovedClock()
        clock.pass_(hours=hours)
        async with begun(file, region_sur, clock) as running:
            running.hub.keeper._asked = 0.0
            for order in orders:
                await running.hub.order(order)
            running.hub.look_after_the_store()

    run(journey())
    assert copies_of(file) == []  # the day is open
    run(journey(c.CloseDay()))
    (closing,) = copies_of(file)
    run(journey(hours=20))
    assert copies_of(file) == [closing]  # it is new
    os.utime(closing, (1.0, 1.0))
    run(journey(hours=20))
    assert [copy.stem[-10:] for copy in copies_of(file)] == ["2026-11-23", "2026-11-24"]


def test_full_disk_refuses_new_tickets_and_nothing_else_and_tells_the_supervisor(
    tmp_path: Path, region_sur: Catalogue
) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            hub = running.hub
            await hub.handle("r1", c.IssueTicket("PJ01"), KIOSK)
            await hub.order(c.OpenCounter(20, "a020"))
            hub.keeper.room.is_full = True
            with pytest.raises(Refusal) as refused:
                await hub.handle("r2", c.IssueTicket("PJ01"), KIOSK)
            assert refused.value.code is Code.DISK_FULL
            for command in (c.CallNext(20), c.StartAttention(20), c.FinishAttention(20)):
                await hub.order(command)
            assert await alerts(running, DeviceRole.SUPERVISOR) == ["disk_full"]
            assert await alerts(running, DeviceRole.KIOSK) == []
            hub.keeper.room.is_full = False
            await hub.handle("r2", c.IssueTicket("PJ01"), KIOSK)

    run(journey())


async def alerts(running: RunningHub, role: DeviceRole) -> list[str]:
    running.desk.entrance_changed()
    async with connected([running.url], hello(role)) as client:
        return [alert.kind for alert in client.mirror.all(v.AlertView)]


def test_store_that_is_deleted_under_the_hub_ends_it(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running:
            (tmp_path / "c.sqlite").unlink()
            running.hub.look_after_the_store()
            error = await asyncio.wait_for(running.hub.failed, PATIENCE)
            assert "was deleted or replaced" in str(error)

    run(journey())


def test_damage_to_an_old_day_is_found_while_the_hub_runs_and_ends_it(tmp_path: Path, region_sur: Catalogue) -> None:
    file = tmp_path / "c.sqlite"

    async def first() -> None:
        clock = MovedClock()
        async with begun(file, region_sur, clock) as running:
            await running.hub.order(c.CloseDay())
            clock.pass_(days=1)
            await running.hub.tick()

    async def second() -> None:
        clock = MovedClock()
        clock.pass_(days=1)
        async with begun(file, region_sur, clock) as running:
            error = await asyncio.wait_for(running.hub.failed, PATIENCE)
            assert "event 2 is not as it was written; it is repaired at the next start" in str(error)

    run(first())
    connection = sqlite3.connect(file)
    connection.execute("UPDATE event SET person = 'somebody' WHERE seq = 2")
    connection.commit()
    connection.close()
    run(second())
    assert Suspicion(file).is_there()
