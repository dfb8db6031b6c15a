"""A real hub as a process of its own on loopback, and the devices of its hall with the keys that it trusts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from installers.demo.people import DEMO_PIN, comes_in
from installers.demo.programs import free_port
from installers.faultlab.row import CannotRun
from shared.domain.catalogue import Role
from shared.domain.centre_file import load_centre
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.client import HubClient, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello

LISTENS_WITHIN = 30.0  # seconds
MONDAY = "2026-11-23T08:31"


class Member(NamedTuple):
    """A device of the hall. `person`: who sits at it, "" where nobody has to."""

    hello: Hello
    identity: Identity
    person: str = ""


class HallHub:
    """`suyana hub` on a store in a folder. `code`: run instead of `-m suyana`, with the same arguments."""

    def __init__(
        self, folder: Path, centre: Path, clock: str = MONDAY, code: str = "", more: Sequence[str] = ()
    ) -> None:
        self.folder = folder.resolve()
        self.store = self.folder / "centre.sqlite"
        self.log = self.folder / "hub.log"
        self.port = free_port()
        self.url = f"wss://127.0.0.1:{self.port}"
        self.catalogue = load_centre(centre)
        self._trust = Trust.of_store(self.store, self.catalogue.id)
        self._arguments = ["hub", "--centre", str(centre), "--store", str(self.store), "--host", "127.0.0.1"]
        self._arguments += [
            "--port",
            str(self.port),
            "--no-advertise",
            "--demo-pin",
            DEMO_PIN,
            *(["--clock", clock] if clock else []),
            *more,
        ]
        self._program = ["-c", code] if code else ["-m", "suyana"]
        self._process: subprocess.Popen[bytes] | None = None

    def member(self, role: DeviceRole, device: str, counter: int = 0) -> Member:
        """A device that the hub admits at its next start."""
        identity = self._trust.make_device(self.folder / "devices" / device, role, device, counter)
        return Member(Hello((PROTOCOL, PROTOCOL), role, device, counter), identity, self._who(role, counter))

    def _who(self, role: DeviceRole, counter: int) -> str:
        works = {DeviceRole.ORIENTATOR: Role.ORIENTATOR, DeviceRole.SUPERVISOR: Role.SUPERVISOR}
        if role is DeviceRole.COUNTER:
            return f"a{counter:03d}"
        return next((a.id for a in self.catalogue.advisors if a.role is works.get(role)), "")

    @asynccontextmanager
    async def line(self, member: Member) -> AsyncIterator[HubClient]:
        """A line of a device, with whoever sits at it signed in, until the block ends."""
        async with connected([self.url], member.hello, member.identity) as client:
            if member.person:
                await comes_in(client, member.person)
            yield client

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self, environment: Mapping[str, str] | None = None) -> None:
        """Until it listens. Raises CannotRun."""
        began = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            command = [sys.executable, *self._program, *self._arguments]
            where = {**os.environ, **(environment or {}), "PYTHONPATH": os.pathsep.join(sys.path)}
            self._process = subprocess.Popen(command, stderr=log, stdout=log, env=where, cwd=self.folder)
        end = time.monotonic() + LISTENS_WITHIN
        while b"listens on port" not in self.log.read_bytes()[began:]:
            if not self.is_running or time.monotonic() > end:
                raise CannotRun(f"the hub did not begin: {self.last_words()}")
            time.sleep(0.02)

    def stop(self) -> int:
        """Ask it to end, as systemd does. Returns its exit status."""
        assert self._process
        self._process.terminate()
        return self._process.wait(20)

    def signal(self, number: int) -> None:
        """Send a signal and wait for its end."""
        assert self._process
        self._process.send_signal(number)
        self._process.wait(20)

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"
