"""Calls in bursts at the counters of a real hub, said by the boards of two zones; the hub's log is compared at the end.

Boards, lines and hub are the programs' own. Only the voices are not: each call is heard the moment it is played.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack
from itertools import pairwise
from pathlib import Path
from random import Random
from threading import Thread
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from display_board.board import Board
from display_board.presenter import Presenter
from display_board.screens.window import BoardWindow
from display_board.voice import Voice
from installers.calls_report.hall import Wrong
from installers.calls_report.made import BURST
from installers.faultlab.hall import HallHub
from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue, Counter
from shared.domain.hall import Hall
from shared.domain.roles import DeviceRole
from shared.lan.client import HubClient, HubRefused
from shared.store.database import Store
from shared.store.event_log import EventLog
from shared.ui import theme, tokens
from shared.ui.hub_link import HubLink
from shared.ui.sound.wav import Sound

CLOCK = "2026-11-23T09:00"
SECOND = 0.1  # seconds of real time that a burst lasts on average
HURRY = 0.0  # of the time that each call is the newest at least
LISTENS_MS = 50
SAID_WITHIN_S = 60.0  # after the last call


class AtOnceHeard(QObject):
    """A loudspeaker whose sounds end the moment they begin. Two at once are counted."""

    ended = Signal()
    devices_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.overlapping = 0
        self._playing = False

    def can_play(self) -> bool:
        return True

    def play(self, sound: Sound, percent: int = 100) -> None:  # noqa: ARG002
        self.overlapping += self._playing
        self._playing = True
        QTimer.singleShot(0, self._end)

    def close(self) -> None:
        pass

    def _end(self) -> None:
        self._playing = False
        self.ended.emit()


class Zone(NamedTuple):
    """The board of a zone."""

    name: str
    link: HubLink
    window: BoardWindow
    loudspeaker: AtOnceHeard
    presenter: Presenter


class Found(NamedTuple):
    """Of one zone, from the hub's own log."""

    zone: str
    calls: int
    said: int
    wrong: Wrong


def through_a_hub(
    centre: Path,
    count: int,
    seed: int,
    board: type[Board] = Board,
    within: float = SAID_WITHIN_S,
    counters: int = 1_000,
) -> list[Found]:
    """counters: at most so many of each zone. Raises CannotRun where the hub does not begin."""
    application = dressed()
    with tempfile.TemporaryDirectory() as work:
        hub = HallHub(Path(work), centre, CLOCK, more=["--no-limits"])
        zones = [board_of(hub, name, board) for name in dict.fromkeys(each.zone for each in hub.catalogue.counters)]
        crew = _Crew(hub, count, Random(seed), counters)
        hub.start()
        try:
            for zone in zones:
                zone.link.start()
            crew.start()
            _run(application, crew, zones, within)
        finally:
            for zone in zones:
                zone.link.stop()
                zone.window.deleteLater()
            crew.join()
            hub.stop()
        return _found(hub.store, hub.catalogue, zones)


def dressed() -> QApplication:
    """The application of these boards, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application)
    tokens.motion = 0.0
    return application


def board_of(hub: HallHub, name: str, board: type[Board]) -> Zone:
    """The board of a zone, not connected yet. To be made before its hub begins."""
    member = hub.member(DeviceRole.BOARD, f"board-{name}")
    link = HubLink(replace(member.hello, zone=name), lambda: [hub.url], member.identity)
    window, loudspeaker = BoardWindow(), AtOnceHeard()
    voice = Voice(loudspeaker, pace=HURRY)
    return Zone(name, link, window, loudspeaker, Presenter(link, window, voice, board=board(time.monotonic())))


def _run(application: QApplication, crew: _Crew, zones: Sequence[Zone], within: float) -> None:
    """Until all are said, or for so long after the last call."""
    ended: list[float] = []

    def look() -> None:
        if crew.is_alive():
            return
        ended.append(time.monotonic())
        said = sum(len(zone.presenter.view().spoken) for zone in zones)
        if said >= crew.calls or time.monotonic() - ended[0] > within:
            QTimer.singleShot(1_000, application.quit)  # for what the hub is still to be told
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LISTENS_MS)
    application.exec()


class _Crew(Thread):
    """Everybody at the counters: up to twenty of them call in the same moment. calls: how many they have made."""

    def __init__(self, hub: HallHub, count: int, random: Random, most: int) -> None:
        super().__init__()
        self.calls = 0
        self._hub, self._count, self._random = hub, count, random
        self._door = hub.member(DeviceRole.KIOSK, "kiosk-1")
        self._desks = {
            counter.number: hub.member(DeviceRole.COUNTER, f"counter-{counter.number}", counter.number)
            for counter in _few(hub.catalogue, most)
        }

    def run(self) -> None:
        asyncio.run(self._work())

    async def _work(self) -> None:
        async with AsyncExitStack() as stack:
            door = await stack.enter_async_context(self._hub.line(self._door))
            desks: dict[int, HubClient] = {}
            for number, member in self._desks.items():
                desks[number] = await stack.enter_async_context(self._hub.line(member))
                await desks[number].ask(c.OpenCounter(number, member.person))
            while self.calls < self._count:
                together = self._random.sample(sorted(desks), self._random.randint(1, min(BURST, len(desks))))
                together = together[: self._count - self.calls]
                await asyncio.gather(*(_come(door, self._service(number)) for number in together))
                done = await asyncio.gather(*(_call(desks[number], number) for number in together))
                self.calls += sum(done)
                await asyncio.gather(*(_attend(desks[number], number) for number in together))
                await asyncio.sleep(self._random.uniform(0, 2 * SECOND))

    def _service(self, counter: int) -> str:
        catalogue = self._hub.catalogue
        queue = self._random.choice(catalogue.counter[counter].queues)
        return self._random.choice([service.code for service in catalogue.services_of[queue]])


def _few(catalogue: Catalogue, most: int) -> Iterable[Counter]:
    taken = Tally[str]()
    for counter in catalogue.counters:
        taken[counter.zone] += 1
        if taken[counter.zone] <= most:
            yield counter


async def _come(door: HubClient, service: str) -> None:
    try:
        await door.ask(c.IssueTicket(service))
    except HubRefused:
        return  # its entity gives no numbers now


async def _call(desk: HubClient, counter: int) -> bool:
    try:
        await desk.ask(c.CallNext(counter))
    except HubRefused:
        return False  # a colleague has called the one who came for this counter
    return True


async def _attend(desk: HubClient, counter: int) -> None:
    try:
        await desk.ask(c.StartAttention(counter))
        await desk.ask(c.FinishAttention(counter))
    except HubRefused:
        return


def _found(store: Path, catalogue: Catalogue, zones: Iterable[Zone]) -> list[Found]:
    """The calls of the day against the events that say that each was announced."""
    hall, spoken = Hall(), list[e.CallSpoken]()
    database = Store(store)
    for recorded in EventLog(database).for_start():
        hall.apply(recorded.event, recorded.at)
        if isinstance(recorded.event, e.CallSpoken):
            spoken.append(recorded.event)
    database.close()
    assert hall.day
    numbered = list(enumerate(hall.day.calls, start=1))
    found = []
    for zone in zones:
        made = [number for number, call in numbered if catalogue.counter[call.counter].zone == zone.name]
        said = [one.call for one in spoken if catalogue.counter[one.counter].zone == zone.name]
        wrong = Wrong(
            lost=len(set(made) - set(said)),
            doubled=len(said) - len(set(said)),
            out_of_order=sum(later < before for before, later in pairwise(said)),
            overlapping=zone.loudspeaker.overlapping,
        )
        found.append(Found(zone.name, len(made), len(said), wrong))
    return found
