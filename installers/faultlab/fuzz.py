"""Row: nonsense from the network, the printer and mDNS is refused in a sentence, and nothing crashes or hangs.

Frames go to a real hub, a process of its own, over the line of a paired device, its rate limit off; printer replies
through the code that asks a printer over TCP; announcements through what the listener makes of them.
"""

from __future__ import annotations

import asyncio
import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from zeroconf import ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceInfo

from installers.faultlab.hall import HallHub, Member
from installers.faultlab.row import Outcome, Row, Run
from shared.domain import commands as c
from shared.domain.roles import DeviceRole
from shared.lan.discovery import SERVICE, Listener
from shared.lan.messages import Ask, encode
from shared.printing.links import Patience
from shared.printing.outcome import Verdict
from shared.printing.printer import open_printer

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
SHORT, FULL = (300, 60, 100), (10_000, 2_000, 2_000)  # frames, printer replies, announcements
SLOWEST = 1.0  # seconds
GROWTH = 20.0  # MB
WARM = 0.1  # of the frames, before memory is measured first

CASES: tuple[bytes, ...] = (
    b"",
    b"null",
    b"\x00",
    b"\xff\xfe{}",
    b'{"type":"command","request":"\xed\xa0\x80","command":{"type":"call_next","counter":20}}',
    b"[" * 60_000,
    b'{"type":"command","request":"r","command":' + b'{"a":' * 10_000 + b"1" + b"}" * 10_001,
    b'{"type":"read_log","request":"r","after":-9223372036854775808,"limit":9223372036854775807}',
    b'{"type":"read_log","request":"r","after":1e400}',
    b'{"type":"command","request":"r","command":{"type":"cancel_ticket","ticket":99999999999999999999999}}',
    b'{"type":"command","request":"r","command":{"type":"find_ticket","number":"\\u0000\\u001b@"}}',
    b'{"type":"command","request":"","command":{"type":"issue_ticket","service":"PJ02"}}',
    b'{"type":"command","request":"r","command":{"type":"open_day","day":"0001-01-01"}}',
    b'{"type":"command","request":"r","command":{"type":"issue_ticket","document":{"kind":"dni","number":"\\ud800"}}}',
)


@dataclass
class Tally:
    """What became of everything that was thrown."""

    thrown: int = 0
    named: int = 0  # answered with a sentence, a code, or by closing the line with a reason
    done: int = 0  # accepted: valid after all
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def took(self, seconds: float, what: str) -> None:
        self.thrown += 1
        self.slowest = max(self.slowest, seconds)
        if seconds > SLOWEST:
            self.wrong.append(f"{what} took {seconds:.1f} s")


# ---- frames


def frames(random: Random, count: int) -> Iterator[bytes]:
    """Saved cases, then random, mutated, huge, deep, badly encoded, and valid but forbidden ones in turn."""
    yield from CASES[:count]
    makers = (_random, _mutated, _mutated, _huge, _deep, _badly_encoded, _forbidden, _mistyped)
    for n in range(max(0, count - len(CASES))):
        yield makers[n % len(makers)](random)


def _valid(random: Random) -> bytes:
    orders = (
        c.IssueTicket("PJ02"),
        c.CheckIn("48213377"),
        c.FindTicket(token="A" * 22),
        c.ChangeService("BN01", token="A" * 22),
        c.CancelTicket(token="A" * 22),
    )
    return encode(Ask(f"{random.getrandbits(64):x}", random.choice(orders))).encode()


def _random(random: Random) -> bytes:
    return random.randbytes(random.randrange(1, 2_000))


def _mutated(random: Random) -> bytes:
    frame = bytearray(_valid(random))
    for _ in range(random.randrange(1, 8)):
        at = random.randrange(len(frame))
        match random.randrange(4):
            case 0:
                frame[at] = random.randrange(256)
            case 1:
                del frame[at : at + random.randrange(1, 9)]
            case 2:
                frame[at:at] = frame[random.randrange(len(frame)) :][: random.randrange(1, 40)]
            case _:
                frame[at:at] = random.choice((b'"', b"{", b"[", b"null", b"-1", b"1e999", b"\\u0000", b"\xff"))
        if not frame:
            return b"{}"
    return bytes(frame)


def _huge(random: Random) -> bytes:
    size = random.choice((10_000, 60_000, 65_536, 70_000, 300_000))
    return b'{"type":"command","request":"' + b"x" * size + b'","command":{"type":"call_next","counter":20}}'


def _deep(random: Random) -> bytes:
    deep = random.randrange(8, 25_000)
    opening, closing = random.choice(((b"[", b"]"), (b'{"a":', b"}")))
    return b'{"type":"command","request":"r","command":' + opening * deep + b"1" + closing * (deep + 1)


def _badly_encoded(random: Random) -> bytes:
    bad = random.choice((b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82"))
    return b'{"type":"command","request":"r","command":{"type":"issue_ticket","service":"' + bad + b'"}}'


def _forbidden(random: Random) -> bytes:
    orders = (
        c.CallNext(20),
        c.CloseDay(),
        c.OpenCounter(20, "a020"),
        c.RevokeDevice("counter-20"),
        c.IssueTicket("PJ02", excused=True),
        c.ShowDocument(20),
        c.NoteClockStep(1e9),
        c.PassTime(),
    )
    return encode(Ask(f"{random.getrandbits(64):x}", random.choice(orders))).encode()


def _mistyped(random: Random) -> bytes:
    value: object = random.choice((None, -1, 2**70, 1e308, "", "\x00\x1b@", [], {}, True, "x" * 5_000))
    key = random.choice(("service", "queue", "preferential", "language", "together_with", "document", "pay_first"))
    order = {"type": "issue_ticket", key: value}
    frame = {"type": "command", "request": f"{random.getrandbits(64):x}", "command": order}
    return json.dumps(frame).encode()


class Thrower:
    """Throws frames at a hub over one line, opened anew whenever the hub closes it."""

    def __init__(self, hub: HallHub, kiosk: Member, tally: Tally) -> None:
        self._hub, self._kiosk, self._tally = hub, kiosk, tally
        self._line: ClientConnection | None = None

    async def throw(self, frame: bytes) -> None:
        line = self._line or await self._open()
        began = time.monotonic()
        try:
            await line.send(frame.decode() if _is_text(frame) else frame)
            self._hear(await self._answer(line))
        except ConnectionClosed as closed:
            self._line = None
            reason = closed.rcvd
            if reason is None:
                self._tally.wrong.append(f"the line broke without a word at {frame[:60]!r}")
            else:
                self._tally.named += 1
        except TimeoutError:
            self._tally.wrong.append(f"no answer to {frame[:60]!r}")
            self._line = None
        self._tally.took(time.monotonic() - began, f"a frame {frame[:60]!r}")

    async def _answer(self, line: ClientConnection) -> dict[str, object]:
        """The first message that is no push."""
        async with asyncio.timeout(10):
            while True:
                message = json.loads(await line.recv())
                if message["type"] != "changes":
                    return dict(message)

    def _hear(self, message: dict[str, object]) -> None:
        said = message.get("problem") or message.get("code")
        if said:
            self._tally.named += 1
            if "fault of the hub" in str(said):
                self._tally.wrong.append(f"{said}")
        else:
            self._tally.done += 1

    async def _open(self) -> ClientConnection:
        who = self._kiosk.identity
        self._line = await connect(self._hub.url, ssl=who.tls, server_hostname=who.hub_name, compression=None)
        await self._line.send(encode(self._kiosk.hello))
        await self._answer(self._line)
        return self._line

    async def close(self) -> None:
        if self._line:
            await self._line.close()


def _is_text(frame: bytes) -> bool:
    try:
        frame.decode()
    except UnicodeDecodeError:
        return False
    return True


def memory(pid: int) -> float:
    """MB that a process holds."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


async def at_hub(run: Run, count: int, code: str = "") -> tuple[Tally, float]:
    """Returns by how many MB the hub grew, too."""
    tally = Tally()
    hub = HallHub(run.folder, CENTRE, code=code, more=("--no-limits",))
    kiosk = hub.member(DeviceRole.KIOSK, "kiosk-1")
    hub.start()
    thrower = Thrower(hub, kiosk, tally)
    before = 0.0
    try:
        for n, frame in enumerate(frames(run.random("frames"), count)):
            if n == int(count * WARM):
                before = memory(hub.pid)
            await thrower.throw(frame)
            run.passed(1)
        await thrower.throw(_valid(Random(1)))
        grew = memory(hub.pid) - before
        await thrower.close()
    except (OSError, WebSocketException) as error:
        tally.wrong.append(f"the hub is gone: {error}")
        grew = 0.0
    if not hub.is_running or hub.stop() != 0:
        tally.wrong.append(f"the hub ended: {hub.last_words()}")
    if "Traceback" in hub.log.read_text(errors="replace"):
        tally.wrong.append("there is a traceback in the hub's log")
    return tally, grew


# ---- printers


class Nonsense:
    """A printer on TCP that answers whatever it was given to say."""

    def __init__(self) -> None:
        self.reply = b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="nonsense printer", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line, suppress(OSError):
                line.settimeout(2)
                while asked := line.recv(4096):
                    if b"\x10\x04" in asked or b"\x1dr" in asked:
                        line.sendall(self.reply)
                        if len(self.reply) % 7 == 3:
                            break  # and hangs up

    def close(self) -> None:
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()


@contextmanager
def nonsense() -> Iterator[Nonsense]:
    printer = Nonsense()
    try:
        yield printer
    finally:
        printer.close()


def at_printer(run: Run, count: int) -> Tally:
    tally, random = Tally(), run.random("printer")
    patience = Patience(connect=0.5, status=0.02, finish=0.05)
    with nonsense() as server:
        printer = open_printer(f"tcp://127.0.0.1:{server.port}", patience=patience)
        for _ in range(count):
            replies = (random.randbytes(random.randrange(0, 80)), bytes([random.randrange(256)]), b"\x12")
            server.reply = random.choice(replies)
            began = time.monotonic()
            try:
                outcome = printer.status()
                tally.named += bool(outcome.detail) and outcome.verdict in Verdict
            except Exception as error:
                tally.wrong.append(f"{server.reply[:20]!r} from a printer: {type(error).__name__}: {error}")
            tally.took(time.monotonic() - began, f"a printer's reply {server.reply[:20]!r}")
            run.passed(1)
    return tally


# ---- announcements


class Announced(AsyncServiceInfo):
    """What somebody on the network says of itself."""

    def __init__(self, name: str, text: bytes, addresses: list[bytes], port: int | None) -> None:
        super().__init__(SERVICE, name, port=port, properties=text, addresses=addresses)

    async def async_request(self, *_args: object, **_more: object) -> bool:
        return True


def at_listener(run: Run, count: int) -> Tally:
    """Through the listener's own handling of what zeroconf resolves."""
    return asyncio.run(_announce(run, count))


async def _announce(run: Run, count: int) -> Tally:
    from shared.lan import discovery

    tally, random = Tally(), run.random("announcements")
    listener = Listener("region-sur", interfaces=["127.0.0.1"])
    original, current = vars(discovery)["AsyncServiceInfo"], [Announced(f"x.{SERVICE}", b"", [], 1)]
    setattr(discovery, "AsyncServiceInfo", lambda *_args: current[0])  # noqa: B010
    try:
        for _ in range(count):
            name = "".join(chr(random.randrange(32, 0x2FF)) for _ in range(random.randrange(1, 70)))
            began = time.monotonic()
            try:
                current[0] = _announcement(random)
                zeroconf: Zeroconf = None  # type: ignore[assignment]
                await listener._resolve(zeroconf, SERVICE, f"{name}.{SERVICE}")
                if random.random() < 0.3:
                    listener._heard(zeroconf, SERVICE, f"{name}.{SERVICE}", ServiceStateChange.Removed)
                tally.named += all(place.startswith("ws") for place in listener.places())
            except Exception as error:
                tally.wrong.append(f"an announcement: {type(error).__name__}: {error}")
            tally.took(time.monotonic() - began, "an announcement")
            run.passed(1)
        if len(listener.places()) > 100:
            tally.wrong.append(f"{len(listener.places())} places are remembered")
    finally:
        await asyncio.sleep(SLOWEST)  # zeroconf must have begun before it can be ended
        setattr(discovery, "AsyncServiceInfo", original)  # noqa: B010
        listener.close()
    return tally


def _announcement(random: Random) -> Announced:
    texts = (random.randbytes(random.randrange(0, 300)), b"\x11centre=region-sur", b"\xffcentre", b"\x07centre=\xff")
    text = random.choice(texts)
    addresses = [random.randbytes(random.choice((4, 4, 16))) for _ in range(random.randrange(0, 5))]
    return Announced(f"x.{SERVICE}", text, addresses, random.choice((7171, 0, 65535, None)))


# ---- the row


def thrown(run: Run, code: str = "") -> Outcome:
    counts = FULL if run.full else SHORT
    hub, grew = asyncio.run(at_hub(run, counts[0], code))
    printer, listener = at_printer(run, counts[1]), at_listener(run, counts[2])
    wrong = [*hub.wrong, *printer.wrong, *listener.wrong]
    if grew > GROWTH:
        wrong.append(f"the hub grew by {grew:.0f} MB")
    unnamed = hub.thrown - hub.named - hub.done
    if unnamed > len(hub.wrong):
        wrong.append(f"{unnamed} frames got no named answer")
    slowest = max(tally.slowest for tally in (hub, printer, listener))
    figure = (
        f"{hub.thrown:,} frames ({hub.named:,} named errors, {hub.done:,} valid), {printer.thrown:,} printer replies, "
        f"{listener.thrown:,} announcements: {len(wrong)} wrong, slowest {slowest:.2f} s, hub grew {grew:.1f} MB"
    )
    return Outcome(figure, not wrong, tuple(wrong))


def show(run: Run) -> Outcome:
    return thrown(run)


def control(run: Run) -> Outcome:
    return thrown(run, UNGUARDED)


UNGUARDED = """
import msgspec
import shared.hub.conversation as conversation
import shared.lan.messages as messages
bare = msgspec.json.Decoder(messages.FromClient)
conversation.looked_at = lambda frame: frame
conversation.from_client = lambda frame: bare.decode(frame)
import suyana
suyana.main()
"""
"""The hub without what looks at a frame first, and turns bad UTF-8 and endless brackets into a named error."""

ROW = Row(
    "fuzz",
    "nonsense in frames, printer replies and mDNS announcements crashes and hangs nothing, and each error has a name",
    show,
    control,
    short=2 * sum(SHORT),
    full=2 * sum(FULL),
)
