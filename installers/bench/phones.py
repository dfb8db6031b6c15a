"""Row: five hundred phones look at their tickets while advisors call."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import httpx
import msgspec

from installers.bench.clients import Hall, Line, hall, watching
from installers.bench.phoning import Heard
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.bench.running import processor_seconds
from installers.bench.stand import Stand
from installers.faultlab.served import DidNotBegin, Served
from installers.faultlab.work import centre
from shared.domain import commands as c
from shared.domain.roles import DeviceRole
from shared.lan.client import connected
from shared.lan.messages import PROTOCOL, Hello, Receipt

PHONES = 500
A_SECOND = 20  # orders, a quarter of them calls: twenty times the peak hour of a large centre
LIMIT = 1.5


class Pages(Served):
    """`suyana pages` as a process of its own, a client of that hub."""

    def __init__(self, stand: Stand, folder: Path) -> None:
        device = folder / "pages-1"
        if not device.exists():
            stand.trust.make_device(device, DeviceRole.PAGES, "pages-1")
        where = ["--host", "127.0.0.1", "--port", "PORT", "--hub", stand.url, "--identity", str(device)]
        super().__init__("the phone pages", ["-m", "suyana", "pages", *where], folder / "pages.log")

    def know(self, token: str) -> None:
        """Wait until they have heard of this slip."""
        while httpx.get(f"http://127.0.0.1:{self.port}/t/{token}").status_code != 200:
            sleep(0.05)


class Following:
    """Pages, and phones in a process of their own: see `phoning.py`."""

    def __init__(self, pages: Pages, slips: list[str], many: int, seed: str, folder: Path) -> None:
        self.pages = pages
        self._slips = slips
        tokens = folder / "tokens"
        tokens.write_text("\n".join(slips))
        options = (str(pages.port), str(tokens), str(many), seed)
        self._command = [sys.executable, "-m", "installers.bench.phoning", *options]

    def begin(self) -> None:
        """Wait until all phones have seen their first page."""
        self.pages.start()
        self.pages.know(self._slips[-1])
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        if self._process.stdout.readline() != "ready\n":
            raise DidNotBegin("the phones did not begin")

    def end(self) -> Heard:
        said, _ = self._process.communicate()
        self.pages.stop()
        return msgspec.json.decode(said, type=Heard)


def phones(bench: Bench) -> list[Measured]:
    """Half a round with nobody on the phone and no pages, half a round with them, of the same hub and the same hall."""
    many, calls = bench.of(PHONES, 50), bench.of(100, 15)
    alone: list[float] = []
    beside: list[float] = []
    ratios: list[float] = []
    heard: list[Heard] = []
    shares: list[float] = []
    with Stand(bench.folder / "hub") as stand:
        pages = Pages(stand, bench.folder)

        async def run() -> None:
            async with hall(stand, "phones") as people, watching(stand, 1) as boards:
                for number in range(bench.rounds):
                    bench.flush()
                    slips = await given(stand, number, many + calls)
                    once = await called(people, boards[0], calls)
                    there = Following(pages, slips, many, f"{bench.seed} {number}", bench.folder)
                    await asyncio.to_thread(there.begin)
                    began, before = perf_counter(), processor_seconds(pages.pid)
                    other = await called(people, boards[0], calls)
                    shares.append((processor_seconds(pages.pid) - before) / (perf_counter() - began))
                    heard.append(await asyncio.to_thread(there.end))
                    alone.extend(once)
                    beside.extend(other)
                    ratios.append(p(other, 99) / p(once, 99))
                    bench.passed(1)

        try:
            asyncio.run(run())
        finally:
            pages.stop()
    answers = sum((Counter(one.answers) for one in heard), Counter())
    said = f"p50 {ms(p(beside, 50))}, p99 {ms(p(beside, 99))} of {len(beside)} calls until a board has it, with {many} "
    said += (
        f"phones, {ms(p(alone, 50))} and {ms(p(alone, 99))} without; by round {', '.join(f'{r:.2f}' for r in ratios)}"
    )
    theirs = f"answers {', '.join(f'{status}: {n:,}' for status, n in sorted(answers.items()))}; "
    theirs += f"p99 of one {ms(max(one.p99 for one in heard))}; all {many} first pages within "
    theirs += f"{max(one.first for one in heard):.1f} s; {median(shares):.2f} of a core"
    return [
        Measured(f"p99 of a call with {many} phones against none", p(beside, 99) / p(alone, 99), LIMIT, said),
        Measured("phones that were not told", sum(n for status, n in answers.items() if status >= 429), 0, theirs),
    ]


async def given(stand: Stand, number: int, many: int) -> list[str]:
    """The tokens of so many slips, over all queues."""
    kiosk = stand.kiosks[0]
    queues = sorted({queue for counter in centre().counters for queue in counter.queues[:1]})
    async with connected([stand.url], Hello((PROTOCOL, PROTOCOL), kiosk.role, kiosk.device), kiosk) as client:
        tokens = []
        for made in range(many):
            order = c.IssueTicket(queue=queues[made % len(queues)])
            answer = await client.ask(order, f"phone-{number}-{made}")
            assert isinstance(answer.result, Receipt)
            tokens.append(answer.result.token)
        return tokens


async def called(people: Hall, board: Line, calls: int) -> list[float]:
    """Visits at a steady pace. Returns of each call the seconds from the order until the board has it."""
    taken: list[float] = []
    begins = perf_counter()
    for made, command in enumerate(people.visits(4 * calls)):
        await asyncio.sleep(max(0.0, begins + made / A_SECOND - perf_counter()))
        if isinstance(command, c.CallNext):
            shown = asyncio.get_running_loop().create_future()
            board.on_change = lambda shown=shown: shown.done() or shown.set_result(perf_counter())  # type: ignore[misc]
            began = perf_counter()
            await people.order(command, made)
            taken.append(await shown - began)
        else:
            await people.order(command, made)
    return taken


ROWS = (Row("phones", "a call while 500 phones follow their tickets", phones, lambda bench: bench.rounds),)
