"""Many centres that push one day each, as the sync of each of them would, from one process: their line is not thin."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from installers.officelab import country
from installers.officelab.certificates import Certificates
from installers.officelab.offices import Offices
from sync.enrolment import Enrol, proof
from sync.exchange import Batch, Cursor, write_batch
from sync.office.store import OfficeStore
from sync.office.store.enrolled import Enrolments
from sync.office_link import OfficeAway, OfficeLink
from sync.pace import LARGEST, Pace
from sync.pusher import office_pauses
from sync.record import AttentionRecord
from sync.signing import Key

INCARNATION = "0123456789abcdef"
CHAIN = "a" * 32


class Link(OfficeLink):
    """One that is given bodies which are packed already: that work is spread over a country in truth."""

    async def hand_over(self, path: str, body: bytes) -> Cursor:
        return await self._ask("POST", path, Cursor, body)


class Day:
    """The records of a day, in bodies that any centre may send: what centre it is stands in the path."""

    def __init__(self, records: Sequence[AttentionRecord]) -> None:
        self.records = records
        self._bodies: dict[tuple[int, int], bytes] = {}

    def __len__(self) -> int:
        return len(self.records)

    def body(self, at: int, size: int) -> bytes:
        if (at, size) not in self._bodies:
            part = tuple(self.records[at : at + size])
            after = self.records[at - 1].seq if at else 0
            batch = Batch(after, part[-1].seq, part, CHAIN if at else "", CHAIN)
            self._bodies[at, size] = write_batch(batch)
        return self._bodies[at, size]


def a_day(folder: Path, seed: int, *, large: bool, most: int | None = None) -> Day:
    """Of the largest centre or a small one; its first records. Of stops that ended with one event only the first."""
    happened = country.lived(country.LIMA if large else country.SMALL, country.DAYS[:1], seed)
    store = folder / "lived.sqlite"
    country.write(store, "lived", happened)
    records = [record for record in country.records_of(store) if record.day == country.DAYS[0]][:most]
    apart = [records[0], *(later for before, later in pairwise(records) if later.seq > before.seq)]
    return Day(apart)  # so that a piece may end anywhere


class Steady(Pace):
    """Whole pieces, as from a centre with a good line."""

    def __init__(self) -> None:
        self.size, self.lanes = LARGEST, 2

    def worked(self, _seconds: float) -> None:
        pass

    def failed(self) -> None:
        pass

    def busy(self) -> None:
        pass


@dataclass
class Answers:
    """Seconds until an answer to a piece that was taken; `later`: how often a centre was told to come again."""

    taken: list[float] = field(default_factory=list)
    later: int = 0


class Crowd:
    """Centres `name-1` ... that are enrolled with one key, each with lines of its own to one of the receivers."""

    def __init__(self, offices: Offices, certificates: Certificates, folder: Path, name: str, count: int) -> None:
        self._offices, self._certificates = offices, certificates
        self.names = [f"{name}-{n}" for n in range(1, count + 1)]
        self._key = Key.kept_in(folder / f"{name}.key")
        now = datetime.now(UTC)
        with OfficeStore(offices.url) as store:
            enrolments = Enrolments(store)
            for each in self.names:
                code = enrolments.new(each, now)
                public = self._key.public
                assert enrolments.take(each, Enrol(public, proof(code, "centre", each, public)), now)

    async def push(self, day: Day, at_once: int, pace: Callable[[], Pace] = Pace) -> Answers:
        """The same day of all of them, so many centres at a time."""
        answers, turn = Answers(), asyncio.Semaphore(at_once)

        async def one(number: int, name: str) -> None:
            link = self._link(number)
            async with turn, link:
                await link.cursor(name, INCARNATION)
                await _push(link, name, day, pace(), answers)

        await asyncio.gather(*(one(number, name) for number, name in enumerate(self.names)))
        return answers

    def _link(self, number: int) -> Link:
        port = self._offices.ports[number % len(self._offices.ports)]
        office = self._offices.key.public
        return Link(f"https://127.0.0.1:{port}", self._key, office, authority=self._certificates.authority)


async def _push(link: Link, centre: str, day: Day, pace: Pace, answers: Answers) -> None:
    """As the pusher does: a few pieces on their way, fewer and smaller ones when the office has no time."""
    waits, at = office_pauses(), 0
    todo: deque[tuple[int, int]] = deque()
    open_: set[asyncio.Task[tuple[int, int, OfficeAway | None]]] = set()
    while at < len(day) or todo or open_:
        while len(open_) < pace.lanes and (todo or at < len(day)):
            piece = todo.popleft() if todo else (at, pace.size)
            at = max(at, sum(piece))
            open_.add(asyncio.create_task(_piece(link, centre, day, piece, pace, answers)))
        done, open_ = await asyncio.wait(open_, return_when=asyncio.FIRST_COMPLETED)
        trouble = _kept(done, todo)
        if trouble is None:
            waits = office_pauses()
            continue
        if open_:
            rest, open_ = await asyncio.wait(open_)
            _kept(rest, todo)
        (pace.busy if trouble.wait else pace.failed)()
        await asyncio.sleep(max(next(waits), trouble.wait))


def _kept(
    done: set[asyncio.Task[tuple[int, int, OfficeAway | None]]], todo: deque[tuple[int, int]]
) -> OfficeAway | None:
    trouble: OfficeAway | None = None
    for task in done:
        at, size, away = task.result()
        if away:
            trouble = away
            todo.append((at, size))
    return trouble


async def _piece(
    link: Link, centre: str, day: Day, piece: tuple[int, int], pace: Pace, answers: Answers
) -> tuple[int, int, OfficeAway | None]:
    path = f"/v1/centres/{centre}/{INCARNATION}/records"
    body = day.body(*piece)
    began = perf_counter()
    try:
        await link.hand_over(path, body)
    except OfficeAway as away:
        answers.later += 1
        return *piece, away
    took = perf_counter() - began
    pace.worked(took)
    answers.taken.append(took)
    return *piece, None
