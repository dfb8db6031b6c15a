"""The console of the hub shows a code, counts down, and says how it ended; the key is copied once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click
import pytest
from msgspec.structs import replace

from shared.domain.catalogue import Catalogue, Role
from shared.domain.commands import StartPairing
from shared.domain.roles import DeviceRole
from shared.hub.console import pair_device, write_identity
from shared.hub.doors import Doors
from shared.hub.key_copy import COPY, new_passphrase, restore_key, write_copy
from shared.hub.pairing_console import at_console
from shared.hub.supervisor_console import make_first
from shared.hub.trust import Trust, TrustError
from shared.lan import client
from shared.lan.identity import Identity
from shared.lan.messages import Hello
from shared.lan.pairing import pair
from shared.lan.views import PairingView
from tests.fakes.running_hub import RunningHub, begun

pytestmark = pytest.mark.anyio


async def test_code_at_the_console_pairs_a_device(tmp_path: Path, region_sur: Catalogue) -> None:
    trust = Trust.open(tmp_path / "trust", "region-sur")
    hubs: list[RunningHub] = []
    doors = Doors(trust, lambda: hubs[0].hub.committed.centre.devices)
    async with begun(tmp_path / "c.sqlite", region_sur, doors=doors) as running:
        hubs.append(running)
        codes: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def tell(view: PairingView, _now: object) -> None:
            if view.code:
                loop.call_soon_threadsafe(codes.put_nowait, view.code)

        order = StartPairing(DeviceRole.KIOSK)
        console = asyncio.create_task(asyncio.to_thread(pair_device, trust, running.url, order, tell))
        identity = await asyncio.to_thread(pair, await codes.get(), tmp_path / "kiosk", running.url)
        assert await console == "paired"
        assert identity.device == "kiosk-1"


async def test_identity_for_a_foreign_program_comes_in_at_once(tmp_path: Path, region_sur: Catalogue) -> None:
    trust = Trust.open(tmp_path / "trust", "region-sur")
    hubs: list[RunningHub] = []
    doors = Doors(trust, lambda: hubs[0].hub.committed.centre.devices)
    async with begun(tmp_path / "c.sqlite", region_sur, doors=doors) as running:
        hubs.append(running)
        out = tmp_path / "kiosk-7"
        assert await asyncio.to_thread(write_identity, trust, running.url, out, DeviceRole.KIOSK, "kiosk-7")
        hello = Hello((1, 1), DeviceRole.KIOSK, "kiosk-7")
        async with client.connected([running.url], hello, Identity.load(out)) as line:
            assert line.is_online


def test_identity_made_while_no_hub_runs_waits_for_it(tmp_path: Path) -> None:
    trust = Trust.open(tmp_path / "trust", "region-sur")
    assert not write_identity(trust, "wss://127.0.0.1:1", tmp_path / "kiosk-7", DeviceRole.KIOSK, "kiosk-7")
    ((_, order),) = trust.issued()
    assert (order.device, order.role) == ("kiosk-7", DeviceRole.KIOSK)


def test_key_is_copied_once_under_a_passphrase_and_comes_back(
    tmp_path: Path, region_sur: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    trust = Trust.open(tmp_path / "trust", "region-sur")
    order = StartPairing(DeviceRole.KIOSK)
    assert at_console(trust, "wss://127.0.0.1:1", region_sur, order) == 1  # no hub, and the copy all the same
    said = capsys.readouterr()
    assert "it is shown only now" in said.out
    assert "the hub is not running" in said.err
    passphrase = next(line.strip() for line in said.out.splitlines() if line.startswith("    "))
    restore_key(trust.folder / COPY, passphrase, tmp_path / "restored")
    again = Trust.open(tmp_path / "restored", "region-sur")
    assert again.authority.key.private_numbers() == trust.authority.key.private_numbers()
    at_console(trust, "wss://127.0.0.1:1", region_sur, order)
    assert "passphrase" not in capsys.readouterr().out


@asynccontextmanager
async def set_up(folder: Path, catalogue: Catalogue) -> AsyncIterator[tuple[Trust, RunningHub]]:
    """A hub in whose centre nobody has a PIN, and where every device must be paired."""
    trust = Trust.open(folder / "trust", catalogue.id)
    hubs: list[RunningHub] = []
    doors = Doors(trust, lambda: hubs[0].hub.committed.centre.devices)
    async with begun(folder / "c.sqlite", catalogue, doors=doors, ask_pins=True) as running:
        hubs.append(running)
        yield trust, running


class Answering:
    """Somebody at the console: gives these answers in turn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.left, self.asked = list(answers), list[str]()
        monkeypatch.setattr(click, "prompt", self._answer)

    def _answer(self, text: str, **_more: object) -> str:
        self.asked.append(text)
        return self.left.pop(0)


async def test_first_pairing_also_makes_the_first_supervisor_and_later_ones_ask_nothing(
    tmp_path: Path, region_sur: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with set_up(tmp_path, region_sur) as (trust, running):
        first, *_ = supervisors = [person.id for person in region_sur.advisors if person.role is Role.SUPERVISOR]
        assert len(supervisors) > 1  # so that it is asked who
        console = Answering(monkeypatch, first, "123456", "830517")  # the first PIN is too easy
        for _ in range(2):
            await asyncio.to_thread(make_first, trust, running.url, region_sur, may_ask=True)
        assert (len(console.asked), console.left) == (3, [])
        said = capsys.readouterr()
        assert "too easy to guess" in said.err
        assert "can sign in" in said.out

        order = StartPairing(DeviceRole.SUPERVISOR)
        codes: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def tell(view: PairingView, _now: object) -> None:
            if view.code:
                loop.call_soon_threadsafe(codes.put_nowait, view.code)

        pairing = asyncio.create_task(asyncio.to_thread(pair_device, trust, running.url, order, tell))
        device = await asyncio.to_thread(pair, await codes.get(), tmp_path / "page", running.url)
        await pairing
        hello = Hello((1, 1), DeviceRole.SUPERVISOR, device.device)
        async with client.connected([running.url], hello, device) as page:
            signed = await page.sign_in(first, "830517")
            assert not signed.change_pin


async def test_where_nobody_sits_at_the_console_it_says_what_is_missing(
    tmp_path: Path, region_sur: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    async with set_up(tmp_path, region_sur) as (trust, running):
        await asyncio.to_thread(make_first, trust, running.url, region_sur, may_ask=False)
        assert "run `suyana hub supervisor" in capsys.readouterr().err


async def test_a_centre_file_without_a_supervisor_is_said_to_lack_one(
    tmp_path: Path, region_sur: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    nobody = replace(region_sur, advisors=())
    make_first(Trust.open(tmp_path / "trust", "region-sur"), "wss://127.0.0.1:1", nobody, may_ask=True)
    assert "names no supervisor" in capsys.readouterr().err


def test_copy_does_not_open_with_another_passphrase_and_never_overwrites(tmp_path: Path) -> None:
    trust = Trust.open(tmp_path / "trust", "region-sur")
    passphrase = new_passphrase()
    write_copy(trust, passphrase, tmp_path / COPY)
    with pytest.raises(TrustError, match="cannot be opened"):
        restore_key(tmp_path / COPY, new_passphrase(), tmp_path / "elsewhere")
    with pytest.raises(TrustError, match="nothing was restored"):
        restore_key(tmp_path / COPY, passphrase, tmp_path / "trust")


def test_keys_of_another_centre_or_without_their_key_are_refused(tmp_path: Path) -> None:
    Trust.open(tmp_path / "trust", "region-sur")
    with pytest.raises(TrustError, match="are those of region-sur, not of lima-norte"):
        Trust.open(tmp_path / "trust", "lima-norte")
    (tmp_path / "trust" / "ca-key.pem").unlink()
    with pytest.raises(TrustError, match="restore-key"):
        Trust.open(tmp_path / "trust", "region-sur")


def test_every_key_is_for_its_owner_only(tmp_path: Path) -> None:
    trust = Trust.open(tmp_path / "trust", "region-sur")
    keys = list(trust.folder.rglob("*key.pem"))
    assert len(keys) == 3
    assert all(path.stat().st_mode & 0o077 == 0 for path in keys)
