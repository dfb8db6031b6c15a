"""Row: answers that are dropped, delayed and doubled on their way: as many tickets as requests, and the same answer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from random import Random

from installers.faultlab.live_hub import Hall
from installers.faultlab.relay import Relay, relaying
from installers.faultlab.row import Outcome, Row, Run
from shared.domain.commands import IssueTicket
from shared.domain.refusals import Code
from shared.hub.hub import Hub
from shared.lan.client import HubAway, HubClient, HubRefused, connect
from shared.lan.messages import PROTOCOL, DeviceRole, Hello, Receipt

FULL, SHORT, CONTROL = 10_000, 150, 150  # requests
KIOSKS, FEW_KIOSKS = 40, 10
WITHIN = 0.25  # seconds: then a kiosk asks again
LONGEST = 0.35  # seconds that a frame may be late: longer than a kiosk waits
SERVICES = ("PJ01", "PJ02", "BN01", "ME01", "RE01")
AGAIN = 8  # requests of each kiosk that are asked again after a restart, as they were and with another body


class Kiosk:
    """Asks for numbers one after another, each until it is answered, under one request id or (control) always anew."""

    def __init__(self, name: str, hall: Hall, relay: Relay, random: Random, *, keeps_id: bool) -> None:
        self._hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, name)
        self._identity = hall.identities[name]
        self._relay, self._random, self._keeps_id = relay, random, keeps_id
        self._line: HubClient | None = None
        self._tries = 0
        self.services = tuple(s for s in SERVICES if s in hall.catalogue.service)
        self.got: dict[str, tuple[IssueTicket, Receipt]] = {}

    async def ask(self, request: str) -> None:
        order = IssueTicket(self._random.choice(self.services), preferential=self._random.random() < 0.2)
        self.got[request] = order, await self._until_answered(request, order)

    async def _until_answered(self, request: str, order: IssueTicket) -> Receipt:
        while True:
            self._tries += 1
            try:
                line = await self._connected()
                name = request if self._keeps_id else f"{request}-{self._tries}"
                async with asyncio.timeout(WITHIN):
                    result = (await line.ask(order, name)).result
                assert isinstance(result, Receipt)
                return result
            except TimeoutError:
                continue
            except HubAway:
                self._line = None

    async def _connected(self) -> HubClient:
        if self._line is None or not self._line.is_online:
            self._line = await connect([self._relay.url], self._hello, self._identity)
        return self._line

    async def end(self) -> None:
        if self._line:
            await self._line.close()


class Fates:
    """One in five answers is lost, one in five late, one in five doubled; orders are doubled and late too."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def __call__(self, way: str, frame: str) -> list[float]:
        chance = self._random.random()
        if way == "down" and '"type":"answer"' not in frame and '"type":"refused"' not in frame:
            return [0.0]
        if chance < 0.2 and way == "down":
            return []
        if chance < 0.4:
            return [self._random.uniform(0, LONGEST)]
        if chance < 0.6:
            return [0.0, self._random.uniform(0, LONGEST)]
        return [0.0]


async def _run(run: Run, requests: int, *, keeps_id: bool) -> Outcome:
    count = KIOSKS if requests == FULL else FEW_KIOSKS
    names = [f"kiosk-{number}" for number in range(1, count + 1)]
    hall = Hall(run.folder, names)
    kiosks: list[Kiosk] = []
    async with hall.begun() as live:
        async with relaying(hall.trust, live.url, hall.identities, Fates(run.random("fates"))) as relay:
            kiosks = [Kiosk(name, hall, relay, run.random(name), keeps_id=keeps_id) for name in names]
            cuts = asyncio.create_task(_cut_lines(relay, run.random("cuts")))
            await asyncio.gather(
                *(_all(kiosk, range(index, requests, count), run) for index, kiosk in enumerate(kiosks))
            )
            cuts.cancel()
            for kiosk in kiosks:
                await kiosk.end()
        tickets = _tickets(live.hub)
    numbers = Counter(receipt.number for kiosk in kiosks for _, receipt in kiosk.got.values())
    details = [f"{number} was the answer to {count} requests" for number, count in numbers.items() if count > 1]
    again = await _asked_again(hall, kiosks, run.random("again")) if keeps_id else []
    figure = (
        f"{requests} requests, {tickets} tickets; {relay.lost} frames lost, {relay.late} late, {relay.doubled} twice; "
        f"after a restart {len(again)} answers not as before"
    )
    return Outcome(figure, tickets == requests == len(numbers) and not again, (*details, *again))


async def _all(kiosk: Kiosk, numbers: range, run: Run) -> None:
    for number in numbers:
        await kiosk.ask(f"request-{number}")
        run.passed(1)


async def _cut_lines(relay: Relay, random: Random) -> None:
    while True:
        await asyncio.sleep(random.uniform(0.1, 0.5))
        relay.drop_one(random)


def _tickets(hub: Hub) -> int:
    assert hub.committed.day
    return len(hub.committed.day.tickets)


async def _asked_again(hall: Hall, kiosks: list[Kiosk], random: Random) -> list[str]:
    """A sample, at the hub that began again: the same order has the same answer, another under its id is refused."""
    wrong: list[str] = []
    async with hall.begun() as live:
        for index, kiosk in enumerate(kiosks):
            hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, f"kiosk-{index + 1}")
            line = await connect([live.url], hello, hall.identities[hello.device])
            for request in random.sample(sorted(kiosk.got), min(AGAIN, len(kiosk.got))):
                order, receipt = kiosk.got[request]
                if (await line.ask(order, request)).result != receipt:
                    wrong.append(f"{request}: another answer after a restart")
                if not await _is_refused(line, request, IssueTicket(order.service, language="qu")):
                    wrong.append(f"{request}: another body under the same id was not refused")
            await line.close()
    return wrong


async def _is_refused(line: HubClient, request: str, order: IssueTicket) -> bool:
    try:
        await line.ask(order, request)
    except HubRefused as refusal:
        return refusal.refused.code == Code.REQUEST_REUSED
    return False


def _quietly(run: Run, requests: int, *, keeps_id: bool) -> Outcome:
    """Lines that are cut on purpose are no news."""
    before = logging.root.manager.disable
    logging.disable(logging.ERROR)
    began = time.monotonic()
    try:
        found = asyncio.run(_run(run, requests, keeps_id=keeps_id))
    finally:
        logging.disable(before)
    rate = requests / (time.monotonic() - began)
    return Outcome(f"{found.figure} ({rate:.0f} requests/s)", found.holds, found.details)


def show(run: Run) -> Outcome:
    return _quietly(run, FULL if run.full else SHORT, keeps_id=True)


def control(run: Run) -> Outcome:
    """A new request id at every try."""
    found = _quietly(run, CONTROL, keeps_id=False)
    return Outcome(f"a new id at every try: {found.figure}", found.holds, found.details)


ROW = Row(
    "answers",
    f"answers dropped, late and doubled on their way: {FULL} requests, {FULL} tickets, the same answer after a restart",
    show,
    control,
    SHORT + CONTROL,
    FULL + CONTROL,
)
