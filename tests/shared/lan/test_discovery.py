"""Hubs and clients find each other by mDNS. Loopback only; every test has a centre of its own."""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
import zeroconf as mdns
from zeroconf import DNSOutgoing, DNSPointer, IPVersion, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from shared.lan import discovery
from shared.lan.discovery import SERVICE, Advertisement, Listener, service_info

pytestmark = pytest.mark.anyio
HERE = "127.0.0.1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is ours, not how long zeroconf waits between its packets."""
    for name in ("_CHECK_TIME", "_REGISTER_TIME", "_UNREGISTER_TIME"):
        monkeypatch.setattr(mdns._core, name, 5)
    monkeypatch.setattr(mdns._core, "_PROBE_RANDOM_DELAY_INTERVAL", (0, 1))
    monkeypatch.setattr(mdns._services.browser, "_FIRST_QUERY_DELAY_RANDOM_INTERVAL", (1, 2))


@pytest.fixture
def centre() -> str:
    return f"centre-{secrets.token_hex(4)}"


@pytest.fixture
def listener(centre: str) -> Iterator[Listener]:
    listener = Listener(centre, [HERE])
    yield listener
    listener.close()


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


@asynccontextmanager
async def announced(*infos: ServiceInfo) -> AsyncIterator[AsyncZeroconf]:
    """Announcements of somebody else's making, that end without a goodbye, like those of a killed hub."""
    zeroconf = AsyncZeroconf(interfaces=[HERE])
    await zeroconf.zeroconf.async_wait_for_start()
    for info in infos:
        await (await zeroconf.async_register_service(info, strict=False))
    yield zeroconf
    zeroconf.zeroconf.registry.async_remove(list(infos))
    await zeroconf.async_close()


async def test_a_listener_hears_a_hub_that_comes(centre: str, listener: Listener) -> None:
    assert listener.places() == []
    async with Advertisement(centre, 7171, HERE):
        await until(lambda: listener.places() == [f"wss://{HERE}:7171"])


async def test_a_listener_that_comes_later_asks_for_the_hub(centre: str) -> None:
    async with Advertisement(centre, 7171, HERE) as advertisement:
        await advertisement.told()
        listener = Listener(centre, [HERE])
        await until(lambda: listener.places() == [f"wss://{HERE}:7171"])
        listener.close()


async def test_a_hub_tells_its_centre_and_protocol(centre: str) -> None:
    async with Advertisement(centre, 7171, HERE) as advertisement, announced() as zeroconf:
        await advertisement.told()
        info = await zeroconf.async_get_service_info(SERVICE, f"{centre}.{SERVICE}")
        assert info is not None
        assert (info.port, info.decoded_properties) == (7171, {"centre": centre, "protocol": "1"})


async def test_a_hub_killed_and_begun_again_on_another_port_is_heard_there(centre: str, listener: Listener) -> None:
    async with announced(service_info(centre, 7171, [HERE])):
        await until(lambda: listener.places() == [f"wss://{HERE}:7171"])
    async with Advertisement(centre, 7172, HERE):
        await until(lambda: listener.places()[0] == f"wss://{HERE}:7172")


async def test_a_hub_that_says_goodbye_stays_worth_a_try_after_the_others(centre: str, listener: Listener) -> None:
    async with Advertisement(centre, 7171, HERE):
        await until(listener.places)
    async with Advertisement(f"{centre}-other", 9, HERE), Advertisement(centre, 7172, HERE):
        await until(lambda: listener.places() == [f"wss://{HERE}:7172", f"wss://{HERE}:7171"])


async def test_two_hubs_of_one_centre_are_both_heard_and_not_mixed_up(centre: str, listener: Listener) -> None:
    standby = service_info(centre, 7172, ["127.0.0.2"])
    standby.name = f"{centre}-2.{SERVICE}"
    async with announced(service_info(centre, 7171, [HERE]), standby):
        await until(lambda: set(listener.places()) == {f"wss://{HERE}:7171", "wss://127.0.0.2:7172"})


async def test_without_a_centre_id_every_hub_is_heard(centre: str) -> None:
    listener = Listener("", [HERE])
    async with Advertisement(centre, 7999, HERE):
        await until(lambda: f"wss://{HERE}:7999" in listener.places())
    listener.close()


async def test_what_others_announce_badly_makes_nobody_deaf(centre: str, listener: Listener) -> None:
    nameless = ServiceInfo(SERVICE, f"{centre}-a.{SERVICE}", port=1, addresses=[b"\x7f\0\0\1"])
    wordless = ServiceInfo(
        SERVICE, f"{centre}-b.{SERVICE}", port=1, addresses=[b"\x7f\0\0\1"], properties={"centre": None}
    )
    strange = ServiceInfo(
        SERVICE, f"{centre}-c.{SERVICE}", port=1, addresses=[b"\x7f\0\0\1"], properties={b"centre": b"\xff"}
    )
    async with announced(nameless, wordless, strange) as zeroconf:
        out = DNSOutgoing(0x8400)
        out.add_answer_at_time(DNSPointer(SERVICE, 12, 1, 4500, f"a\x07.b.{SERVICE}"), 0)
        zeroconf.zeroconf.async_send(out)
        async with Advertisement(centre, 7171, HERE):
            await until(lambda: listener.places() == [f"wss://{HERE}:7171"])


async def test_closing_does_not_wait_for_a_hub_that_never_says_where_it_is(centre: str) -> None:
    listener = Listener(centre, [HERE])
    async with announced() as zeroconf:
        out = DNSOutgoing(0x8400)
        out.add_answer_at_time(DNSPointer(SERVICE, 12, 1, 4500, f"{centre}.{SERVICE}"), 0)
        await until(lambda: zeroconf.zeroconf.async_send(out) or listener._resolving)
    before = asyncio.get_running_loop().time()
    listener.close()
    assert asyncio.get_running_loop().time() - before < discovery.RESOLVE_WITHIN / 1000 / 2
    assert not [thread for thread in threading.enumerate() if "zeroconf" in thread.name.lower()]


async def test_a_hub_is_announced_again_where_its_machine_gets_another_address(
    centre: str, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "LOOK_EVERY", 0.02)
    own = ["127.0.0.3"]
    monkeypatch.setattr(discovery, "own_addresses", lambda _bound: list(own))
    async with Advertisement(centre, 7171, "0.0.0.0"):
        await until(lambda: "wss://127.0.0.3:7171" in listener.places())
        own[:] = [HERE]
        await until(lambda: listener.places()[0] == f"wss://{HERE}:7171")


async def test_a_listener_listens_where_its_machine_gets_a_network(
    centre: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []

    class Noted(AsyncZeroconf):
        def __init__(self, interfaces: list[str], ip_version: IPVersion) -> None:
            opened.append(interfaces)
            super().__init__(interfaces, ip_version=ip_version)

    own = ["127.0.0.4"]
    monkeypatch.setattr(discovery, "LOOK_EVERY", 0.02)
    monkeypatch.setattr(discovery, "all_addresses", lambda: list(own))
    monkeypatch.setattr(discovery, "AsyncZeroconf", Noted)
    listener = Listener(centre)
    await until(lambda: opened)
    own[:] = [HERE]
    await until(lambda: opened == [["127.0.0.4"], [HERE]])
    async with announced(service_info(centre, 7171, [HERE])):
        await until(listener.places)
    listener.close()


@pytest.mark.logs("hubs cannot be heard", "is not announced")
async def test_a_machine_without_multicast_works_all_the_same_and_tries_again(
    centre: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def held(*_arguments: object, **_more: object) -> None:
        raise OSError(98, "Address already in use")

    with monkeypatch.context() as nowhere:
        nowhere.setattr(discovery, "AsyncZeroconf", held)
        nowhere.setattr(discovery, "LOOK_EVERY", 0.02)
        listener = Listener(centre, [HERE])
        async with Advertisement(centre, 7171, HERE):
            await until(lambda: "is not announced" in caplog.text and "cannot be heard" in caplog.text)
            assert listener.places() == []
            nowhere.undo()
            await until(listener.places)
    listener.close()


@pytest.mark.logs("is not announced")
async def test_a_hub_that_speaks_ipv6_only_is_not_announced(centre: str, caplog: pytest.LogCaptureFixture) -> None:
    async with Advertisement(centre, 7171, "::1"):
        await until(lambda: "::1 has no IPv4 address" in caplog.text)
