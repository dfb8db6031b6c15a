from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import AsyncIterator

import pytest
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosedError

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.refusals import Code
from shared.lan.client import CONNECT_WITHIN, HubAway, HubClient, HubRefused
from shared.lan.messages import Called, Changes, DeviceRole, Hello, Receipt, Welcome, encode
from shared.lan.views import HallView
from tests.fakes.hub import FIRST_MOMENT, FakeHub
from tests.fakes.identities import connect, connected, trust

pytestmark = pytest.mark.anyio
HELLO = Hello((1, 1), DeviceRole.SYNC, "sync-1")
NOBODY = "wss://127.0.0.1:1"


@pytest.fixture
async def hub(region_sur: Catalogue) -> AsyncIterator[FakeHub]:
    async with FakeHub(region_sur) as hub:
        yield hub


async def test_a_client_is_welcomed_with_the_centre_and_its_last_event(hub: FakeHub) -> None:
    async with connected([hub.url], HELLO) as client:
        assert client.welcome.centre == "region-sur"
        assert client.mirror.seq == hub.last
        assert hub.hellos == [HELLO]
    assert not client.is_online


async def test_an_address_without_a_hub_is_passed_over(hub: FakeHub) -> None:
    async with connected([NOBODY, hub.url], HELLO) as client:
        assert client.is_online


async def test_a_place_that_accepts_and_says_nothing_holds_nobody_up(hub: FakeHub) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        began = asyncio.get_running_loop().time()
        async with connected([f"wss://127.0.0.1:{port}", hub.url], HELLO) as client:
            assert client.is_online
        assert asyncio.get_running_loop().time() - began < CONNECT_WITHIN


async def test_a_hub_with_the_right_key_and_another_centre_is_not_taken_for_ours(hub: FakeHub) -> None:
    hub.says_centre = "lima-norte"
    with pytest.raises(HubRefused, match="belongs to region-sur, and the hub is that of lima-norte"):
        await connect([hub.url], HELLO)


@pytest.mark.parametrize("urls", [[], [NOBODY], ["wss://"], ["not an address"]])
async def test_without_a_hub_the_error_names_what_was_tried(urls: list[str]) -> None:
    with pytest.raises(HubAway) as error:
        await connect(urls, HELLO)
    assert (urls[0] if urls else "no address") in str(error.value)


async def test_an_order_is_answered_with_its_result(hub: FakeHub) -> None:
    async with connected([hub.url], HELLO) as client:
        await client.ask(c.OpenDay(FIRST_MOMENT.date()))
        await client.ask(c.OpenCounter(20, "a001"))
        receipt = await client.ask(c.IssueTicket(service="PJ02"))
        called = await client.ask(c.CallNext(20))
    assert isinstance(receipt.result, Receipt)
    assert isinstance(called.result, Called)
    assert receipt.result.number == called.result.number == "PJ 001"
    assert called.seq == hub.last


async def test_a_refusal_comes_with_its_code_and_parameters(hub: FakeHub) -> None:
    async with connected([hub.url], HELLO) as client:
        await client.ask(c.OpenDay(FIRST_MOMENT.date()))
        with pytest.raises(HubRefused) as error:
            await client.ask(c.IssueTicket(service="XX99"), request="mine")
    assert (error.value.refused.code, error.value.refused.params) == (Code.UNKNOWN_SERVICE, {"service": "XX99"})
    assert error.value.refused.request == "mine"


async def test_two_questions_at_once_get_each_its_own_answer(hub: FakeHub) -> None:
    async with connected([hub.url], HELLO) as client:
        await client.ask(c.OpenDay(FIRST_MOMENT.date()))
        first, second, log = await asyncio.gather(
            client.ask(c.IssueTicket(service="PJ02")), client.ask(c.IssueTicket(service="BN01")), client.read_log(0)
        )
    assert [answer.result.number for answer in (first, second)] == ["PJ 001", "BN 001"]  # type: ignore[union-attr]
    assert [entry.seq for entry in log.entries][:2] == [1, 2]


async def test_the_log_comes_in_pages_and_with_its_end(hub: FakeHub) -> None:
    hub.order(c.OpenDay(FIRST_MOMENT.date()))
    for _ in range(3):
        hub.order(c.IssueTicket(service="BN01"))
    async with connected([hub.url], HELLO) as client:
        page = await client.read_log(2, limit=2)
    assert ([entry.seq for entry in page.entries], page.last) == ([3, 4], 5)


async def test_a_client_wakes_when_the_hub_commits(hub: FakeHub) -> None:
    async with connected([hub.url], HELLO) as client:
        waiting = asyncio.ensure_future(client.beyond(hub.last))
        await client.read_log(0)  # the wait had its chance to end too early
        assert not waiting.done()
        hub.order(c.OpenDay(FIRST_MOMENT.date()))
        await waiting
        assert client.mirror.seq == hub.last


async def test_changes_reach_the_mirror_and_are_told_by_key(hub: FakeHub) -> None:
    told: list[frozenset[str]] = []
    async with connected([hub.url], HELLO, told.append) as client:
        view = HallView(FIRST_MOMENT.date(), open=True)
        await client.read_log(0)  # so that the hub knows the line
        (line,) = hub.lines
        await line.send(encode(Changes(2, hub.now, {"hall": view})))
        await client.until(lambda mirror: mirror.get("hall", HallView) == view)
    assert told == [frozenset({"hall"})]


async def test_questions_in_the_air_end_with_the_line(hub: FakeHub) -> None:
    async with connected([hub.url], HELLO) as client:
        waiting = asyncio.ensure_future(client.beyond(hub.last))
        await client.read_log(0)
        await hub.stop()
        with pytest.raises(HubAway):
            await waiting
        with pytest.raises(HubAway):
            await client.ask(c.CloseDay())
    await hub.start()


async def test_a_hub_that_does_not_take_the_hello_says_why(hub: FakeHub) -> None:
    hub.welcomes = False
    with pytest.raises(HubRefused, match="not in the mood"):
        await connect([hub.url], HELLO)


async def test_what_is_no_hub_is_told_apart() -> None:
    async def chat(line) -> None:
        await line.send("hello!")
        await line.wait_closed()

    async with serve(chat, "127.0.0.1", 0, ssl=trust().server_tls()) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        with pytest.raises(HubAway, match="no welcome"):
            await connect([f"wss://127.0.0.1:{port}"], HELLO)


@pytest.mark.logs("was not understood")
async def test_a_frame_that_is_not_understood_does_not_end_the_line(
    hub: FakeHub, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected([hub.url], HELLO) as client:
        await client.read_log(0)
        (line,) = hub.lines
        await line.send('{"type":"song"}')
        assert (await client.read_log(0)).last == hub.last
    assert "was not understood" in caplog.text


class BreakingSocket:
    """Breaks while something is sent along it: hearing ends first, then sending."""

    def __init__(self) -> None:
        self._broke = asyncio.Event()

    async def send(self, _frame: str) -> None:
        self._broke.set()
        for _ in range(3):
            await asyncio.sleep(0)
        raise ConnectionClosedError(None, None)

    def __aiter__(self) -> BreakingSocket:
        return self

    async def __anext__(self) -> str:
        await self._broke.wait()
        raise ConnectionClosedError(None, None)


async def test_a_line_that_breaks_while_it_is_asked_tells_so_once(caplog: pytest.LogCaptureFixture) -> None:
    welcome = Welcome(1, "region-sur", "0123456789abcdef", 1, FIRST_MOMENT, 0, {})
    client = HubClient(BreakingSocket(), welcome)  # type: ignore[arg-type]
    with pytest.raises(HubAway):
        await client.ask(c.CloseDay())
    assert not client.is_online
    gc.collect()
    assert "never retrieved" not in caplog.text
