"""What clients must not be able to do to a hub, whatever they send."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection

from shared.domain.catalogue import Catalogue
from shared.hub import server
from shared.lan.messages import DeviceRole, FromHub, Log, Problem, Welcome, encode, from_hub
from tests.fakes import identities
from tests.fakes.running_hub import RunningHub, begun, hello

Journey = Callable[[ClientConnection, RunningHub], Awaitable[None]]


@pytest.fixture
def walk(tmp_path: Path, region_sur: Catalogue) -> Callable[[Journey], None]:
    """Walks a journey along one open line to a hub."""

    async def whole(journey: Journey) -> None:
        async with begun(tmp_path / "c.sqlite", region_sur) as running, identities.line(running.url) as line:
            async with asyncio.timeout(5):
                await journey(line, running)

    return lambda journey: asyncio.run(whole(journey))


async def said(line: ClientConnection, *frames: str | bytes) -> FromHub:
    for frame in frames:
        await line.send(frame)
    return from_hub(await line.recv())


DEEP = '{"type":"command","request":"r1","command":' + "[" * 30_000 + "]" * 30_000 + "}"
DEEP_ASIDE = '{"type":"read_log","request":"r1","after":0,"aside":' + "[" * 30_000 + "]" * 30_000 + "}"


@pytest.mark.parametrize(
    "frame", [b'{"type":"\xff"}', b'{"type":"read_log","request":"\xff","after":0}', DEEP, DEEP_ASIDE, "null", "0"]
)
def test_a_frame_of_any_kind_is_answered(frame: str | bytes, walk: Callable[[Journey], None]) -> None:
    async def journey(line: ClientConnection, _running: RunningHub) -> None:
        assert isinstance(await said(line, encode(hello(DeviceRole.SYNC))), Welcome)
        assert isinstance(await said(line, frame), Problem)
        assert isinstance(await said(line, '{"type":"read_log","request":"r","after":0}'), Log)

    walk(journey)


@pytest.mark.parametrize("whole_day", ["true", "false"])
@pytest.mark.parametrize("after", [2**53, -1, -(2**53)])
def test_the_log_can_be_asked_from_any_number_on(after: int, whole_day: str, walk: Callable[[Journey], None]) -> None:
    async def journey(line: ClientConnection, running: RunningHub) -> None:
        ask = f'{{"type":"read_log","request":"r","after":{after},"whole_day":{whole_day}}}'
        await said(line, encode(hello(DeviceRole.SYNC)))
        log = await said(line, ask)
        assert isinstance(log, Log)
        assert log.last == running.hub.seq
        whole = after < 0 or whole_day == "true"
        assert [entry.seq for entry in log.entries] == ([1, 2] if whole else [])

    walk(journey)


@pytest.mark.parametrize(
    ("device", "person"), [("", ""), ("k" * 65, ""), ("kiosk-1", "p" * 65)], ids=["nameless", "device", "person"]
)
def test_a_device_and_its_person_have_ids_of_a_sensible_length(
    device: str, person: str, walk: Callable[[Journey], None]
) -> None:
    async def journey(line: ClientConnection, _running: RunningHub) -> None:
        frame = f'{{"type":"hello","protocol":[1,1],"role":"kiosk","device":"{device}","person":"{person}"}}'
        assert await said(line, frame) == Problem("device has 1 to 64 characters, person at most as many")
        await line.wait_closed()
        assert line.close_code == 1008

    walk(journey)


def test_a_client_that_says_nothing_is_let_go(walk: Callable[[Journey], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HELLO_WITHIN", 0.05)

    async def journey(line: ClientConnection, _running: RunningHub) -> None:
        await line.wait_closed()
        assert line.close_code == 1000

    walk(journey)


def test_a_client_that_is_not_welcome_may_be_gone_before_it_is_told(walk: Callable[[Journey], None]) -> None:
    async def journey(line: ClientConnection, running: RunningHub) -> None:
        for _ in range(20):
            rude = await identities.line(running.url)
            await rude.send("{")
            rude.transport.abort()
        assert isinstance(await said(line, encode(hello(DeviceRole.KIOSK))), Welcome)

    walk(journey)


@pytest.mark.logs("met a fault of the hub")
def test_a_fault_of_the_hub_is_told_to_whoever_asked(
    walk: Callable[[Journey], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise KeyError("a bug")

    async def journey(line: ClientConnection, _running: RunningHub) -> None:
        await said(line, encode(hello(DeviceRole.KIOSK)))
        monkeypatch.setattr("shared.hub.permissions.check", broken)
        ask = '{"type":"command","request":"r1","command":{"type":"issue_ticket","service":"PJ01"}}'
        assert await said(line, ask) == Problem("a fault of the hub, told in its log", "r1")

    walk(journey)
