"""The central office of the canary's day, and the sync that carries to it: real programs, their stores in files."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from installers.demo.programs import DemoError, Programs, free_port, wait_for_port
from installers.faultlab.hall import HallHub
from installers.faultlab.row import CannotRun
from shared.domain.roles import DeviceRole

TAKES = 60.0  # seconds, until the office has what sync reads
LOOK = 0.1  # seconds


class Office(Programs):
    """In a folder of its own, with sync's. Leaving the block ends both. Raises CannotRun."""

    def __init__(self, folder: Path, centre: Path, hub: HallHub) -> None:
        folder.mkdir()
        super().__init__(folder, {})
        self._centre, self._hub = centre, hub
        self._database, self._key, self._enrolment = folder / "office.sqlite", folder / "office.key", folder / "sync"
        self._identity = hub.member(DeviceRole.SYNC, "sync-2").identity.folder

    def begin(self) -> None:
        """Before the hub, which sync goes on looking for."""
        try:
            self._begin()
        except DemoError as error:
            raise CannotRun(f"no office: {error}") from None

    def _begin(self) -> None:
        database, port = ("--database", f"sqlite:///{self._database}"), free_port()
        code = self.done("office", "office", "enrol", self._hub.catalogue.id, *database)
        office = self.start("office", "office", *database, "--key", self._key, "--port", port)
        wait_for_port(port, office)
        there, enrolment = f"http://127.0.0.1:{port}", ("--enrolment", self._enrolment)
        self.done("sync", "sync", "enrol", "--centre", self._centre, "--office", there, "--code", code, *enrolment)
        self.start("sync", "sync", "--hub", self._hub.url, *enrolment, "--identity", self._identity)

    async def has(self, records: int) -> int:
        """Wait until the office has so many attentions. Returns how many it has."""
        with suppress(TimeoutError):
            async with asyncio.timeout(TAKES):
                while self._count() < records:
                    await asyncio.sleep(LOOK)
        return self._count()

    def _count(self) -> int:
        try:
            with closing(sqlite3.connect(self._database, timeout=LOOK)) as connection:
                return int(connection.execute("SELECT count(*) FROM attention").fetchone()[0])
        except sqlite3.Error:
            return 0
