"""Who is connected, and what is said to whom: the LAN protocol of `docs/protocol.md` over WebSocket."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import get_args

import msgspec
from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from shared.domain import events as e
from shared.domain.commands import Actor, Command
from shared.domain.device import Device
from shared.domain.events import Recorded, encode_event
from shared.domain.refusals import Code, Refusal
from shared.hub import permissions
from shared.hub.attended import Attended
from shared.hub.doors import Doors, NotWelcome
from shared.hub.entrance import ENTRANCE_ORDERS, Entrance
from shared.hub.gate import gate
from shared.hub.hub import Hub
from shared.hub.limits import Limits, Pace, Strangers, TooMuch, looked_at, must_be_plain
from shared.hub.pairing_desk import PairingDesk
from shared.hub.presence import Presence
from shared.hub.sign_ins import SignIns
from shared.hub.steady import Steady
from shared.hub.views import Shown, Views, changes
from shared.lan.messages import (
    MAX_FRAME,
    PROTOCOL,
    Answer,
    Ask,
    Changes,
    DeviceRole,
    Done,
    FromHub,
    Hello,
    Log,
    LogEntry,
    Problem,
    ReadLog,
    Refused,
    Welcome,
    encode,
    from_client,
)
from shared.lan.signing_in import PinMessage
from shared.lan.views import ClockView

log = logging.getLogger(__name__)

HELLO_WITHIN = 5.0  # seconds
PING_EVERY = 5.0  # seconds
PONG_WITHIN = 10.0  # seconds
LONGEST_ID = 64  # characters: device and person go into the log with every event, request ids stay for two days
LOG_LIMIT = 2_000  # events in one answer
TOO_SLOW = 4 * 1024 * 1024  # bytes that a client has not taken yet
BACKLOG = 1_024  # clients of a hall that come back at once lose a second to a dropped SYN otherwise


AudienceKey = tuple[str, int, str, bool]
WATCH_THE_ENTRANCE = (DeviceRole.SUPERVISOR, DeviceRole.CONSOLE)
COMMANDS = {str(kind.__struct_config__.tag) for kind in get_args(Command)}


@dataclass(slots=True)
class Audience:
    """All clients that are shown the same, and what they were shown last. complete: with the person they need."""

    hello: Hello
    complete: bool
    shown: Shown
    connections: set[ServerConnection] = field(default_factory=set)


class Desk:
    """Where clients are received. Keeps who is there, and tells each audience what changed."""

    def __init__(self, names: Mapping[str, str], limits: Limits | None = None) -> None:
        """`names` of the people who work here, by id, for the screens where they do."""
        limits = limits or Limits()
        self.strangers = Strangers(limits)
        self._paces: defaultdict[str, Pace] = defaultdict(lambda: Pace(limits))
        self.hub: Hub  # set once the hub has begun; nobody is received before
        self.sign_ins: SignIns  # likewise
        self.doors: Doors  # likewise
        self._names = names
        self._views: Views | None = None
        self._steady = Steady()
        self._audiences: dict[AudienceKey, Audience] = {}
        self._lines: dict[ServerConnection, tuple[Device, Presence]] = {}
        self._attended = Attended()
        self.entrance = Entrance()
        self._closing: set[asyncio.Task[None]] = set()

    def told(self, events: list[Recorded]) -> None:
        """A group is committed: push what changed in the views of each audience, one frame each."""
        views = self._now()
        if self._views:
            views.carry_over(self._views, events)
        self._views = views
        self._push(views)
        if any(isinstance(recorded.event, e.DevicePaired | e.DeviceRevoked) for recorded in events):
            self._see_out()

    def time_passed(self) -> None:
        """Time alone changed something: what is open, which waits are expected, and the hour itself."""
        self._views = self._now()
        self._push(self._views, also_unchanged=True)

    def entrance_changed(self) -> None:
        """Somebody came or left, or a pairing went on: who watches the entrance is told, and nobody else."""
        views = self._now()
        if self._views:
            views.carry_over(self._views, [])
        self._views = views
        self._push(views, only=WATCH_THE_ENTRANCE)

    def _now(self) -> Views:
        now = self.hub.clock.now()
        entrance = self.entrance.views(self.hub.committed.centre.devices, now)
        entrance |= self.hub.keeper.views() | self._clock_view()
        return Views(self.hub.committed, now, self._names, self.hub.note, self._steady, entrance, self.hub.slips)

    def _clock_view(self) -> Shown:
        """While the machine's clock is wrong, for whoever can have it set."""
        doubt, machine = self.hub.doubt, self.hub.clock.machine()
        return {"clock": ClockView(doubt.value, machine.replace(second=0, microsecond=0))} if doubt else {}

    def _push(
        self, views: Views, *, also_unchanged: bool = False, only: Collection[DeviceRole] = tuple(DeviceRole)
    ) -> None:
        now = self.hub.clock.now()
        for audience in self._audiences.values():
            if audience.hello.role not in only:
                continue
            shown = self._shown(views, audience.hello, complete=audience.complete)
            to_set, gone = changes(audience.shown, shown)
            audience.shown = shown
            if to_set or gone or also_unchanged or audience.hello.role is DeviceRole.SYNC:
                self._send(audience, encode(Changes(self.hub.seq, now, to_set, gone)))

    def _shown(self, views: Views, hello: Hello, *, complete: bool) -> Shown:
        """What a line is shown: little before the person it needs is there."""
        if not complete:
            return views.before_sign_in(hello)
        if hello.role is not DeviceRole.SUPERVISOR:
            return views.of(hello)
        return {**self._attended.told(views.of(hello)), **self.sign_ins.views()}

    def _people_changed(self) -> None:
        """Who is signed in where, and which counters have no screen: the supervisor alone is told."""
        for connection, (_, presence) in list(self._lines.items()):
            if not self.sign_ins.still_there(presence):
                self._place_anew(connection, presence)
        self._views = self._views or self._now()
        self._push(self._views, only=WATCH_THE_ENTRANCE)

    def _see_out(self) -> None:
        """The lines of devices that may not stay end at once."""
        for connection, (device, _) in list(self._lines.items()):
            if not self.doors.still_open(device):
                del self._lines[connection]
                self._leave(connection)
                self.sign_ins.forget_device(device.device)
                broadcast([connection], encode(Problem(f"{device.device} was revoked, or another one took its place")))
                closing = asyncio.get_running_loop().create_task(connection.close(1008, "not welcome any more"))
                self._closing.add(closing)
                closing.add_done_callback(self._closing.discard)
                log.info("%s is not welcome any more", device.device)

    def _send(self, audience: Audience, frame: str) -> None:
        for connection in audience.connections:
            if connection.transport.get_write_buffer_size() > TOO_SLOW:
                log.warning("%s is too slow and must begin anew", audience.hello.role.value)
                connection.transport.abort()
        broadcast(audience.connections, frame)

    async def receive(self, connection: ServerConnection) -> None:
        """One client, from its hello to its end."""
        certificate = certificate_of(connection)
        if certificate is None:
            await self._pair(connection)
            return
        try:
            said = await self._hello(connection)  # first: who has not spoken yet would not hear the answer
            device = self.doors.known(certificate)
            hello = self.doors.fitted(said, device)
            self._must_be_in_catalogue(hello)
        except NotWelcome as why:
            log.info("somebody at %s is not welcome: %s", address_of(connection), why)
            with suppress(ConnectionClosed):
                await connection.send(encode(Problem(str(why))))
                await connection.close(1008, "not welcome")
            return
        except (ConnectionClosed, TimeoutError):
            return
        self.strangers.gone(connection.remote_address[:2])
        log.info("%s %s connected", hello.role.value, hello.device)
        presence = self.sign_ins.enter(hello)
        self._come(device, presence, connection)
        tasks: set[asyncio.Task[None]] = set()
        try:
            async for frame in connection:
                await self._paces[device.device].turn()
                task = asyncio.create_task(self._answer(connection, presence, frame))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
        except ConnectionClosed:
            pass
        finally:
            self._go(presence, connection)
            if self.entrance.left(hello.device, self.hub.clock.now()) and self.hub.committed.centre.devices:
                self.entrance_changed()
            log.info("%s %s gone", hello.role.value, hello.device)

    async def _hello(self, connection: ServerConnection) -> Hello:
        try:
            async with asyncio.timeout(HELLO_WITHIN):
                message = from_client(looked_at(await connection.recv()))
                must_be_plain(message)
        except (msgspec.DecodeError, TooMuch) as error:
            raise NotWelcome(f"the first message must be a hello: {error}") from None
        if not isinstance(message, Hello):
            raise NotWelcome("the first message must be a hello")
        low, high = message.protocol
        if not low <= PROTOCOL <= high:
            raise NotWelcome(f"this hub speaks protocol {PROTOCOL}; the client speaks {low} to {high}")
        if not 0 < len(message.device) <= LONGEST_ID or len(message.person) > LONGEST_ID:
            raise NotWelcome(f"device has 1 to {LONGEST_ID} characters, person at most as many")
        return message

    def _must_be_in_catalogue(self, hello: Hello) -> None:
        catalogue = self.hub.committed.centre.catalogue
        if hello.role is DeviceRole.COUNTER and hello.counter not in catalogue.counter:
            raise NotWelcome(f"counter {hello.counter} is not in the catalogue of {catalogue.id}")
        if hello.person and hello.person not in catalogue.advisor:
            raise NotWelcome(f"person {hello.person!r} is not in the catalogue of {catalogue.id}")

    async def _pair(self, connection: ServerConnection) -> None:
        """Who has no certificate may be paired, and nothing else."""
        desk = PairingDesk(self.hub, self.doors.trust, self.entrance.pairing, self.entrance_changed)
        with suppress(ConnectionClosed):
            await desk.receive(connection, address_of(connection))
            await connection.close(1000)

    def _come(self, device: Device, presence: Presence, connection: ServerConnection) -> None:
        self._lines[connection] = device, presence
        self._attended.begin(self.hub.clock.now())
        self._attended.came(presence.hello)
        self._join(presence, connection)
        self._came(presence.hello)
        self._people_changed()

    def _go(self, presence: Presence, connection: ServerConnection) -> None:
        self._lines.pop(connection, None)
        self._attended.went(presence.hello, self.hub.clock.now())
        self._leave(connection)
        self._people_changed()

    def _place_anew(self, connection: ServerConnection, presence: Presence) -> None:
        """Somebody signed in or out at a line: it is shown something else, from a fresh snapshot."""
        self._leave(connection)
        self._join(presence, connection)

    def _join(self, presence: Presence, connection: ServerConnection) -> None:
        """Welcome a client. Nothing is awaited between its snapshot and its place among those who are told more."""
        hello = presence.hello
        key = (hello.role.value, hello.counter, hello.zone, presence.is_complete)
        if key not in self._audiences:
            self._views = self._views or self._now()
            shown = self._shown(self._views, hello, complete=presence.is_complete)
            self._audiences[key] = Audience(hello, presence.is_complete, shown)
        audience = self._audiences[key]
        broadcast([connection], encode(self._welcome(audience, presence)))
        audience.connections.add(connection)

    def _came(self, hello: Hello) -> None:
        if self.entrance.came(hello.device, self.hub.clock.now()) and hello.device in self.hub.committed.centre.devices:
            self.entrance_changed()

    def _leave(self, connection: ServerConnection) -> None:
        for key, audience in list(self._audiences.items()):
            audience.connections.discard(connection)
            if not audience.connections:
                del self._audiences[key]

    def _welcome(self, audience: Audience, presence: Presence) -> Welcome:
        identity = self.hub.identity
        return Welcome(
            protocol=PROTOCOL,
            centre=identity.centre,
            incarnation=identity.incarnation,
            epoch=identity.epoch,
            now=self.hub.clock.now(),
            seq=self.hub.seq,
            snapshot=audience.shown,
            person=presence.person,
            change_pin=presence.change_pin,
        )

    async def _answer(self, connection: ServerConnection, presence: Presence, frame: str | bytes) -> None:
        before = presence.person, presence.change_pin
        if connection not in self._lines:  # revoked while it was still talking
            return
        try:
            answer = await self._answer_to(presence, frame)
        except Exception:  # a fault of ours: whoever asked must not wait for ever
            hello = presence.hello
            log.exception("a message of %s %s met a fault of the hub", hello.role.value, hello.device)
            answer = Problem("a fault of the hub, told in its log", request_in(frame))
        with suppress(ConnectionClosed):  # a client that is gone asks again under the same request id
            await connection.send(encode(answer))
        if isinstance(answer, Answer) and before != (presence.person, presence.change_pin):
            if connection in self._lines:
                self._place_anew(connection, presence)
            self._people_changed()

    async def _answer_to(self, presence: Presence, frame: str | bytes) -> FromHub:
        try:
            frame = looked_at(frame)
            message = from_client(frame)
            must_be_plain(message)
        except msgspec.DecodeError as error:
            return misunderstood(frame, error)
        except TooMuch as error:
            return Problem(str(error), request_in(frame))
        match message:
            case Ask():
                return await self._carry_out(presence, message)
            case ReadLog():
                return await self._read_log(presence.hello, message)
            case Hello():
                return Problem("hello was said already")
            case _:
                return await self._sign(presence, message)

    async def _carry_out(self, presence: Presence, ask: Ask) -> Answer | Refused | Problem:
        if not 0 < len(ask.request) <= LONGEST_ID:
            return Problem(f"a request id has 1 to {LONGEST_ID} characters", ask.request[:LONGEST_ID])
        hello = presence.hello
        try:
            permissions.check(presence, ask.command, self._advisor_at(hello.counter))
            if isinstance(ask.command, ENTRANCE_ORDERS):
                self.entrance.order(ask.command, hello.device, self.hub.committed.centre, self.hub.clock.now())
                self.entrance_changed()
                return Answer(ask.request, self.hub.seq, Done())
            return await self.hub.handle(ask.request, ask.command, Actor(hello.device, presence.person))
        except Refusal as refusal:
            log.info("%s %s refused: %s", hello.role.value, hello.device, refusal.code.value)
            return Refused(ask.request, refusal.code.value, refusal.params)

    async def _sign(self, presence: Presence, message: PinMessage) -> Answer | Refused:
        """Signing in and out, and PINs: never under an order's request id, never in the log."""
        request = message.request[:LONGEST_ID]
        try:
            answer = Answer(request, self.hub.seq, await self.sign_ins.hear(presence, message))
        except Refusal as refusal:
            return Refused(request, refusal.code.value, refusal.params)
        finally:
            self._people_changed()
        return answer

    def _advisor_at(self, counter: int) -> str:
        """Who sits there, as the day has it."""
        day = self.hub.committed.day
        return day.counter(counter).advisor if counter and day else ""

    async def _read_log(self, hello: Hello, message: ReadLog) -> Log | Refused:
        if hello.role is not DeviceRole.SYNC:
            return Refused(message.request, Code.NOT_ALLOWED.value, {"command": "read_log", "role": hello.role.value})
        limit = max(1, min(message.limit, LOG_LIMIT))
        after = max(0, min(message.after, self.hub.seq))  # SQLite takes no number that is larger than its own
        found = await self.hub.read_log(after, limit, whole_day=message.whole_day)
        return Log(message.request, tuple(log_entry(*each) for each in found), self.hub.seq)


def log_entry(recorded: Recorded, chain: str) -> LogEntry:
    return LogEntry(
        recorded.seq,
        recorded.at,
        recorded.day.isoformat() if recorded.day else "",
        recorded.epoch,
        recorded.device,
        recorded.person,
        msgspec.Raw(encode_event(recorded.event)),
        chain,
    )


class _Named(msgspec.Struct):
    request: str = ""


class _Tagged(msgspec.Struct):
    type: str


class _Ordered(msgspec.Struct):
    request: str
    command: _Tagged


def misunderstood(frame: str | bytes, error: msgspec.DecodeError) -> Refused | Problem:
    """What is said to a message that could not be taken: of a command that there is not, its name."""
    request = request_in(frame)
    try:
        name = msgspec.json.decode(frame, type=_Ordered).command.type
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Problem(str(error), request)
    if name in COMMANDS or not request:
        return Problem(str(error), request)
    refusal = Refusal(Code.UNKNOWN_COMMAND, command=name[:LONGEST_ID])
    return Refused(request, refusal.code.value, refusal.params)


def request_in(frame: str | bytes) -> str:
    """The request id of a message that could not be taken, where it is readable."""
    try:
        return msgspec.json.decode(frame, type=_Named).request[:LONGEST_ID]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""


def certificate_of(connection: ServerConnection) -> bytes | None:
    """What the other end has proved (DER), or None where it showed no certificate."""
    proved: ssl.SSLObject = connection.transport.get_extra_info("ssl_object")
    return proved.getpeercert(binary_form=True)


def address_of(connection: ServerConnection) -> str:
    """The network address at the other end."""
    return str((connection.remote_address or ("nowhere",))[0])


@asynccontextmanager
async def listening(desk: Desk, host: str, port: int) -> AsyncIterator[Server]:
    """Receive clients for as long as the block lasts. Raises OSError when the port is taken."""
    async with serve(
        desk.receive,
        sock=gate(host, port, BACKLOG, desk.strangers),
        backlog=BACKLOG,
        max_size=MAX_FRAME,
        ping_interval=PING_EVERY,
        ping_timeout=PONG_WITHIN,
        compression=None,
        ssl=desk.doors.trust.server_tls(),
        ssl_handshake_timeout=HELLO_WITHIN,
        open_timeout=HELLO_WITHIN,
    ) as server:
        yield server
