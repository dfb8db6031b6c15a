"""Row: document numbers planted in a day of visits are looked for everywhere: none in clear while open, none later.

Where: the store with its WAL and copies, whatever stands beside it, the second place with its copies and the shipped
log, the logs of programs, the journals of kiosk and counter, slips, every frame that board, supervisor, orientator,
phones and a second kiosk are sent, views of every role, the log as sync reads it and the records it makes, the folder
of a real sync and the database of a real office, what a crash leaves.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing
from pathlib import Path
from random import Random

import msgspec
from websockets.asyncio.client import connect

from installers.demo.people import DEMO_PIN
from installers.faultlab.canary_office import Office
from installers.faultlab.hall import HallHub, Member
from installers.faultlab.row import Outcome, Row, Run
from shared.domain import commands as c
from shared.domain.personal import DocumentKind, PersonDocument
from shared.domain.roles import DeviceRole
from shared.lan.client import HubClient
from shared.lan.messages import Answer, Ask, DocumentShown, Receipt, encode
from shared.lan.signing_in import SignIn
from shared.lan.views import CounterView
from shared.printing.printer import open_printer
from shared.printing.ticket_slip import ticket_slip
from shared.store.database import Store
from shared.store.event_log import EventLog
from shared.store.sealed import DOCUMENT, unseal
from shared.ui.outbox import Outbox, opened
from sync.record import Records, recorded

CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
ASKING = """
[copies]
place = "{place}"

[document]
mode = "optional"
reason = "Para ubicar su expediente en el módulo"

[personal]
holder = "PCM, Jr. Carabaya s/n, Lima"
rights = "en el módulo de orientación"
version = "2026-11"
"""
COUNTERS = (20, 21)
SERVICE, ELSEWHERE = "PJ02", ("BN", "BN01")
SHORT, FULL = 10, 200
COPIED_WITHIN = 30.0  # seconds
LEFT_INSIDE = 10  # visits that nobody attends before the day closes: one in so many
UNSEALED = """
import shared.hub.confidant as confidant
confidant.seal = lambda key, ticket, stop, field, text: text.encode()
confidant.unseal = lambda key, ticket, stop, field, text: text.decode()
import suyana
suyana.main()
"""
"""The hub with its sealing off: the control run."""


class Canaries:
    """The numbers of a day, and every form in which one could stand somewhere."""

    def __init__(self, random: Random, visits: int) -> None:
        self.documents = [self._document(random, visit) for visit in range(visits)]
        self.notes = [f"QZNOTA{random.randrange(10**8):08d}" for _ in range(visits)]
        plain = [document.number.encode() for document in self.documents]
        forms = [form for number in plain for form in _forms(number)]
        forms += [note.encode() for note in self.notes]
        self._forms = forms

    def _document(self, random: Random, visit: int) -> PersonDocument:
        if visit % 2:
            return PersonDocument(DocumentKind.CE, f"QZ{random.randrange(10**10):010d}", "2026-11")
        return PersonDocument(DocumentKind.DNI, f"{random.randrange(10**8):08d}", "2026-11")

    def found(self, data: bytes) -> list[str]:
        """Those that stand there by themselves: a longer figure or hash may hold eight digits by chance."""
        here = [form for form in self._forms if form in data]
        alone = [re.compile(rb"(?<![0-9A-Fa-f])%s(?![0-9A-Fa-f])" % re.escape(form)) for form in here]
        return [form.decode(errors="replace") for form, one in zip(here, alone, strict=True) if one.search(data)]


def _forms(number: bytes) -> Iterator[bytes]:
    """As text, as other programs encode it, and as hashes that anybody could undo."""
    yield number
    yield number.decode().encode("utf-16-le")
    yield base64.b64encode(number).rstrip(b"=")
    for kind in ("sha256", "sha1", "md5"):
        yield hashlib.new(kind, number).hexdigest().encode()
        yield hashlib.new(kind, number).digest()


class Day:
    """A day of visits at a hub, and what was seen of it from outside."""

    def __init__(self, run: Run, code: str = "") -> None:
        self.run = run
        self.visits = FULL if run.full else SHORT
        self.random = run.random("canary")
        self.canaries = Canaries(self.random, self.visits)
        self.found: list[str] = []
        self.places = 0
        self.seen = 0  # numbers that the advisor was shown
        self.attended = 0
        self.carried = 0  # records that the office has
        centre = run.folder / "centre.toml"
        self.place = run.folder / "second place"
        self.place.mkdir()
        centre.write_text(CENTRE.read_text() + ASKING.format(place=self.place.resolve()))
        self.hub = HallHub(run.folder, centre, code=code)
        self.office = Office(run.folder / "office", centre, self.hub)
        self.kiosk = self.hub.member(DeviceRole.KIOSK, "kiosk-1")
        self.counters = {n: self.hub.member(DeviceRole.COUNTER, f"counter-{n}", n) for n in COUNTERS}
        others = (DeviceRole.BOARD, DeviceRole.SUPERVISOR, DeviceRole.ORIENTATOR, DeviceRole.SYNC)
        self.others = [self.hub.member(role, f"{role.value}-1") for role in others]
        overhearing = (*others[:3], DeviceRole.PAGES, DeviceRole.KIOSK)
        self.overhearing = [self.hub.member(role, f"{role.value}-overheard") for role in overhearing]
        self.frames = dict.fromkeys((role.value for role in overhearing), 0)
        self.outboxes: dict[str, Outbox] = {}
        self.slips = open_printer(f"file:{run.folder / 'slips'}")

    def look(self, when: str) -> None:
        """Through every file of the folder."""
        for path in sorted(p for p in self.run.folder.rglob("*") if p.is_file()):
            self.note(f"{when}: {path.relative_to(self.run.folder)}", path.read_bytes().strip(b"\0"))  # a ballast

    def note(self, where: str, data: bytes) -> None:
        self.places += 1
        self.found += [f"{where} has {number!r}" for number in self.canaries.found(data)]

    async def half(self, first: int, last: int) -> None:
        """Some of the visits, with everybody who could hear of them listening."""
        async with AsyncExitStack() as stack:
            for name in ("kiosk", *(f"counter-{number}" for number in COUNTERS)):
                outbox = self.outboxes[name] = opened(self.run.folder / f"{name}.journal")
                if outbox.journal:
                    stack.callback(outbox.journal.close)
            kiosk = await stack.enter_async_context(self.hub.line(self.kiosk))
            counters = {n: await stack.enter_async_context(self.hub.line(m)) for n, m in self.counters.items()}
            others = [await stack.enter_async_context(self.hub.line(member)) for member in self.others]
            listening = [asyncio.create_task(self._overhear(member)) for member in self.overhearing]
            stack.push_async_callback(_ended, listening)
            for number, counter in counters.items():
                await counter.ask(c.OpenCounter(number, f"a0{number}"))
            for visit in range(first, last):
                await self._visit(visit, kiosk, counters)
                self.run.passed(1)
            for client in (kiosk, *counters.values(), *others):
                self.note("views", msgspec.json.encode(client.mirror.views))
            await self._sync(others[-1])

    async def _overhear(self, member: Member) -> None:
        """Every frame that a line of this device is sent, as it comes."""
        who, role = member.identity, member.hello.role.value
        async with connect(self.hub.url, ssl=who.tls, server_hostname=who.hub_name, compression=None) as line:
            await line.send(encode(member.hello))
            if member.person:
                await line.recv()
                await line.send(encode(SignIn("in", member.person, DEMO_PIN)))
            async for frame in line:
                self.frames[role] += 1
                self.note(f"a frame to {member.hello.device}", frame.encode() if isinstance(frame, str) else frame)

    async def _visit(self, visit: int, kiosk: HubClient, counters: dict[int, HubClient]) -> None:
        outbox = self.outboxes["kiosk"]
        document = self.canaries.documents[visit]
        ask = Ask(f"visit-{visit}", c.IssueTicket(SERVICE, document=document))
        outbox.keep(ask)
        answer = await kiosk.ask(ask.command, ask.request)
        outbox.heard(answer)
        assert isinstance(answer.result, Receipt)
        self.slips.print(ticket_slip(answer.result, self.hub.catalogue))
        if visit % LEFT_INSIDE == LEFT_INSIDE - 1:
            return
        self.attended += 1
        number = COUNTERS[visit % len(COUNTERS)]
        await self._attend(number, counters[number], visit)

    async def _attend(self, number: int, counter: HubClient, visit: int) -> None:
        await counter.ask(c.CallNext(number))
        await counter.ask(c.StartAttention(number))
        view = counter.mirror.get("counter", CounterView)
        if view is None or view.attention is None or view.attention.document:
            shown = await self._look_at(number, counter)
            self.seen += bool(shown.number)
        if visit % 3:
            await counter.ask(c.FinishAttention(number))
        else:
            await counter.ask(c.TransferTicket(number, *ELSEWHERE, note=self.canaries.notes[visit]))

    async def _look_at(self, number: int, counter: HubClient) -> DocumentShown:
        outbox = self.outboxes[f"counter-{number}"]
        ask = Ask(f"look-{self.random.getrandbits(64):x}", c.ShowDocument(number))
        outbox.keep(ask)
        answer: Answer = await counter.ask(ask.command, ask.request)
        outbox.heard(answer)
        assert isinstance(answer.result, DocumentShown)
        return answer.result

    async def _sync(self, line: HubClient) -> None:
        """The log as sync reads it, and the records that go to the office."""
        records, after = Records(line.welcome.centre, line.welcome.incarnation), 0
        while True:
            page = await line.read_log(after, 500)
            if not page.entries:
                return
            self.note("log that sync reads", msgspec.json.encode(page.entries))
            for entry in page.entries:
                self.note("records for the office", msgspec.json.encode(list(records.take(recorded(entry)))))
            after = page.entries[-1].seq

    async def close(self) -> None:
        async with self.hub.line(self.others[1]) as supervisor:
            for number in COUNTERS:
                await supervisor.ask(c.CloseCounter(number))
            await supervisor.ask(c.CloseDay())
        async with asyncio.timeout(COPIED_WITHIN):
            while not list(self.place.rglob("*.sqlite")):
                await asyncio.sleep(0.05)
        self.carried = await self.office.has(self.attended)

    def must_have_looked(self) -> None:
        """A place that was empty would prove nothing."""
        if not list(self.place.rglob("*.log")):
            self.found.append("there is no shipped log in the second place")
        if self.carried < self.attended:
            self.found.append(f"the office has {self.carried} of {self.attended} attentions")
        self.found += [f"no frame to a {role} was looked at" for role, count in self.frames.items() if count < 2]


async def _ended(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def lived(run: Run, code: str = "") -> Outcome:
    """Half the visits, a crash, the other half, the closing; then an old copy is asked for what it once held."""
    day = Day(run, code)
    with day.office:
        day.office.begin()
        old, key = _opened_and_closed(day)
    day.look("closed")
    day.must_have_looked()
    gone = _key_is_gone(day, key)
    back = _of_old_copy(day, old)
    shutil.rmtree(old)
    figure = (
        f"{day.visits} visits, {day.seen} numbers seen by their advisors: {len(day.found)} found in {day.places:,} "
        f"places (the office has {day.carried} attentions), {back[1]} of {back[0]} sealed texts of an old copy opened, "
        f"{'no' if gone else 'a'} key left"
    )
    return Outcome(figure, not day.found and not back[1] and day.seen > 0, tuple(day.found))


def _opened_and_closed(day: Day) -> tuple[Path, str]:
    """Returns a copy from the middle of the day without its key, and the key."""
    run, half = day.run, day.visits // 2
    day.hub.start()
    asyncio.run(day.half(0, half))
    day.look("open")
    limits = Path(f"/proc/{day.hub.pid}/limits").read_text()
    if not re.search(r"Max core file size +0 +0 ", limits):
        day.found.append("a crash would leave a core file")
    day.hub.signal(signal.SIGABRT)
    day.look("after a crash")
    key = next(run.folder.glob("*.day-key")).read_text().split()[1]
    old = run.folder.with_name(f"{run.folder.name}-old-copy")
    shutil.copytree(run.folder, old, ignore=lambda _folder, names: [n for n in names if "day-key" in n or n == "trust"])
    day.hub.start()
    asyncio.run(day.half(half, day.visits))
    day.look("open again")
    asyncio.run(day.close())
    day.hub.stop()
    return old, key


def _key_is_gone(day: Day, key: str) -> bool:
    before = len(day.found)
    for path in (p for p in day.run.folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        if key.encode() in data or bytes.fromhex(key) in data:
            day.found.append(f"closed: {path.name} has the key of the day")
    return len(day.found) == before


def _of_old_copy(day: Day, old: Path) -> tuple[int, int]:
    """How many sealed texts a copy from the middle of the day has, and how many can be opened with all that is left."""
    left = [path.read_bytes() for path in day.run.folder.rglob("*key*") if path.is_file()]
    keys = [hashlib.sha256(data).digest() for data in left] or [bytes(32)]
    with closing(Store(old / "centre.sqlite")) as store:
        rows = [row for row in EventLog(store).sealed() if row[2] == DOCUMENT]
    opened_again = 0
    for ticket, stop, field, text in rows:
        opened_again += bool(day.canaries.found(text))
        for key in keys:
            try:
                unseal(key, ticket, stop, field, text)
                opened_again += 1
            except ValueError:
                pass
    return len(rows), opened_again


def show(run: Run) -> Outcome:
    return lived(run)


def control(run: Run) -> Outcome:
    return lived(run, UNSEALED)


ROW = Row(
    "canary",
    "planted document numbers are nowhere in clear while their day is open, and nowhere at all once it is closed",
    show,
    control,
    short=2 * SHORT,
    full=2 * FULL,
)
