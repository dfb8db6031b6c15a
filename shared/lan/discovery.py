"""The hub tells where it is by mDNS, and clients listen. A hint, never an identity.

Cheap switches drop multicast after some minutes, and `kill -9` of a hub takes its record away only after 120 s: so
clients keep what they once heard, try every address, and the WebSocket alone says whether the hub lives.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from types import TracebackType

from zeroconf import IPVersion, ServiceBrowser, ServiceInfo, Zeroconf
from zeroconf.asyncio import AsyncZeroconf

from shared.lan.messages import DEFAULT_PORT, PROTOCOL

SERVICE = "_suyana._tcp.local."


def service_info(centre: str, port: int, addresses: Sequence[str]) -> ServiceInfo:
    """What the hub of a centre announces: its centre id and protocol version."""
    return ServiceInfo(
        SERVICE,
        f"{centre}.{SERVICE}",
        port=port,
        addresses=[ipaddress.ip_address(address).packed for address in addresses],
        properties={"centre": centre, "protocol": str(PROTOCOL)},
        server=f"suyana-{centre}.local.",
    )


def own_addresses(bound: str) -> list[str]:
    """The IPv4 addresses under which a server bound to `bound` can be reached from the hall."""
    if bound not in ("", "0.0.0.0", "::"):
        return [bound]
    found = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("224.0.0.251", 5353))  # no packet is sent: it asks which address would be used
            found.add(str(probe.getsockname()[0]))
        except OSError:
            pass  # no network but loopback
    return sorted(found, key=lambda address: address.startswith("127."))


class Advertisement:
    """The hub's announcement, for as long as the block lasts."""

    def __init__(self, centre: str, port: int, bound: str) -> None:
        addresses = own_addresses(bound)
        self._info = service_info(centre, port, addresses)
        self._interfaces = addresses

    async def __aenter__(self) -> None:
        self._zeroconf = AsyncZeroconf(interfaces=self._interfaces, ip_version=IPVersion.V4Only)
        await self._zeroconf.async_register_service(self._info, allow_name_change=True)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._zeroconf.async_unregister_service(self._info)
        await self._zeroconf.async_close()


class Listener:
    """Hears hubs for as long as it lives, and remembers every address it heard."""

    def __init__(self, centre: str = "", interfaces: Sequence[str] = ()) -> None:
        """With a centre id, hubs of other centres are not heard."""
        self._centre = centre
        self._urls: list[str] = []
        self._zeroconf = Zeroconf(interfaces=list(interfaces) or own_addresses(""), ip_version=IPVersion.V4Only)
        self._browser = ServiceBrowser(self._zeroconf, SERVICE, listener=self)  # type: ignore[arg-type]

    def places(self) -> list[str]:
        """WebSocket URLs, the newest heard first."""
        return list(self._urls)

    def close(self) -> None:
        self._zeroconf.close()

    def add_service(self, zeroconf: Zeroconf, kind: str, name: str) -> None:
        """Called by zeroconf's own thread."""
        info = zeroconf.get_service_info(kind, name)
        if info is None or info.port is None:
            return
        centre = (info.properties.get(b"centre") or b"").decode(errors="replace")
        if self._centre and centre != self._centre:
            return
        heard = [url_of(address, info.port) for address in info.parsed_addresses(IPVersion.V4Only)]
        self._urls = heard + [url for url in self._urls if url not in heard]

    update_service = add_service

    def remove_service(self, zeroconf: Zeroconf, kind: str, name: str) -> None:
        """An address once good stays worth a try."""


def url_of(host: str, port: int = DEFAULT_PORT) -> str:
    return f"ws://{host}:{port}"


def read_url(text: str) -> str:
    """The URL of a hub given as `ws://host:port`, `host:port` or `host`. Raises ValueError in one sentence."""
    bare = text.strip().removeprefix("ws://").rstrip("/")
    host, colon, port = bare.rpartition(":") if not bare.endswith("]") else (bare, "", "")
    if not colon:
        host, port = bare, str(DEFAULT_PORT)
    if not host or "/" in host or "://" in bare or not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError(f"hub {text!r}: expected an address such as ws://192.168.1.10:{DEFAULT_PORT}")
    return url_of(host, int(port))
