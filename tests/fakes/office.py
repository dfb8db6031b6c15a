"""The real office on a loopback port, which can be stopped and started; and one that forgets to look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sync.exchange import Batch
from sync.office.server import listen, server
from sync.office.store import OfficeStore
from sync.record import AttentionRecord


class CarelessStore:
    """What an office is without a cursor and without a key: it keeps whatever it is sent."""

    def __init__(self) -> None:
        self.records: list[AttentionRecord] = []
        self.last = 0

    def cursor(self, _centre: str, _incarnation: str) -> int:
        return self.last

    def take(self, _centre: str, _incarnation: str, batch: Batch, _now: datetime) -> int:
        self.records += batch.records
        self.last = batch.to
        return len(batch.records)

    def close(self) -> None:
        pass


class RunningOffice:
    """An office that listens. `store` is open while it does."""

    def __init__(self, path: Path, careless: CarelessStore | None = None) -> None:
        self.path = path
        self.port = 0
        self._careless = careless

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self.store = self._careless or OfficeStore(self.path)
        socket = listen("127.0.0.1", self.port)
        self.port = socket.getsockname()[1]
        self._server = server(self.store)  # type: ignore[arg-type]
        self._serving = asyncio.get_running_loop().create_task(self._server.serve([socket]))

    async def stop(self) -> None:
        self._server.should_exit = True
        await self._serving
        self.store.close()


@asynccontextmanager
async def running_office(path: Path, careless: CarelessStore | None = None) -> AsyncIterator[RunningOffice]:
    """A listening office until the block ends; it may have been stopped and started in between."""
    office = RunningOffice(path, careless)
    await office.start()
    try:
        yield office
    finally:
        await office.stop()
