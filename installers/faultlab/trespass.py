"""How an intruder speaks to a hub: any TLS, any frames, and what came back."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, WebSocketException

from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.client import HubAway, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello, encode

TELLING = ("welcome", "changes", "answer", "log", "receipt", "paired")
QUIET = 0.8  # seconds of silence after which nothing more comes
ENOUGH = 3  # frames: a hub that lets somebody in goes on for ever
Heard = list[dict[str, Any]]


def blind(certificate: Identity | None = None, version: ssl.TLSVersion | None = None) -> ssl.SSLContext:
    """TLS that believes everybody, showing a certificate or none."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if version:
        context.maximum_version = version
    if certificate:
        context.load_cert_chain(certificate.folder / "certificate.pem", certificate.folder / "key.pem")
    return context


async def spoken(url: str, tls: ssl.SSLContext | None, *frames: str | bytes) -> Heard:
    """What a hub said to these frames until it was silent or closed the line."""
    heard: Heard = []
    with suppress(OSError, WebSocketException, TimeoutError, ConnectionClosed):
        async with connect(url, ssl=tls, compression=None, open_timeout=5, close_timeout=1) as line:
            for frame in frames:
                await line.send(frame)
            while len(heard) < ENOUGH:
                async with asyncio.timeout(QUIET):
                    heard.append(json.loads(await line.recv()))
    return heard


def told(heard: Heard) -> int:
    """Bytes of what the hub tells only to those it knows."""
    return sum(len(json.dumps(frame)) for frame in heard if frame.get("type") in TELLING)


def hello(role: DeviceRole, device: str, counter: int = 0, zone: str = "") -> str:
    return encode(Hello((PROTOCOL, PROTOCOL), role, device, counter, zone))


async def refused(url: str, identity: Identity, said: Hello) -> bool:
    """Whether a device that proves itself is turned away all the same."""
    try:
        async with connected([url], said, identity):
            return False
    except (HubAway, HubRefused):
        return True


@asynccontextmanager
async def serving(
    tls: ssl.SSLContext | None, receive: Callable[[ServerConnection], Awaitable[None]]
) -> AsyncIterator[str]:
    """Something on loopback that is no hub; its URL."""
    async with serve(receive, "127.0.0.1", 0, ssl=tls, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        yield f"wss://127.0.0.1:{port}"


async def carried(device: ServerConnection, to: str) -> None:
    """Somebody in the middle who carries every frame both ways."""
    async with connect(to, ssl=blind(), compression=None) as hub:

        async def one_way(near: ServerConnection | ClientConnection, far: ServerConnection | ClientConnection) -> None:
            with suppress(ConnectionClosed):
                async for frame in near:
                    await far.send(frame)
            await far.close()

        await asyncio.gather(one_way(device, hub), one_way(hub, device))


def server_tls_of(identity: Identity) -> ssl.SSLContext:
    """A device that acts as a hub, with its own certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(identity.folder / "certificate.pem", identity.folder / "key.pem")
    return context


def another_centre(folder: Path, centre: str) -> Trust:
    """The keys of a centre that is not ours, whatever it calls itself."""
    return Trust.open(folder, centre)
