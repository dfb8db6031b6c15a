"""A kiosk without a screen, made of the real parts: journal, outbox, spare numbers, their reunion, what was before.

Only the line is another one than the screen's: asyncio instead of Qt. It can be killed between any two of its steps.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Protocol

from msgspec.structs import replace

from installers.faultlab.live_hub import LabClock
from kiosk.before import Before, Unclaimed
from kiosk.reunion import Reunion
from kiosk.spare_numbers import SpareNumbers
from shared.domain.catalogue import Catalogue
from shared.domain.commands import Command, IssueTicket, MergeSpare
from shared.lan.client import HubAway, HubClient, HubRefused, connect
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Answer, Ask, DeviceRole, Hello, Receipt, Refused
from shared.store.journal import Journal
from shared.ui.outbox import Outbox

STALE = timedelta(hours=48)
AGAIN = 0.01  # seconds between two tries to find the hub


class Known(Protocol):
    """What a kiosk knows of its hall."""

    @property
    def catalogue(self) -> Catalogue: ...

    @property
    def clock(self) -> LabClock: ...

    @property
    def identities(self) -> Mapping[str, Identity]: ...


class Killed(Exception):
    """The kiosk ended in the middle of something."""


class LabKiosk:
    """One life. `kills`: the chance of dying at each step. names_first: whether a merge names the first order.

    void: the numbers that nobody took, in all its lives.
    """

    def __init__(
        self,
        name: str,
        hall: Known,
        url: str,
        journal: Path,
        random: Random,
        *,
        patience: float,
        kills: float,
        names_first: bool,
        void: set[str],
    ) -> None:
        self.is_online = False
        self.is_dead = False
        self._hall, self._url, self._random = hall, url, random
        self._patience, self._kills, self._names_first = patience, kills, names_first
        self._hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, name)
        self._identity = hall.identities[name]
        self._journal = Journal(journal)
        self.outbox = Outbox(self._journal, STALE)
        self._open = {ask.request: ask for ask in self.outbox.waiting()}
        self._spares = SpareNumbers(self._journal, monotonic=lambda: hall.clock.at.timestamp())
        self._reunion = Reunion(self._spares, self)
        self._before = Before(self._journal, self._spares, self.send)
        self._waits: dict[str, asyncio.Future[Answer | Refused]] = {}
        self._line: HubClient | None = None
        self._asking: set[asyncio.Task[None]] = set()
        self._void = void
        one = self._before.unclaimed(hall.catalogue)
        if one:
            self._give_up(one)
        self._living = asyncio.create_task(self._live())

    # ---- what the parts need of a line

    def now(self) -> datetime:
        return self._hall.clock.now()

    def send(self, command: Command, request: str = "") -> str:
        if isinstance(command, MergeSpare) and not self._names_first:
            command = replace(command, first=f"nobody-{command.letter}-{command.number}")
        ask = Ask(request or uuid.uuid4().hex, command)
        self.outbox.keep(ask)
        self._open[ask.request] = ask
        self._ask(ask)
        return ask.request

    # ---- a citizen

    async def serve(self, order: IssueTicket) -> str:
        """The number on the paper that a citizen takes away; "" where the kiosk died before. Raises Killed."""
        self._may_die()
        heard = asyncio.get_running_loop().create_future()
        request = uuid.uuid4().hex
        self._waits[request] = heard
        self.send(order, request)
        self._may_die()
        try:
            async with asyncio.timeout(self._patience):
                answer = await heard
        except TimeoutError:
            answer = None
        self._waits.pop(request, None)
        if isinstance(answer, Answer) and isinstance(answer.result, Receipt):
            return self._printed(Unclaimed(answer.result, request=request))
        self._open.pop(request, None)
        if not self._spares.letter:
            return ""
        given = self._spares.give(order, request, self.now(), self._hall.catalogue)
        assert given
        return self._printed(Unclaimed(given.receipt, merge=given.merge))

    def _printed(self, one: Unclaimed) -> str:
        self._may_die()
        self._before.told(one)
        self._reunion.go_on()
        return one.receipt.number

    def _give_up(self, one: Unclaimed) -> None:
        """Nobody took that number."""
        self._void.add(one.receipt.number)
        self._before.give_up(one)

    @property
    def has_letter(self) -> bool:
        return bool(self._spares.letter)

    @property
    def is_done(self) -> bool:
        """Whether the hub has heard of everything."""
        return self.is_online and not self._open and not self._spares.waiting

    # ---- its life

    def _may_die(self) -> None:
        if self._random.random() < self._kills:
            raise Killed

    async def kill(self) -> None:
        """Nothing more is done; what is on disk stays."""
        self.is_dead = True
        self._living.cancel()
        for task in self._asking:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await self._living
        await asyncio.gather(*self._asking, return_exceptions=True)
        if self._line:
            await self._line.close()
        self._journal.close()

    async def _live(self) -> None:
        while True:
            try:
                self._line = await connect([self._url], self._hello, self._identity)
            except HubAway:
                await asyncio.sleep(AGAIN)
                continue
            self.is_online = True
            for ask in list(self._open.values()):
                self._ask(ask)
            self._reunion.begin()
            with suppress(HubAway):
                await self._line.until(lambda _: False)
            self.is_online = False

    def _ask(self, ask: Ask) -> None:
        if self.is_online and self._line:
            task = asyncio.create_task(self._answer(self._line, ask))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    async def _answer(self, line: HubClient, ask: Ask) -> None:
        heard: Answer | Refused
        while ask.request in self._open:
            try:
                async with asyncio.timeout(self._patience * 2):  # lost frames: a screen's line would be given up
                    heard = await line.ask(ask.command, ask.request)
                break
            except TimeoutError:
                continue
            except HubAway:
                return
            except HubRefused as refusal:
                heard = refusal.refused
                break
        if self._open.pop(ask.request, None):
            self.outbox.heard(heard)
            self._hear(heard)

    def _hear(self, heard: Answer | Refused) -> None:
        waits = self._waits.get(heard.request)
        if waits:
            if not waits.done():
                waits.set_result(heard)
        elif isinstance(heard, Refused):
            self._before.orphans.discard(heard.request)
            self._reunion.refused(heard)
        elif not self._reunion.answered(heard, self.now().date().isoformat()):
            if heard.request in self._before.orphans and isinstance(heard.result, Receipt):
                self._give_up(Unclaimed(heard.result, request=heard.request))
            self._before.settle(heard.request)
