"""A small hub on a real socket: the real rules and the real messages, its log in memory, no views."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta

import msgspec
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.hall import Hall
from shared.domain.refusals import Refusal
from shared.hub import answers
from shared.lan.messages import (
    PROTOCOL,
    Ancestor,
    Answer,
    Ask,
    Changes,
    Hello,
    Log,
    LogEntry,
    Message,
    Problem,
    ReadLog,
    Refused,
    Welcome,
    encode,
    from_client,
)
from tests.fakes.identities import trust

FIRST_MOMENT = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)  # a Monday, 08:30 in Lima


class FakeHub:
    """`order` makes events; a minute passes between orders unless told otherwise. Stop and start keep the log."""

    def __init__(self, catalogue: Catalogue, incarnation: str = "0123456789abcdef") -> None:
        self.hall = Hall()
        self.log: list[e.Recorded] = []
        self.incarnation = incarnation
        self.ancestors: tuple[Ancestor, ...] = ()
        self.now = FIRST_MOMENT
        self.reads: list[ReadLog] = []
        self.hellos: list[Hello] = []
        self.welcomes = True
        self.says_centre = catalogue.id
        self.lines: set[ServerConnection] = set()
        self.port = 0
        self._append(e.CatalogueChanged(catalogue))

    @property
    def url(self) -> str:
        return f"wss://127.0.0.1:{self.port}"

    @property
    def last(self) -> int:
        return self.log[-1].seq

    async def __aenter__(self) -> FakeHub:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        tls = trust(self.hall.centre.catalogue.id).server_tls()
        self._server = await serve(self._line, "127.0.0.1", self.port, compression=None, close_timeout=0.1, ssl=tls)
        self.port = next(iter(self._server.sockets)).getsockname()[1]

    async def stop(self) -> None:
        self._server.close()
        await self._server.wait_closed()

    def restore(self, seq: int, incarnation: str) -> None:
        """What a restoration up to an event leaves; to be called while nobody is on the line."""
        self.ancestors += (Ancestor(self.incarnation, seq, entry(self.log[seq - 1]).hash),)
        self.incarnation, self.log, self.hall = incarnation, self.log[:seq], Hall()
        for recorded in self.log:
            self.hall.apply(recorded.event, recorded.at)

    def order(self, command: c.Command, minutes: float = 1) -> e.Event:
        """Carry out an order and tell everybody. Returns its last event."""
        self.now += timedelta(minutes=minutes)
        events = self.hall.decide(command, self.now)
        for event in events:
            self._append(event)
        for line in list(self.lines):
            asyncio.get_running_loop().create_task(self._say(line, Changes(self.last, self.now, {})))
        return events[-1]

    def _append(self, event: e.Event) -> None:
        self.hall.apply(event, self.now)
        day = None if isinstance(event, e.CentreEvent) or self.hall.day is None else self.hall.day.day
        self.log.append(e.Recorded(len(self.log) + 1, self.now, day, 1, "device-1", "", event))

    async def _line(self, line: ServerConnection) -> None:
        try:
            hello = from_client(await line.recv())
        except ConnectionClosed:  # gone before it said anything
            return
        assert isinstance(hello, Hello)
        self.hellos.append(hello)
        if not self.welcomes:
            await self._say(line, Problem("this hub is not in the mood"))
            return
        centre, before = self.says_centre, self.ancestors or msgspec.UNSET
        await self._say(line, Welcome(PROTOCOL, centre, self.incarnation, 1, self.now, self.last, {}, ancestors=before))
        self.lines.add(line)
        try:
            async for frame in line:
                await self._say(line, self._answer(frame))
        except ConnectionClosed:
            pass
        finally:
            self.lines.discard(line)

    def _answer(self, frame: str | bytes) -> Message:
        message = from_client(frame)
        match message:
            case ReadLog():
                self.reads.append(message)
                return self._read(message)
            case Ask():
                try:
                    self.order(message.command)
                except Refusal as refusal:
                    return Refused(message.request, refusal.code, refusal.params)
                result = answers.result(self.hall, message.command, [self.log[-1].event])
                return Answer(message.request, self.last, result)
        return Problem("hello again?")

    def _read(self, asked: ReadLog) -> Log:
        if not asked.whole_day:
            entries = self.log[asked.after : asked.after + asked.limit]
            return Log(asked.request, tuple(map(entry, entries)), self.last)
        opened = max((r.seq for r in self.log if isinstance(r.event, e.DayOpened) and r.seq <= asked.after), default=1)
        before = [r for r in self.log[: opened - 1] if isinstance(r.event, e.CatalogueChanged)]
        entries = [*before[-1:], *self.log[opened - 1 : opened - 1 + asked.limit]]
        return Log(asked.request, tuple(map(entry, entries)), self.last)

    async def _say(self, line: ServerConnection, message: Message) -> None:
        try:
            await line.send(encode(message))
        except ConnectionClosed:
            self.lines.discard(line)


def entry(recorded: e.Recorded) -> LogEntry:
    """A recorded event as it is sent."""
    day = recorded.day.isoformat() if recorded.day else ""
    body = msgspec.Raw(e.encode_event(recorded.event))
    chain = hashlib.sha256(bytes(body) + str((recorded.seq, recorded.at)).encode()).hexdigest()
    return LogEntry(recorded.seq, recorded.at, day, recorded.epoch, recorded.device, recorded.person, body, chain)
