"""The hub tells where it is by mDNS, and clients listen. A hint, never an identity.

Cheap switches drop multicast after some minutes, and `kill -9` of a hub takes its record away only after 120 s: so
clients keep what they once heard, try every address, and the WebSocket alone says whether the hub lives. Networks
come and go (a cable, a lease, a machine that starts faster than its switch): both sides look again and follow.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from types import TracebackType
from typing import Any

import zeroconf as mdns
from zeroconf import IPVersion, ServiceInfo, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from shared.lan.addresses import Places, all_addresses, own_addresses, read_url, url_of
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL

log = logging.getLogger(__name__)

SERVICE = "_suyana._tcp.local."
LOOK_EVERY = 15.0  # seconds between two looks at the addresses of this machine
RESOLVE_WITHIN = 3_000  # ms until a hub that was named has said where it is
REMEMBERED = 12  # addresses: each that leads nowhere costs whoever looks for the hub a try

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
        self._told = asyncio.Event()

    async def __aenter__(self) -> Advertisement:
        self._task = asyncio.create_task(self._keep_told())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def told(self) -> None:
        """Wait until the announcement has been made once."""
        await self._told.wait()

    async def _keep_told(self) -> None:
        complained = ""
        while True:
            try:
                await self._tell()
            except FAULTS as fault:
                if str(fault) != complained:
                    complained = str(fault)
                    log.warning("the hub is not announced on the network, clients need its address: %s", fault)
            await asyncio.sleep(LOOK_EVERY)

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


class Listener:
    """Hears hubs for as long as it lives, and remembers every address it heard. Lives in a thread of its own."""

    def __init__(self, centre: str = "", interfaces: Sequence[str] = ()) -> None:
        """With a centre id, other centres are not heard. `interfaces`: own addresses to listen on, all without."""
        self._centre = centre
        self._fixed = list(interfaces)
        self._places: tuple[str, ...] = ()
        self._announced: dict[str, list[str]] = {}  # URLs by the name of the hub; the newest heard last
        self._gone: list[str] = []  # announced once: an address that was good stays worth a try
        self._resolving: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(self._keep_listening())
        self._thread = threading.Thread(target=self._live, name="hub listener", daemon=True)
        self._thread.start()

    def places(self) -> list[str]:
        """WebSocket URLs, the newest heard first. Returns at once."""
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
        heard = [url for urls in reversed(self._announced.values()) for url in urls]
        self._places = tuple(dict.fromkeys([*heard, *self._gone]))[:REMEMBERED]


@contextmanager
def places_of(hub: str, identity: Identity) -> Iterator[Places]:
    """Where a client looks for its hub: at the URL given, or, for "", where the hub last proved itself and wherever one
    of that centre is heard.

    Raises ValueError, in one sentence, for a URL that is none.
    """
    if hub:
        url = read_url(hub)
        yield lambda: [url]
        return
    with closing(Listener(identity.centre)) as listener:
        yield lambda: list(dict.fromkeys([*filter(None, [identity.last_hub]), *listener.places()]))


def _packed(addresses: Sequence[str]) -> list[bytes]:
    return [ipaddress.ip_address(address).packed for address in addresses]


def _centre_of(properties: dict[Any, Any]) -> str:
    return bytes(properties.get(b"centre") or b"").decode(errors="replace")
