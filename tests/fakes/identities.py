"""Identities of one centre for tests: one authority a session, a device's folder made when it is first asked for."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from websockets.asyncio.client import connect as connect_socket

from shared.domain.device import Device
from shared.domain.roles import DeviceRole
from shared.hub.doors import Doors
from shared.hub.trust import Trust
from shared.lan import client
from shared.lan.certificates import fingerprint, named, read_certificate
from shared.lan.client import HubClient, OnChange
from shared.lan.identity import Identity
from shared.lan.messages import Hello

ANYBODY = "anybody"  # a device that open doors let be whatever it says
LONG_AGO = datetime(2026, 11, 1, tzinfo=UTC)


@cache
def folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="suyana-identities-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def trust(centre: str = "region-sur") -> Trust:
    """The keys of a centre, the same for the whole session."""
    return _trust(centre)


@cache
def _trust(centre: str) -> Trust:
    return Trust.open(folder() / centre / "trust", centre)


def identity(role: DeviceRole, device: str, centre: str = "region-sur") -> Identity:
    """A device that the centre's authority signed."""
    return _identity(role, device, centre)


def machine(role: DeviceRole, device: str, folder: Path) -> Path:
    """The folder of a device on a machine of its own: what one test's device keeps beside its key, no other finds."""
    where = folder / device
    return where if where.exists() else shutil.copytree(identity(role, device).folder, where)


@cache
def _identity(role: DeviceRole, device: str, centre: str) -> Identity:
    return trust(centre).write_identity(folder() / centre / "devices" / f"{role.value}-{device}", role, device)


def identity_for(hello: Hello, centre: str = "region-sur") -> Identity:
    """That of the device which says this hello."""
    return identity(hello.role, hello.device, centre)


class OpenDoors(Doors):
    """Let in whatever the authority signed, as what it was signed for, at any counter: no device need be in the log."""

    def known(self, certificate: bytes) -> Device:
        who = named(read_certificate(certificate))
        return Device(who.device, DeviceRole(who.role), 0, "", fingerprint(certificate), LONG_AGO)

    def fitted(self, hello: Hello, device: Device) -> Hello:
        return hello if device.device == ANYBODY else super().fitted(hello, device)

    def still_open(self, device: Device) -> bool:  # noqa: ARG002
        return True


def open_doors(centre: str) -> OpenDoors:
    return OpenDoors(trust(centre), dict)


def serves(url: str, centre: str) -> None:
    """Note which centre's hub is at a URL, for whoever only knows the URL."""
    _CENTRES[url] = centre


def line(url: str, **options: Any) -> connect_socket:
    """A bare WebSocket to a hub with open doors, to say anything on; to be awaited or entered."""
    anybody = identity(DeviceRole.CONSOLE, ANYBODY, _centre_at([url]))
    return connect_socket(url, ssl=anybody.tls, server_hostname=anybody.hub_name, compression=None, **options)


async def connect(urls: list[str], hello: Hello, on_change: OnChange | None = None) -> HubClient:
    """A line of the device that says this hello."""
    return await client.connect(urls, hello, identity_for(hello, _centre_at(urls)), on_change)


@asynccontextmanager
async def connected(urls: list[str], hello: Hello, on_change: OnChange | None = None) -> AsyncIterator[HubClient]:
    """The same, until the block ends."""
    async with client.connected(urls, hello, identity_for(hello, _centre_at(urls)), on_change) as line:
        yield line


def _centre_at(urls: list[str]) -> str:
    return next((_CENTRES[url] for url in urls if url in _CENTRES), "region-sur")


_CENTRES: dict[str, str] = {}
