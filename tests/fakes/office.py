"""The real office on a loopback port, which can be stopped and started; and one that forgets to look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from shared.lan.web import listen
from sync.enrolment import Enrol, proof
from sync.exchange import Batch, Kept, Parked
from sync.office.server import server
from sync.office.store import OfficeStore, Taken
from sync.office.store.enrolled import Enrolments
from sync.office_link import OfficeLink
from sync.record import AttentionRecord
from sync.signing import Key

OFFICE_KEY, CENTRE_KEY = Key.new(), Key.new()


class CarelessStore(OfficeStore):
    """What an office is without a cursor and without a key: it keeps whatever it is sent."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.records: list[AttentionRecord] = []
        self.last = Kept(0, "")

    def cursor(self, _centre: str, _incarnation: str) -> Kept:
        return Kept(0, "")

    def take(self, _centre: str, _incarnation: str, batch: Batch, _now: datetime) -> Taken:
        self.records += batch.records
        self.last = Kept(batch.to, batch.chain)
        return Taken(self.last, len(batch.records), ())

    def parked(self, _centre: str, _incarnation: str) -> list[Parked]:
        return []


class RunningOffice:
    """An office that listens. `store` is open while it does."""

    def __init__(self, url: str, kind: type[OfficeStore] = OfficeStore) -> None:
        self.store_url = url
        self.port = 0
        self._kind = kind

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self.store = self._kind(self.store_url)
        socket = listen("127.0.0.1", self.port)
        self.port = socket.getsockname()[1]
        self._server = server(self.store, OFFICE_KEY)
        self._serving = asyncio.get_running_loop().create_task(self._server.serve([socket]))

    async def stop(self) -> None:
        self._server.should_exit = True
        await self._serving
        self.store.close()

    def enrol(self, centre: str, key: Key = CENTRE_KEY) -> None:
        enrolments, now = Enrolments(self.store), datetime.now(UTC)
        code = enrolments.new(centre, now)
        assert enrolments.take(centre, Enrol(key.public, proof(code, "centre", centre, key.public)), now)


def link_to(url: str, key: Key = CENTRE_KEY) -> OfficeLink:
    return OfficeLink(url, key, OFFICE_KEY.public)


def sqlite_url(file: Path) -> str:
    return f"sqlite:///{file}"


@asynccontextmanager
async def running_office(
    store: Path | str, *centres: str, kind: type[OfficeStore] = OfficeStore
) -> AsyncIterator[RunningOffice]:
    """A listening office until the block ends; it may have been stopped and started in between.

    `store`: an SQLite file or a URL. The sample centre is enrolled, and `centres`.
    """
    office = RunningOffice(sqlite_url(store) if isinstance(store, Path) else store, kind)
    await office.start()
    for centre in ("region-sur", *centres):
        office.enrol(centre)
    try:
        yield office
    finally:
        await office.stop()
