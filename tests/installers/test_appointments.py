"""`suyana appointments`: a file, a hub, and one sentence of what came of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from installers.appointments import carried, main
from shared.domain import commands as c
from shared.domain.appointment_file import AppointmentFileError
from shared.domain.catalogue import Catalogue
from shared.lan.messages import DeviceRole, Receipt
from tests.fakes.identities import connected, identity
from tests.fakes.running_hub import begun, hello


def written(folder: Path, *rows: str) -> Path:
    file = folder / "citas.csv"
    file.write_text("\n".join(("code,service,slot", *rows)), encoding="utf-8")
    return file


def test_appointments_outlive_the_hub_that_took_them(tmp_path: Path, region_sur: Catalogue) -> None:
    store = tmp_path / "c.sqlite"

    async def journey() -> None:
        many = [f"C{number:04d},PJ02,2026-11-23 09:{number % 15:02d}" for number in range(700)]
        async with (
            begun(store, region_sur) as running,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as client,
        ):
            assert await carried(client, written(tmp_path, *many), instead=False) == 700
        async with (
            begun(store, region_sur) as running,
            connected([running.url], hello(DeviceRole.KIOSK)) as kiosk,
        ):
            given = (await kiosk.ask(c.CheckIn("C0035"))).result
            assert isinstance(given, Receipt)
            assert given.slot is not None

    asyncio.run(journey())


def test_a_file_with_a_mistake_is_not_sent_at_all(tmp_path: Path, region_sur: Catalogue) -> None:
    async def journey() -> None:
        async with (
            begun(tmp_path / "c.sqlite", region_sur) as running,
            connected([running.url], hello(DeviceRole.SUPERVISOR)) as client,
        ):
            seq = running.hub.seq
            with pytest.raises(AppointmentFileError):
                await carried(
                    client,
                    written(tmp_path, "C1234,PJ02,2026-11-23 08:30", "C1235,XX01,2026-11-23 08:30"),
                    instead=False,
                )
            assert running.hub.seq == seq

    asyncio.run(journey())


def test_without_a_hub_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    supervisor = identity(DeviceRole.SUPERVISOR, "supervisor-1").folder
    assert main(written(tmp_path), "wss://127.0.0.1:9", supervisor, instead=False) == 1
    assert "the hub cannot be reached" in capsys.readouterr().err
