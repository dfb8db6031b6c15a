"""Row: nobody is let in who does not belong, and nobody who belongs may do more than is theirs."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

from msgspec.structs import replace
from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from installers.demo.people import DEMO_PIN
from installers.faultlab.guarded_hall import CLOCK, Hall
from installers.faultlab.insiders import PLACES, insiders
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.trespass import (
    another_centre,
    blind,
    carried,
    hello,
    refused,
    server_tls_of,
    serving,
    spoken,
    told,
)
from shared.domain import commands as c
from shared.domain.personal import DocumentKind, PersonDocument
from shared.domain.roles import PAIRED_ROLES, DeviceRole
from shared.hub.console import HELLO as CONSOLE
from shared.lan.certificates import NoCertificate
from shared.lan.client import HubAway, HubClient, HubRefused, connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.pairing import PairingRefused, pair
from shared.lan.views import PairingView

FAST = f"{CLOCK},40"  # so that two minutes are three seconds
AT_COUNTER = (
    c.OpenCounter(20, "a020"),
    c.CallNext(20),
    c.CallTicket(20, 2026112300001),
    c.Recall(20),
    c.StartAttention(20),
    c.CodeServices(20, ("PJ01",)),
    c.FinishAttention(20),
    c.MarkAbsent(20),
    c.HoldTicket(20, "form"),
    c.ResumeTicket(20, 2026112300001),
    c.TransferTicket(20, "PJ"),
    c.PauseCounter(20, "lunch"),
    c.CloseCounter(20),
    c.Undo(20),
    c.ReturnTicket(2026112300001),
)
ABOVE = (
    c.CloseDay(),
    c.SuspendService("PJ01"),
    c.ReleaseTicket(2026112300001),
    c.LoadAppointments(()),
    c.StartPairing(DeviceRole.SUPERVISOR),
    c.RevokeDevice("kiosk-1"),
    c.AdmitDevice("kiosk-9", DeviceRole.SUPERVISOR, "ab" * 32),
    c.PassTime(),
    c.NoteClockStep(3600.0),
    c.AskPersonal(PersonDocument(DocumentKind.DNI, "00471183")),
    c.ErasePersonal(PersonDocument(DocumentKind.DNI, "00471183")),
)
"""What is not a kiosk's, a counter's, a board's or sync's to order."""
OF_SYNC = (c.LoadAppointments(()),)
NONSENSE = (
    "{",
    "[]",
    '{"type":"pair"}',
    '{"type":"pair","key":"AA==","share":"QQ=="}',
    '{"type":"pair_proof","proof":""}',
)
Check = tuple[str, bool, int]
"""What was tried, whether the intruder got what it wanted, and bytes of queue data before it proved anything."""


class Intruder:
    """Everything that is tried at one hall."""

    def __init__(self, hall: Hall, run: Run) -> None:
        self._hall = hall
        self._run = run
        make = hall.make
        self._kiosk = make(DeviceRole.KIOSK, "kiosk-1")
        self._other = make(DeviceRole.KIOSK, "kiosk-2")
        self._gone = make(DeviceRole.KIOSK, "kiosk-3")
        self._replaced = make(DeviceRole.KIOSK, "kiosk-4", at="kiosk-4-old")
        self._counter = make(DeviceRole.COUNTER, "counter-20", 20)
        self._board = make(DeviceRole.BOARD, "board-1", zone="1")
        self._sync = make(DeviceRole.SYNC, "sync-1")
        self._pages = make(DeviceRole.PAGES, "pages-1")
        self._desks = {role: make(role, f"{role.value}-desk", counter) for role, counter in PLACES.items()}
        self._never = hall.trust.write_identity(hall.folder / "devices" / "never", DeviceRole.KIOSK, "kiosk-7")
        self._twin = another_centre(run.folder / "twin", hall.trust.authority.centre)
        self._far = another_centre(run.folder / "far", "lima-norte")

    async def tries(self) -> AsyncIterator[Check]:
        await self._prepare()
        for part in (self.strangers, self.strange_wires, self.wrong_names, self.impostors, self.pairings):
            async for check in part():
                yield check
        async for check in insiders(self._hall, self._desks):
            yield check
        async for check in self.orders():
            yield check

    async def _prepare(self) -> None:
        async with self._console() as console:
            await console.ask(c.RevokeDevice("kiosk-3"))
            self._hall.make(DeviceRole.KIOSK, "kiosk-4", at="kiosk-4")
            ((path, order),) = self._hall.trust.issued()
            await console.ask(order)
            path.unlink()

    def _console(self) -> Any:
        return connected([self._hall.url], CONSOLE, self._hall.trust.console)

    # ---- who does not belong

    async def strangers(self) -> AsyncIterator[Check]:
        """No certificate, and certificates of others, in every role."""
        tries = []
        for role in DeviceRole:
            said = hello(role, f"{role.value}-1", 20 if role is DeviceRole.COUNTER else 0)
            tries.append((f"no certificate, says {role.value}", blind(), said))
            for trust, whose in ((self._twin, "a centre of the same name"), (self._far, "another centre")):
                folder = self._run.folder / "strangers" / f"{role.value} {whose}"
                identity = trust.write_identity(folder, role, f"{role.value}-1")
                tries.append((f"certificate of {whose}, says {role.value}", blind(identity), said))
        for identity, whose in ((self._never, "never admitted"), (self._gone, "revoked"), (self._replaced, "replaced")):
            tries.append((f"{whose} device", blind(identity), hello(DeviceRole.KIOSK, identity.device)))
        hub = Identity(self._hall.trust.folder / "as-hub", "", DeviceRole.KIOSK, "")
        hub.folder.mkdir(exist_ok=True)
        for name, source in (("certificate.pem", "hub.pem"), ("key.pem", "hub-key.pem")):
            (hub.folder / name).write_bytes((self._hall.trust.folder / source).read_bytes())
        tries.append(("the hub's own certificate", blind(hub), hello(DeviceRole.SUPERVISOR, "supervisor-1")))
        heard = await asyncio.gather(*(spoken(self._hall.url, tls, said) for _, tls, said in tries))
        for (what, _, _), frames in zip(tries, heard, strict=True):
            yield what, told(frames) > 0, told(frames)

    async def strange_wires(self) -> AsyncIterator[Check]:
        said = hello(DeviceRole.KIOSK, "kiosk-1")
        plain = self._hall.url.replace("wss://", "ws://")
        old = blind(self._kiosk, ssl.TLSVersion.TLSv1_2)
        order = '{"type":"command","request":"r","command":{"type":"issue_ticket","service":"PJ01"}}'
        log = '{"type":"read_log","request":"r","after":0}'
        tries = (
            ("without TLS", plain, None, (said,)),
            ("TLS 1.2 with a good key", self._hall.url, old, (said,)),
            ("an order before the hello", self._hall.url, blind(), (order,)),
            ("the log before the hello", self._hall.url, blind(), (log,)),
            ("an order of a device before its hello", self._hall.url, blind(self._kiosk), (order,)),
            ("the log to a device before its hello", self._hall.url, blind(self._sync), (log,)),
            *((f"nonsense {text[:20]}", self._hall.url, blind(), (text,)) for text in NONSENSE),
        )
        heard = await asyncio.gather(*(spoken(url, tls, *frames) for _, url, tls, frames in tries))
        for (what, *_), said_back in zip(tries, heard, strict=True):
            yield what, told(said_back) > 0, told(said_back)

    async def wrong_names(self) -> AsyncIterator[Check]:
        """Devices that belong, and say that they are something else."""
        for role in DeviceRole:
            if role is not DeviceRole.KIOSK:
                said = Hello((PROTOCOL, PROTOCOL), role, "kiosk-1", 20 if role is DeviceRole.COUNTER else 0)
                yield f"kiosk says it is {role.value}", not await refused(self._hall.url, self._kiosk, said), 0
        for what, identity, said in (
            ("kiosk says it is another kiosk", self._kiosk, self._said(self._other)),
            ("kiosk says it is the console", self._kiosk, CONSOLE),
            ("counter says it is another counter", self._counter, self._said(self._counter, counter=21)),
            ("board says it is another zone's", self._board, self._said(self._board, zone="2")),
        ):
            yield what, not await refused(self._hall.url, identity, said), 0

    def _said(self, identity: Identity, counter: int = 0, zone: str = "") -> Hello:
        own = 20 if identity is self._counter else 0
        return Hello((PROTOCOL, PROTOCOL), identity.role, identity.device, counter or own, zone)

    # ---- who says that it is the hub

    async def impostors(self) -> AsyncIterator[Check]:
        """A device that meets something which is not its hub says nothing to it."""
        heard: list[object] = []

        async def listen(line: ServerConnection) -> None:
            with suppress(ConnectionClosed):
                heard.append(await line.recv())

        for what, tls in (
            ("impostor of the same centre", self._twin.server_tls()),
            ("hub of another centre", self._far.server_tls()),
            ("kiosk acts as the hub", server_tls_of(self._other)),
            ("counter acts as the hub", server_tls_of(self._counter)),
            ("something without TLS", None),
        ):
            async with serving(tls, listen) as url:
                away = await refused(url, self._kiosk, self._said(self._kiosk))
            yield f"{what}, to a kiosk", not away or bool(heard), 0
            heard.clear()

        async with serving(self._twin.server_tls(), listen) as url:
            async with connected([url, self._hall.url], self._said(self._kiosk), self._kiosk) as line:
                there = line.is_online
            yield "impostor beside the hub keeps a kiosk from it, or hears it", not there or bool(heard), 0
            yield "impostor beside the hub is not told to anybody", not await self._is_known(url), 0

    async def _is_known(self, url: str) -> bool:
        """Whether the console is shown this impostor."""
        async with self._console() as console:
            with suppress(TimeoutError):
                async with asyncio.timeout(5):
                    await console.until(lambda mirror: f"impostor/{url.removeprefix('wss://')}" in mirror.views)
                    return True
        return False

    # ---- who wants to be paired

    async def pairings(self) -> AsyncIterator[Check]:
        yield "pairing while none is in course", await self._pairs("12345678"), 0
        code = await self._code()
        wrong = self._run.random("codes")
        for count in range(10 if self._run.full else 4):
            guess = f"{(int(code) + wrong.randrange(1, 10**8)) % 10**8:08}"
            yield f"guess {count + 1} at one code", await self._pairs(guess), 0
        yield "the right code after a guess", await self._pairs(code), 0
        async with serving(self._twin.server_tls(), lambda line: carried(line, self._hall.url)) as relay:
            yield "a relay with the right code", await self._pairs(await self._code(), relay), 0
        code = await self._code()
        async with self._console() as console:
            await console.ask(c.CancelPairing())
        yield "a code that was cancelled", await self._pairs(code), 0
        code = await self._code()
        await asyncio.sleep(3.5)
        yield "a code after its two minutes", await self._pairs(code), 0
        async for check in self._replays():
            yield check

    async def _replays(self) -> AsyncIterator[Check]:
        """The frames of a pairing that went well, said again; and its code."""
        frames: list[str | bytes] = []

        async def overhear(line: ServerConnection) -> None:
            with suppress(ConnectionClosed):
                frames.append(await line.recv())

        code = await self._code()
        async with serving(self._twin.server_tls(), overhear) as url:
            await self._pairs(code, url)  # a device that was lured to an impostor
        heard = await spoken(self._hall.url, blind(), *frames, '{"type":"pair_proof","proof":"' + "A" * 43 + '="}')
        yield "the frames of a lured device, said again", told(heard) > 0, told(heard)
        yield "the code of a lured device, typed again", await self._pairs(code), 0

    async def _code(self) -> str:
        async with self._console() as console:
            await console.ask(c.StartPairing(DeviceRole.SUPERVISOR))
            await console.until(_waits)
            view = console.mirror.get("pairing", PairingView)
        return view.code if view else ""

    async def _pairs(self, code: str, url: str = "") -> bool:
        try:
            await asyncio.to_thread(pair, code, self._run.folder / "paired", url or self._hall.url)
        except (PairingRefused, HubAway, NoCertificate):
            return False
        return True

    # ---- who belongs, and wants more than is theirs

    async def orders(self) -> AsyncIterator[Check]:
        elsewhere = [replace(order, counter=21) for order in AT_COUNTER[:7]]
        for identity, wanted in (
            (self._kiosk, (*AT_COUNTER, *ABOVE, c.FindTicket(number="PJ 001"), c.CancelTicket(2026112300001))),
            (self._counter, (*elsewhere, *ABOVE, c.IssueTicket("PJ01"))),
            (self._board, (*AT_COUNTER[:3], *ABOVE, c.IssueTicket("PJ01"))),
            (self._sync, (*AT_COUNTER[:3], *(o for o in ABOVE if o not in OF_SYNC), c.IssueTicket("PJ01"))),
            (self._pages, (*AT_COUNTER[:3], *ABOVE, c.IssueTicket("PJ01"))),
        ):
            async with connected([self._hall.url], self._said(identity), identity) as line:
                for order in wanted:
                    name = str(type(order).__struct_config__.tag)
                    yield f"{identity.role.value} orders {name}", await _carried_out(line, order), 0
                if identity is not self._sync:
                    yield f"{identity.role.value} reads the log", await _reads(line), 0
        async for check in self._borrowed():
            yield check

    async def _borrowed(self) -> AsyncIterator[Check]:
        """The answer to another device's request is not given, though its id is known."""
        order = c.IssueTicket("PJ01")
        async with connected([self._hall.url], self._said(self._kiosk), self._kiosk) as line:
            with suppress(HubRefused):  # in the control the day was closed by somebody above
                await line.ask(order, "known-request")
        async with connected([self._hall.url], self._said(self._other), self._other) as line:
            yield "another device's request id, said again", await _carried_out(line, order, "known-request"), 0


def _waits(mirror: Any) -> bool:
    view = mirror.get("pairing", PairingView)
    return view is not None and view.state == "waiting"


async def _carried_out(line: HubClient, order: c.Command, request: str = "") -> bool:
    """Anything but "not allowed" would mean that the order was considered."""
    try:
        await line.ask(order, request)
    except HubRefused as refusal:
        return refusal.refused.code not in ("not_allowed", "request_reused", "unknown_command", "not_signed_in")
    return True


async def _reads(line: HubClient) -> bool:
    try:
        await line.read_log(0)
    except HubRefused:
        return False
    return True


async def _all(intruder: Intruder, run: Run) -> list[Check]:
    checks = []
    async for check in intruder.tries():
        checks.append(check)
        run.passed(1)
    return checks


def _tried(run: Run, program: str) -> list[Check]:
    hall = Hall(run.folder, "--demo-pin", DEMO_PIN, program=program, clock=FAST)
    intruder = Intruder(hall, run)
    with hall:
        return asyncio.run(_all(intruder, run))


def _names(checks: list[Check]) -> Iterator[str]:
    yield from (f"passed: {what}" for what, passed, _ in checks if passed)
    yield from (f"{count} bytes were told to: {what}" for what, _, count in checks if count)


def show(run: Run) -> Outcome:
    checks = _tried(run, "suyana")
    passed, data = sum(passed for _, passed, _ in checks), sum(count for *_, count in checks)
    figure = f"{len(checks)} checks: {passed} passed, {data} bytes of queue data before proof"
    return Outcome(figure, len(checks) >= 60 and not passed and not data, tuple(_names(checks)))


def control(run: Run) -> Outcome:
    """The same at a hub that looks neither at the log nor at roles; TLS and pairing stand."""
    checks = _tried(run, "installers.faultlab.open_house")
    passed = sum(passed for _, passed, _ in checks)
    return Outcome(f"without looking at log and roles: {passed} of {len(checks)} passed", not passed)


ROW = Row(
    "intruder",
    f"at least 60 ways to come in or to do more than is one's own, {len(PAIRED_ROLES)} roles: none passes",
    show,
    control,
    short=412,
    full=424,
)
