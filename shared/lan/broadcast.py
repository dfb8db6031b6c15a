"""Where is the hub? asked of everybody on the network in one UDP datagram, for halls whose switches drop multicast.

A hint like mDNS, never an identity: whoever answers is believed nothing until it has proved the centre's certificate.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import cast

import ifaddr
import msgspec

from shared.lan.addresses import LOOPBACK, is_loopback, url_of
from shared.lan.messages import DEFAULT_PORT, PROTOCOL

ASKED_AT = DEFAULT_PORT  # UDP: one port for all hubs, since who asks knows nothing of the hub
SIZE = 256  # bytes of every question; an answer is never longer, so that nobody can use a hub to flood another one
LARGEST = 1_024  # bytes that are looked at
PER_SECOND = 50  # answers of a hub
MOST_ANSWERS = 6  # that count for one question

_EVERYBODY = "255.255.255.255"

Address = tuple[str, int]


class WhereIsHub(msgspec.Struct, frozen=True, tag_field="type", tag="where_is_hub"):
    """`centre`: "" for any. `nonce`: comes back in the answer. `filling` makes the question as long as any answer."""

    nonce: str
    centre: str = ""
    filling: str = ""


class HubIsHere(msgspec.Struct, frozen=True, tag_field="type", tag="hub_is_here"):
    """At the address that this comes from, at this TCP port."""

    nonce: str
    centre: str
    port: int
    protocol: int = PROTOCOL


_questions = msgspec.json.Decoder(WhereIsHub)
_answers = msgspec.json.Decoder(HubIsHere)


def question(nonce: str, centre: str) -> bytes:
    bare = msgspec.json.encode(WhereIsHub(nonce, centre))
    return msgspec.json.encode(WhereIsHub(nonce, centre, "." * max(0, SIZE - len(bare))))


def answer(asked: bytes, centre: str, port: int) -> bytes:
    """What a hub says to a question, b"" for nothing: to another centre's, to nonsense, to one shorter than itself."""
    if not SIZE <= len(asked) <= LARGEST:
        return b""
    try:
        where = _questions.decode(asked)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return b""
    if where.centre not in ("", centre):
        return b""
    said = msgspec.json.encode(HubIsHere(where.nonce, centre, port))
    return said if len(said) <= len(asked) else b""


def told(data: bytes, sender: str, nonce: str, centre: str) -> str:
    """The URL that an answer to a question names, "" for one that is none."""
    try:
        here = _answers.decode(data[:LARGEST])
        ipaddress.IPv4Address(sender)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError):
        return ""
    ours = secrets.compare_digest(here.nonce.encode(), nonce.encode()) and centre in ("", here.centre)
    return url_of(sender, here.port) if ours and 0 < here.port < 65536 else ""


def reaching(interfaces: Sequence[str] = ()) -> list[str]:
    """The broadcast addresses of the networks that this machine is in, or of those of its addresses that are named."""
    found = {} if interfaces else {_EVERYBODY: None}
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            if ip.is_IPv4 and (not interfaces or ip.ip in interfaces):
                network = ipaddress.IPv4Network(f"{ip.ip}/{ip.network_prefix}", strict=False)
                if network.prefixlen < 31:
                    found[str(network.broadcast_address)] = None
    return list(found)


class Asker(asyncio.DatagramProtocol):
    """Asks when it is told to, and remembers who answered the last question."""

    def __init__(self, centre: str, heard: Callable[[], None], interfaces: Sequence[str] = ()) -> None:
        self.places: list[str] = []
        self._centre, self._heard, self._interfaces = centre, heard, interfaces
        self._nonce, self._fresh = "", True
        self._line: asyncio.DatagramTransport | None = None

    async def open(self) -> None:
        """Raises OSError."""
        loop = asyncio.get_running_loop()
        self._line, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=("0.0.0.0", 0), allow_broadcast=True
        )

    def ask(self) -> None:
        """What was answered before stands until somebody answers this."""
        self._nonce = secrets.token_hex(8)
        self._fresh = True
        for address in reaching(self._interfaces):
            with suppress(OSError):  # a network that is not there now
                if self._line:
                    self._line.sendto(question(self._nonce, self._centre), (address, ASKED_AT))

    def close(self) -> None:
        if self._line:
            self._line.close()
            self._line = None

    def datagram_received(self, data: bytes, sender: Address) -> None:
        url = told(data, sender[0], self._nonce, self._centre)
        if not url:
            return
        if self._fresh:
            self.places, self._fresh = [], False
        if url not in self.places and len(self.places) < MOST_ANSWERS:
            self.places.append(url)
            self._heard()

    def error_received(self, error: Exception) -> None:
        """A network that cannot be asked; the next one can."""


class Answerer(asyncio.DatagramProtocol):
    """Answers for a hub. Loopback is answered only by who listens there, and nobody else's question by who does."""

    def __init__(self, centre: str, port: int, bound: str) -> None:
        self._centre, self._port = centre, port
        self._only_here = bound == LOOPBACK
        self._left, self._at = float(PER_SECOND), 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._line = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, sender: Address) -> None:
        if self._only_here and not is_loopback(sender[0]):
            return
        said = answer(data, self._centre, self._port)
        if said and self._may():
            with suppress(OSError):
                self._line.sendto(said, sender)

    def error_received(self, error: Exception) -> None:
        """Whoever asked is gone."""

    def _may(self) -> bool:
        now = asyncio.get_running_loop().time()
        self._left = min(float(PER_SECOND), self._left + (now - self._at) * PER_SECOND)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


@asynccontextmanager
async def answering(centre: str, port: int, bound: str) -> AsyncIterator[None]:
    """Answer until the block ends. Raises OSError where the port cannot be had."""
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # several hubs on one machine hear every question
        line.setblocking(False)
        line.bind(("0.0.0.0", ASKED_AT))  # a datagram to all reaches no socket that is bound to one address
    except OSError:
        line.close()
        raise
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: Answerer(centre, port, bound), sock=line)
    try:
        yield
    finally:
        transport.close()
