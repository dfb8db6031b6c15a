"""Row: whatever a printer does, a citizen has one number, and its second slip is marked as a copy."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from random import Random

from msgspec.structs import replace

from installers.faultlab.fake_printer import FakePrinter, Faults, printing, refused_url
from installers.faultlab.live_hub import Hall
from installers.faultlab.row import Outcome, Row, Run
from installers.faultlab.work import BEGINS
from kiosk import views as v
from kiosk.flow import Flow
from kiosk.paper_state import paper_of
from shared.domain.catalogue import Purpose
from shared.domain.events import TicketIssued
from shared.lan.client import HubClient, connected
from shared.lan.messages import PROTOCOL, DeviceRole, Hello, Receipt
from shared.lan.views import CatalogueView, HallView, ServiceView
from shared.printing.commands import UnknownCommand, commands
from shared.printing.links import Patience
from shared.printing.outcome import Outcome as Printed, Verdict
from shared.printing.printer import Printer, open_printer
from shared.printing.ticket_slip import ticket_slip

FAULTS = (
    "never answers", "knows no GS r", "answers nonsense", "roll ends soon", "no paper", "paper ends in the middle",
    "cover open", "off line", "knife stuck", "line breaks in the middle", "slower than our patience", "switched off",
)  # fmt: skip
PATIENCE = Patience(connect=1.0, status=0.08, finish=0.25)
SHORT, FULL = 12, 300
SLOW = 0.2  # seconds before each piece of a job is read
REPAIRED = 0.6  # the chance that somebody has put it right before the copy


@dataclass
class Citizen:
    """What one of them was shown and holds. slips: the number on each, and whether it is marked as a copy."""

    fault: str
    numbers: set[str] = field(default_factory=set)
    slips: list[tuple[str, bool]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class Morning:
    """One kiosk, one printer, and everybody who comes. asks_again: a kiosk that takes another number instead."""

    def __init__(self, run: Run, citizens: int, *, asks_again: bool) -> None:
        self._run, self._random, self._asks_again = run, run.random("printer"), asks_again
        self._plan = [FAULTS[index % len(FAULTS)] for index in range(citizens)]
        self._random.shuffle(self._plan)
        self.citizens: list[Citizen] = []
        self.issued = 0
        self.verdicts: Counter[str] = Counter()

    async def happen(self) -> None:
        hall = Hall(self._run.folder, ["kiosk-1"])
        identity = hall.identities["kiosk-1"]
        async with hall.begun() as live:
            hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
            async with connected([live.url], hello, identity) as line:
                for fault in self._plan:
                    self.citizens.append(await self._come(line, fault))
                    self._run.passed(1)
            events = await asyncio.wrap_future(live.hub.in_store(lambda log: log.read(0, limit=100_000)))
            self.issued = sum(isinstance(recorded.event, TicketIssued) for recorded in events)

    async def _come(self, line: HubClient, fault: str) -> Citizen:
        citizen, flow = Citizen(fault), _flow(line)
        faults = _faults(fault, self._random)
        with ExitStack() as stack:
            fake = stack.enter_context(printing(FakePrinter(faults)))
            url = refused_url() if fault == "switched off" else fake.url
            receipt = await self._number(line, flow, citizen)
            await self._print(flow, receipt, fake, url, citizen, copy=False)
            while not fake.slips and _view(flow).can_copy:
                if self._random.random() < REPAIRED:
                    fake.faults, url = Faults(), fake.url
                if self._asks_again:
                    flow = _flow(line)
                    receipt = await self._number(line, flow, citizen)
                    await self._print(flow, receipt, fake, url, citizen, copy=False)
                    break
                again = flow.print_again()
                assert again
                await self._print(flow, again, fake, url, citizen, copy=True)
        citizen.slips = [(_number_on(job), b"COPIA" in job) for job in (*fake.slips, *fake.torn)]
        return citizen

    async def _number(self, line: HubClient, flow: Flow, citizen: Citizen) -> Receipt:
        flow.choose_purpose(Purpose.PROCEDURE)
        flow.choose_entity("bn")
        flow.choose_service("BN01")
        order = flow.say_preferential(False)
        assert order
        receipt = (await line.ask(order)).result
        assert isinstance(receipt, Receipt)
        flow.take_receipt(receipt)
        citizen.numbers.add(receipt.number)
        return receipt

    async def _print(
        self, flow: Flow, receipt: Receipt, fake: FakePrinter, url: str, citizen: Citizen, *, copy: bool
    ) -> None:
        assert flow.offer
        printer: Printer = open_printer(url, patience=PATIENCE)
        slip = ticket_slip(replace(receipt, copy=copy), flow.offer.catalogue)
        before = len(fake.slips)
        outcome: Printed = await asyncio.to_thread(printer.print, slip)
        self.verdicts[outcome.verdict.value] += 1
        flow.paper_is(receipt.ticket, paper_of(outcome.verdict))
        if outcome.verdict is Verdict.PRINTED and len(fake.slips) == before:
            citizen.wrong.append(f"{receipt.number} was called printed, and nothing whole came out: {outcome.detail}")
        if outcome.verdict in (Verdict.OFFLINE, Verdict.PAPER_OUT) and len(fake.slips) > before:
            citizen.wrong.append(f"{receipt.number} was called not printed, and came out: {outcome.detail}")


def _flow(line: HubClient) -> Flow:
    flow = Flow()
    flow.hub_is_there(True)
    shown = line.mirror.get("catalogue", CatalogueView)
    assert shown
    flow.see(shown.catalogue, line.mirror.get("hall", HallView), list(line.mirror.all(ServiceView)))
    return flow


def _view(flow: Flow) -> v.TicketView:
    view = flow.view(BEGINS)
    assert isinstance(view, v.TicketView)
    return view


def _number_on(job: bytes) -> str:
    """The number that stands on a slip, or "" where it was cut off above it."""
    with suppress(UnknownCommand):  # a torn one ends in the middle of a command
        for command in commands(job):
            text = command.data.decode("cp858", "replace") if command.name == "text" else ""
            if len(text) == 6 and text[:2].isupper() and text[3:].isdecimal():
                return text
    return ""


def _faults(name: str, random: Random) -> Faults:
    """Those in the middle of a job come at any byte of it."""
    middle = random.randrange(20, 6_000)
    return {
        "never answers": Faults(silent=True),
        "knows no GS r": Faults(unconfirming=True),
        "answers nonsense": Faults(garbage=random.randbytes(3) + b"\xff"),
        "roll ends soon": Faults(paper_low=True),
        "no paper": Faults(no_paper=True),
        "paper ends in the middle": Faults(paper_ends_after=middle),
        "cover open": Faults(cover_open=True),
        "off line": Faults(offline=True),
        "knife stuck": Faults(error=True),
        "line breaks in the middle": Faults(resets_after=middle),
        "slower than our patience": Faults(pause=SLOW),
    }.get(name, Faults())


def _wrong(morning: Morning) -> Iterator[str]:
    seen: Counter[str] = Counter(number for citizen in morning.citizens for number in citizen.numbers)
    if morning.issued != len(morning.citizens):
        yield f"{len(morning.citizens)} citizens, and {morning.issued} numbers given"
    yield from (f"{number} was shown to {count} citizens" for number, count in seen.items() if count > 1)
    for citizen in morning.citizens:
        yield from citizen.wrong
        if len(citizen.numbers) != 1:
            yield f"{citizen.fault}: one citizen has {', '.join(sorted(citizen.numbers))}"
        read = [(number, copy) for number, copy in citizen.slips if number]  # a torn one may end above it
        if any(number not in citizen.numbers for number, _ in read):
            yield f"{citizen.fault}: the paper has another number than {', '.join(citizen.numbers)}"
        if sum(not copy for _, copy in read) > 1:
            yield f"{citizen.fault}: a second slip of {', '.join(citizen.numbers)} is not marked as a copy"


def _lived(run: Run, *, asks_again: bool) -> tuple[Morning, list[str]]:
    morning = Morning(run, FULL if run.full else SHORT, asks_again=asks_again)
    asyncio.run(morning.happen())
    return morning, list(_wrong(morning))


def show(run: Run) -> Outcome:
    morning, wrong = _lived(run, asks_again=False)
    jobs = sum(morning.verdicts.values())
    copies = jobs - len(morning.citizens)
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(morning.verdicts.items()))
    figure = (
        f"{len(morning.citizens)} citizens, {len(FAULTS)} faults, {jobs} jobs ({copies} copies; {told}): "
        f"{morning.issued} numbers, {len(wrong)} faults of ours"
    )
    return Outcome(figure, not wrong, tuple(wrong))


def control(run: Run) -> Outcome:
    """A kiosk that takes another number where the slip did not come out."""
    morning, wrong = _lived(run, asks_again=True)
    return Outcome(f"another number instead of a copy: {morning.issued} for {len(morning.citizens)}", not wrong)


ROW = Row(
    "printer",
    f"whatever a printer does, {len(FAULTS)} faults: one number for each citizen, every second slip a copy",
    show,
    control,
    short=2 * SHORT,
    full=2 * FULL,
)
