"""The hub tells where it is by mDNS and to whoever asks everybody, and clients listen. A hint, never an identity.

Cheap switches drop multicast after some minutes, and `kill -9` of a hub takes its record away only after 120 s: so
clients keep what they once heard, try every address at once, and the WebSocket alone says whether the hub lives.
Networks come and go (a cable, a lease, a machine that starts faster than its switch): both sides look again and follow.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import secrets
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from types import TracebackType
from typing import Any

import zeroconf as mdns
from zeroconf import IPVersion, ServiceInfo, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from shared.lan import broadcast
from shared.lan.addresses import LOOPBACK, Places, all_addresses, own_addresses, read_url, url_of
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL

log = logging.getLogger(__name__)

SERVICE = "_suyana._tcp.local."
LOOK_EVERY = 15.0  # seconds between two looks at the addresses of this machine
RESOLVE_WITHIN = 3_000  # ms until a hub that was named has said where it is
REMEMBERED = 12  # addresses: each that leads nowhere costs whoever looks for the hub a try
ASK_EVERY = 1.0  # seconds between two questions to everybody, while somebody looks for the hub

FAULTS = (OSError, RuntimeError, mdns.Error)
"""What zeroconf raises where multicast cannot be had: no network, port 5353 held by a program that does not share."""


def service_info(centre: str, port: int, addresses: Sequence[str]) -> ServiceInfo:
    """What the hub of a centre announces: its centre id and protocol version.

    The host name is of this run alone, so that two hubs of one centre never get each other's addresses.
    """
    return ServiceInfo(
        SERVICE,
        f"{centre}.{SERVICE}",
        port=port,
        addresses=_packed(addresses),
        properties={"centre": centre, "protocol": str(PROTOCOL)},
        server=f"suyana-{secrets.token_hex(4)}.local.",
    )


class Advertisement:
    """The hub's announcement, for as long as the block lasts. A hub that cannot be announced serves all the same."""

    def __init__(self, centre: str, port: int, bound: str) -> None:
        self._centre = centre
        self._port = port
        self._bound = bound
        self._told, self._answers = asyncio.Event(), asyncio.Event()

    async def __aenter__(self) -> Advertisement:
        ways = ((self._tell, "announced on the network"), (self._answer, "found by who asks everybody"))
        self._tasks = [asyncio.create_task(_keep_on(way, what)) for way, what in ways]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def told(self) -> None:
        """Wait until the announcement has been made once."""
        await self._told.wait()

    async def answers(self) -> None:
        """Wait until a question to everybody is answered."""
        await self._answers.wait()

    async def _answer(self) -> None:
        async with broadcast.answering(self._centre, self._port, self._bound):
            self._answers.set()
            await asyncio.Event().wait()

    async def _tell(self) -> None:
        """Announce, follow the addresses of this machine, and say goodbye when cancelled."""
        addresses = own_addresses(self._bound)
        if not addresses:
            raise OSError(f"{self._bound} has no IPv4 address")
        info = service_info(self._centre, self._port, addresses)
        zeroconf = AsyncZeroconf(interfaces=addresses, ip_version=IPVersion.V4Only)
        try:
            await (await zeroconf.async_register_service(info, allow_name_change=True))
            log.info("announced as %s at %s", info.name.removesuffix(f".{SERVICE}"), ", ".join(addresses))
            self._told.set()
            while True:
                await asyncio.sleep(LOOK_EVERY)
                if (now := own_addresses(self._bound)) and now != addresses:
                    addresses, info.addresses = now, _packed(now)
                    await zeroconf.async_update_interfaces(addresses)
                    await (await zeroconf.async_update_service(info))
                    log.info("announced at %s", ", ".join(addresses))
        finally:
            await zeroconf.async_close()


async def _keep_on(way: Callable[[], Awaitable[None]], what: str) -> None:
    complained = ""
    while True:
        try:
            await way()
        except FAULTS as fault:
            if str(fault) != complained:
                complained = str(fault)
                log.warning("the hub is not %s, clients need its address: %s", what, fault)
        await asyncio.sleep(LOOK_EVERY)


class Listener:
    """Hears hubs for as long as it lives, and remembers every address it heard. Lives in a thread of its own.

    Whoever wants to know the places looks for the hub: then everybody on the network is asked, too.
    """

    def __init__(self, centre: str = "", interfaces: Sequence[str] = ()) -> None:
        """With a centre id, other centres are not heard. `interfaces`: own addresses to listen on, all without."""
        self._centre = centre
        self._fixed = list(interfaces)
        self._places: tuple[str, ...] = ()
        self._announced: dict[str, list[str]] = {}  # URLs by the name of the hub; the newest heard last
        self._gone: list[str] = []  # announced once: an address that was good stays worth a try
        self._resolving: set[asyncio.Task[None]] = set()
        self._asker = broadcast.Asker(centre, self._tell, interfaces)
        self._ask_again = 0.0
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(self._keep_listening())
        self._thread = threading.Thread(target=self._live, name="hub listener", daemon=True)
        self._thread.start()

    def places(self) -> list[str]:
        """WebSocket URLs, the newest heard first. Returns at once; what is answered meanwhile, the next call tells."""
        now = time.monotonic()
        if now >= self._ask_again and self._thread.is_alive():
            self._ask_again = now + ASK_EVERY
            with suppress(RuntimeError):  # the thread has just ended
                self._loop.call_soon_threadsafe(self._asker.ask)
        return list(self._places)

    def close(self) -> None:
        """Hear no more. Returns when the thread has ended."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._task.cancel)
            self._thread.join()

    def _live(self) -> None:
        with closing(self._loop), suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._task)

    async def _keep_listening(self) -> None:
        try:
            await self._asker.open()
            await self._keep_hearing()
        except OSError as fault:  # no socket can be had: mDNS will say so too
            log.info("nobody can be asked for the hub: %s", fault)
            await self._keep_hearing()
        finally:
            self._asker.close()

    async def _keep_hearing(self) -> None:
        complained = ""
        while True:
            try:
                await self._listen(self._fixed or all_addresses())
            except FAULTS as fault:
                if str(fault) != complained:
                    complained = str(fault)
                    log.warning("hubs cannot be heard on this network, their address must be given: %s", fault)
                await asyncio.sleep(LOOK_EVERY)

    async def _listen(self, interfaces: list[str]) -> None:
        """Until the addresses of this machine are other ones: then a question goes out anew, on each network."""
        async with AsyncZeroconf(interfaces=interfaces, ip_version=IPVersion.V4Only) as zeroconf:
            browser = AsyncServiceBrowser(zeroconf.zeroconf, SERVICE, handlers=[self._heard])
            try:
                while (self._fixed or all_addresses()) == interfaces:
                    await asyncio.sleep(LOOK_EVERY)
            finally:
                await browser.async_cancel()
                for task in self._resolving:
                    task.cancel()
                await asyncio.gather(*self._resolving, return_exceptions=True)

    def _heard(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        """Called by zeroconf for every hub that comes, changes or says goodbye."""
        if state_change is ServiceStateChange.Removed:
            self._forget(name)
            return
        task = asyncio.get_running_loop().create_task(self._resolve(zeroconf, service_type, name))
        self._resolving.add(task)
        task.add_done_callback(self._resolving.discard)

    async def _resolve(self, zeroconf: Zeroconf, service_type: str, name: str) -> None:
        try:
            info = AsyncServiceInfo(service_type, name)
            if not await info.async_request(zeroconf, RESOLVE_WITHIN) or info.port is None:
                return
        except FAULTS as fault:  # a name that is none: anybody on the network may say anything
            log.info("an announcement was not understood: %s", fault)
            return
        if self._centre in ("", _centre_of(info.properties)):
            self._announced.pop(name, None)
            self._announced[name] = [url_of(a, info.port) for a in info.parsed_addresses(IPVersion.V4Only)]
            self._tell()

    def _forget(self, name: str) -> None:
        self._gone = [*self._announced.pop(name, []), *self._gone][:REMEMBERED]
        self._tell()

    def _tell(self) -> None:
        heard = [url for urls in reversed(self._announced.values()) for url in urls][:REMEMBERED]
        self._places = tuple(dict.fromkeys([*heard, *self._asker.places, *self._gone]))[:REMEMBERED]


@contextmanager
def places_of(hub: str, identity: Identity) -> Iterator[Places]:
    """Where a client looks for its hub: at the URL given, where the hub last proved itself, and wherever one of that
    centre is heard. A hub on this very machine is looked for nowhere else.

    Raises ValueError, in one sentence, for a URL that is none.
    """
    named = [read_url(hub)] if hub else []
    if named and named[0].startswith(f"wss://{LOOPBACK}:"):
        yield lambda: named
        return
    with closing(Listener(identity.centre)) as listener:
        yield lambda: list(dict.fromkeys([*named, *filter(None, [identity.last_hub]), *listener.places()]))


def _packed(addresses: Sequence[str]) -> list[bytes]:
    return [ipaddress.ip_address(address).packed for address in addresses]


def _centre_of(properties: dict[Any, Any]) -> str:
    return bytes(properties.get(b"centre") or b"").decode(errors="replace")
