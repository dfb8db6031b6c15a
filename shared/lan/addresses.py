"""Where programs are on the network: the IPv4 addresses of this machine, and the URLs of a hub."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import ifaddr

from shared.lan.messages import DEFAULT_PORT

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("", "0.0.0.0", "::")  # what a server binds to that is to be reached on all networks
MDNS = ("224.0.0.251", 5353)

Places = Callable[[], list[str]]
"""Gives the WebSocket URLs where the hub may be, best first; it may answer differently at every call."""


def all_addresses() -> list[str]:
    """Every IPv4 address of this machine, that of the usual network first and loopback last."""
    found = {str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4} | {LOOPBACK}
    usual = _usual_address()
    return sorted(found, key=lambda address: (is_loopback(address), is_link_local(address), address != usual, address))


def own_addresses(bound: str) -> list[str]:
    """The addresses under which a server bound to `bound` can be reached; loopback only where there is nothing else.

    Empty for one that speaks IPv6 only: mDNS is told over IPv4. Raises OSError for a name that cannot be looked up.
    """
    if bound in EVERYWHERE:
        everywhere = all_addresses()
        return [address for address in everywhere if not is_loopback(address)] or everywhere[:1]
    found = socket.getaddrinfo(bound, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found if info[0] is socket.AF_INET))


def is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address).is_loopback


def is_link_local(address: str) -> bool:
    """An address that a machine gave itself, because no network gave it one."""
    return ipaddress.ip_address(address).is_link_local


def _usual_address() -> str:
    """The address that leaves for multicast by default, or ""."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(MDNS)  # no packet is sent: it asks which address would be used
            return str(probe.getsockname()[0])
        except OSError:
            return ""  # no route: a network without a gateway, or none


def url_of(host: str, port: int = DEFAULT_PORT) -> str:
    return f"wss://{host}:{port}"


def parts_of(url: str) -> tuple[str, int]:
    """Host and port of a URL as `url_of` writes it. Raises ValueError."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or DEFAULT_PORT


def read_url(text: str) -> str:
    """The URL of a hub given as `wss://host:port`, `host:port` or `host`. Raises ValueError in one sentence."""
    bare = text.strip().removeprefix("wss://").rstrip("/")
    host, colon, port = bare.rpartition(":") if not bare.endswith("]") else (bare, "", "")
    if not colon:
        host, port = bare, str(DEFAULT_PORT)
    named = re.fullmatch(r"[^\s/:\[\]]+|\[[0-9A-Fa-f:.]+\]", host)
    if not named or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(f"hub {text!r}: expected an address such as wss://192.168.1.10:{DEFAULT_PORT}")
    return url_of(host, int(port))
