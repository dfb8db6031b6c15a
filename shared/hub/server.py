"""Who is connected, and what is said to whom: the LAN protocol of `docs/protocol.md` over WebSocket."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

import msgspec
from msgspec import UNSET, UnsetType
from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from shared.domain import events as e
from shared.domain.commands import TellPrinter
from shared.domain.device import Device
from shared.domain.events import Recorded
from shared.hub.attended import Attended
from shared.hub.audiences import Audiences
from shared.hub.conversation import LONGEST_ID, Conversation
from shared.hub.doors import Doors, NotWelcome
from shared.hub.entrance import Entrance
from shared.hub.gate import gate
from shared.hub.hub import Hub
from shared.hub.limits import Limits, Pace, Strangers, TooMuch, looked_at, must_be_plain
from shared.hub.office_line import OfficeLine
from shared.hub.pairing_desk import PairingDesk
from shared.hub.presence import Presence
from shared.hub.printers import Printers
from shared.hub.sign_ins import SignIns
from shared.hub.steady import Steady
from shared.hub.views import Shown, Views
from shared.hub.voices import Voices
from shared.lan.messages import (
    MAX_FRAME,
    PROTOCOL,
    Ancestor,
    Answer,
    DeviceRole,
    Hello,
    Problem,
    Welcome,
    encode,
    from_client,
)
from shared.lan.views import ClockView
from shared.store.event_log import Identity

log = logging.getLogger(__name__)

HELLO_WITHIN = 5.0  # seconds
PING_EVERY = 5.0  # seconds
PONG_WITHIN = 10.0  # seconds
BACKLOG = 1_024  # clients of a hall that come back at once lose a second to a dropped SYN otherwise


WATCH_THE_ENTRANCE = (DeviceRole.SUPERVISOR, DeviceRole.CONSOLE)
PUT_PAPER_IN = (*WATCH_THE_ENTRANCE, DeviceRole.ORIENTATOR)


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
        self._steady = Steady()
        self.audiences = Audiences(self._now, self._shown, lambda: (self.hub.seq, self.hub.clock.now()))
        self._lines: dict[ServerConnection, tuple[Device, Presence]] = {}
        self._attended = Attended()
        self._voices = Voices()
        self.entrance = Entrance()
        self.office_line = OfficeLine()
        self.printers = Printers()
        self._closing: set[asyncio.Task[None]] = set()

    def told(self, events: list[Recorded]) -> None:
        """A group is committed: push what changed in the views of each audience, one frame each."""
        self.audiences.told(events)
        if any(isinstance(recorded.event, e.DevicePaired | e.DeviceRevoked) for recorded in events):
            self._see_out()

    def time_passed(self) -> None:
        """Time alone changed something: what is open, which waits are expected, and the hour itself."""
        self.audiences.time_passed()

    def entrance_changed(self) -> None:
        """Somebody came or left, or a pairing went on: who watches the entrance, or a printer there, is told."""
        self.audiences.outside_changed(PUT_PAPER_IN)

    def _now(self) -> Views:
        now = self.hub.clock.now()
        entrance = self.entrance.views(self.hub.committed.centre.devices, now)
        entrance |= self.hub.keeper.views() | self._clock_view()
        entrance |= self.office_line.view(self._present()) | self.printers.views(self._present())
        return Views(self.hub.committed, now, self._names, self.hub.note, self._steady, entrance, self.hub.slips)

    def _present(self) -> set[str]:
        return {device.device for device, _ in self._lines.values()}

    def tell_printer(self, said: TellPrinter, device: str) -> None:
        if self.printers.told(said, device, self.hub.clock.now()):
            self.audiences.outside_changed(PUT_PAPER_IN)

    def _clock_view(self) -> Shown:
        """While the machine's clock is wrong, for whoever can have it set."""
        doubt, machine = self.hub.doubt, self.hub.clock.machine()
        return {"clock": ClockView(doubt.value, machine.replace(second=0, microsecond=0))} if doubt else {}

    def _shown(self, views: Views, hello: Hello, complete: bool) -> Shown:
        """What a line is shown: little before the person it needs is there."""
        if not complete:
            return views.before_sign_in(hello)
        if hello.role is DeviceRole.CONSOLE:
            return {**views.of(hello), **self.sign_ins.views()}
        if hello.role is DeviceRole.BOARD:
            return {**views.of(hello), "voice": self._voices.view(hello.zone)}
        if hello.role is DeviceRole.ORIENTATOR:
            return {**views.of(hello), **self.printers.views(self._present())}
        if hello.role is not DeviceRole.SUPERVISOR:
            return views.of(hello)
        return {**self._attended.told(views.of(hello)), **self.sign_ins.views()}

    def _people_changed(self) -> None:
        """Who is signed in where, and which counters have no screen: the supervisor alone is told."""
        for connection, (_, presence) in list(self._lines.items()):
            if not self.sign_ins.still_there(presence):
                self._place_anew(connection, presence)
        self.audiences.people_changed(WATCH_THE_ENTRANCE)

    def _see_out(self) -> None:
        """The lines of devices that may not stay end at once."""
        for connection, (device, _) in list(self._lines.items()):
            if not self.doors.still_open(device):
                del self._lines[connection]
                self.audiences.leave(connection)
                self.sign_ins.forget_device(device.device)
                broadcast([connection], encode(Problem(f"{device.device} was revoked, or another one took its place")))
                closing = asyncio.get_running_loop().create_task(connection.close(1008, "not welcome any more"))
                self._closing.add(closing)
                closing.add_done_callback(self._closing.discard)
                log.info("%s is not welcome any more", device.device)

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
        try:
            await self._converse(device, presence, connection)
        except ConnectionClosed:
            pass
        finally:
            self._go(presence, connection)
            if self.entrance.left(hello.device, self.hub.clock.now()) and self.hub.committed.centre.devices:
                self.entrance_changed()
            log.info("%s %s gone", hello.role.value, hello.device)

    async def _converse(self, device: Device, presence: Presence, connection: ServerConnection) -> None:
        conversation = Conversation(
            presence,
            self.hub,
            self.sign_ins,
            self.entrance,
            self.office_line,
            self.tell_printer,
            self.entrance_changed,
            self._people_changed,
        )
        tasks: set[asyncio.Task[None]] = set()
        async for frame in connection:
            await self._paces[device.device].turn()
            task = asyncio.create_task(self._answer(connection, conversation, frame))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

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
        another_speaks = self._voices.came(presence.hello)
        self._join(presence, connection)
        if another_speaks:
            self.audiences.people_changed((DeviceRole.BOARD,))
        self._came(presence.hello)
        self._people_changed()

    def _go(self, presence: Presence, connection: ServerConnection) -> None:
        self._lines.pop(connection, None)
        self._attended.went(presence.hello, self.hub.clock.now())
        self.audiences.leave(connection)
        if self._voices.went(presence.hello):
            self.audiences.people_changed((DeviceRole.BOARD,))
        self._people_changed()
        if presence.hello.role in (DeviceRole.SYNC, DeviceRole.KIOSK):
            self.entrance_changed()

    def _place_anew(self, connection: ServerConnection, presence: Presence) -> None:
        """Somebody signed in or out at a line: it is shown something else, from a fresh snapshot."""
        self.audiences.leave(connection)
        self._join(presence, connection)

    def _join(self, presence: Presence, connection: ServerConnection) -> None:
        """Welcome a client. Nothing is awaited between its snapshot and its place among those who are told more."""
        audience = self.audiences.join(presence, connection)
        broadcast([connection], encode(self._welcome(audience.shown, presence)))

    def _came(self, hello: Hello) -> None:
        if self.entrance.came(hello.device, self.hub.clock.now()) and hello.device in self.hub.committed.centre.devices:
            self.entrance_changed()

    def _welcome(self, snapshot: Shown, presence: Presence) -> Welcome:
        identity = self.hub.identity
        return Welcome(
            protocol=PROTOCOL,
            centre=identity.centre,
            incarnation=identity.incarnation,
            epoch=identity.epoch,
            now=self.hub.clock.now(),
            seq=self.hub.seq,
            snapshot=snapshot,
            person=presence.person,
            change_pin=presence.change_pin,
            ancestors=_ancestors(identity) if presence.hello.role is DeviceRole.SYNC else UNSET,
        )

    async def _answer(self, connection: ServerConnection, conversation: Conversation, frame: str | bytes) -> None:
        if connection not in self._lines:  # revoked while it was still talking
            return
        presence = conversation.presence
        before = presence.person, presence.change_pin
        answer = await conversation.answer(frame)
        with suppress(ConnectionClosed):  # a client that is gone asks again under the same request id
            await connection.send(encode(answer))
        if isinstance(answer, Answer) and before != (presence.person, presence.change_pin):
            if connection in self._lines:
                self._place_anew(connection, presence)
            self._people_changed()


def _ancestors(identity: Identity) -> tuple[Ancestor, ...] | UnsetType:
    told = [Ancestor(event.before, event.seq, event.hash) for event in identity.restored]
    return tuple(told) if told else UNSET


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
