"""A device is paired once, by a code; who guesses, listens in the middle or comes late gets nothing."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from websockets.asyncio.client import connect as open_socket
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.roles import DeviceRole
from shared.hub.doors import Doors
from shared.hub.trust import Trust
from shared.lan import client
from shared.lan.identity import KEY, Identity
from shared.lan.messages import Hello
from shared.lan.pairing import PairingRefused, _blind, pair
from tests.fakes import identities
from tests.fakes.running_hub import RunningHub, begun

pytestmark = pytest.mark.anyio
CENTRE = "region-sur"


@asynccontextmanager
async def guarded(folder: Path, catalogue: Catalogue) -> AsyncIterator[RunningHub]:
    """A hub with real doors."""
    hubs: list[RunningHub] = []
    doors = Doors(identities.trust(CENTRE), lambda: hubs[0].hub.committed.centre.devices)
    async with begun(folder / "c.sqlite", catalogue, doors=doors) as running:
        hubs.append(running)
        yield running


def show_code(running: RunningHub, role: DeviceRole = DeviceRole.KIOSK, counter: int = 0) -> str:
    order = c.StartPairing(role, counter)
    running.desk.entrance.order(order, "supervisor-1", running.hub.committed.centre, running.clock.now())
    view = running.desk.entrance.pairing.view
    assert view
    return view.code


def state(running: RunningHub) -> str:
    view = running.desk.entrance.pairing.view
    return view.state if view else ""


async def paired(running: RunningHub, folder: Path, code: str, url: str = "") -> Identity:
    return await asyncio.to_thread(pair, code, folder, url or running.url)


async def test_device_with_the_code_is_paired_and_comes_in(tmp_path: Path, region_sur: Catalogue) -> None:
    async with guarded(tmp_path, region_sur) as running:
        code = show_code(running, DeviceRole.COUNTER, 20)
        identity = await paired(running, tmp_path / "device", f"{code[:4]} {code[4:]}")
        assert (identity.role, identity.device, identity.centre) == (DeviceRole.COUNTER, "counter-20", CENTRE)
        assert (tmp_path / "device" / KEY).stat().st_mode & 0o077 == 0
        assert identity.last_hub == running.url
        assert state(running) == "paired"
        hello = Hello((1, 1), identity.role, identity.device)
        async with client.connected([running.url], hello, Identity.load(tmp_path / "device")) as line:
            assert "counter" in line.mirror.views
        (device,) = running.hub.committed.centre.devices.values()
        assert (device.device, device.counter) == ("counter-20", 20)


async def test_wrong_code_is_refused_and_burns_the_code(tmp_path: Path, region_sur: Catalogue) -> None:
    async with guarded(tmp_path, region_sur) as running:
        code = show_code(running)
        wrong = f"{(int(code) + 1) % 10**8:08}"
        with pytest.raises(PairingRefused):
            await paired(running, tmp_path / "device", wrong)
        assert state(running) == "burnt"
        with pytest.raises(PairingRefused):
            await paired(running, tmp_path / "device", code)
        assert running.hub.committed.centre.devices == {}
        assert not (tmp_path / "device").exists()


async def test_code_is_refused_after_two_minutes_and_without_a_pairing(tmp_path: Path, region_sur: Catalogue) -> None:
    async with guarded(tmp_path, region_sur) as running:
        with pytest.raises(PairingRefused):
            await paired(running, tmp_path / "device", "12345678")
        code = show_code(running)
        running.clock.pass_(seconds=120)
        with pytest.raises(PairingRefused):
            await paired(running, tmp_path / "device", code)
        assert state(running) == "expired"


@asynccontextmanager
async def relay(to: str) -> AsyncIterator[str]:
    """Somebody in the middle, with a certificate of a centre of the same name, who carries every frame both ways."""

    async def carry(device: ServerConnection) -> None:
        async with open_socket(to, ssl=_blind(), compression=None) as hub:

            async def back() -> None:
                async for frame in hub:
                    await device.send(frame)
                await device.close()

            answering = asyncio.create_task(back())
            try:
                async for frame in device:
                    await hub.send(frame)
            except ConnectionClosed:
                pass
            finally:
                answering.cancel()
                await asyncio.gather(answering, return_exceptions=True)

    async with serve(carry, "127.0.0.1", 0, ssl=impostor_tls()) as server:
        yield f"wss://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def impostor_tls() -> ssl.SSLContext:
    return Trust.open(identities.folder() / "impostor", CENTRE).server_tls()


async def test_relay_that_carries_the_right_code_is_refused(tmp_path: Path, region_sur: Catalogue) -> None:
    async with guarded(tmp_path, region_sur) as running, relay(running.url) as url:
        code = show_code(running)
        with pytest.raises(PairingRefused):
            await paired(running, tmp_path / "device", code, url)
        assert state(running) == "burnt"
        assert running.hub.committed.centre.devices == {}


@pytest.mark.logs("kiosk-1 was revoked")
async def test_revoked_device_is_shown_out_at_once_and_stays_out(tmp_path: Path, region_sur: Catalogue) -> None:
    async with guarded(tmp_path, region_sur) as running:
        identity = await paired(running, tmp_path / "device", show_code(running))
        hello = Hello((1, 1), identity.role, identity.device)
        async with client.connected([running.url], hello, identity) as line:
            await running.hub.order(c.RevokeDevice(identity.device))
            with pytest.raises(client.HubAway):
                await line.until(lambda _: False)
        with pytest.raises(client.HubRefused, match="was revoked"):
            await client.connect([running.url], hello, identity)


async def test_device_that_was_replaced_stays_out(tmp_path: Path, region_sur: Catalogue) -> None:
    async with guarded(tmp_path, region_sur) as running:
        old = await paired(running, tmp_path / "old", show_code(running, DeviceRole.COUNTER, 20))
        new = await paired(running, tmp_path / "new", show_code(running, DeviceRole.COUNTER, 20))
        hello = Hello((1, 1), DeviceRole.COUNTER, "counter-20", 20)
        with pytest.raises(client.HubRefused, match="another device was paired as counter-20"):
            await client.connect([running.url], hello, old)
        async with client.connected([running.url], hello, new) as line:
            assert line.is_online


@pytest.mark.parametrize(
    ("hello", "sentence"),
    [
        (Hello((1, 1), DeviceRole.SUPERVISOR, "counter-20"), "paired as counter, and says that it is supervisor"),
        (Hello((1, 1), DeviceRole.COUNTER, "counter-21", 20), "this is counter-20, and it says that it is counter-21"),
        (Hello((1, 1), DeviceRole.COUNTER, "counter-20", 21), "paired for counter 20, not for 21"),
    ],
)
async def test_what_a_device_says_of_itself_must_be_what_it_proved(
    hello: Hello, sentence: str, tmp_path: Path, region_sur: Catalogue
) -> None:
    async with guarded(tmp_path, region_sur) as running:
        identity = await paired(running, tmp_path / "device", show_code(running, DeviceRole.COUNTER, 20))
        with pytest.raises(client.HubRefused, match=sentence):
            await client.connect([running.url], hello, identity)


@pytest.mark.logs("cannot prove that it is the hub")
async def test_impostor_of_the_centre_gets_nothing_from_a_device() -> None:
    heard: list[str | bytes] = []

    async def listen(device: ServerConnection) -> None:
        heard.extend([frame async for frame in device])

    identity = identities.identity(DeviceRole.KIOSK, "kiosk-1")
    async with serve(listen, "127.0.0.1", 0, ssl=impostor_tls()) as server:
        url = f"wss://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        with pytest.raises(client.HubAway, match="CERTIFICATE_VERIFY_FAILED"):
            await client.connect([url], Hello((1, 1), DeviceRole.KIOSK, "kiosk-1"), identity)
    assert heard == []


async def test_a_code_that_is_none_is_said_before_anything_is_sent(tmp_path: Path) -> None:
    for code in ("", "1234567", "123456789", "1234567a"):
        with pytest.raises(ValueError, match="8 digits"):
            pair(code, tmp_path, "127.0.0.1")
