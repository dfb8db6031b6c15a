"""The power goes, and everything starts again in another order: the screens first, the hub after them, nobody helps."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from installers.demo.people import DEMO_PIN, comes_in
from installers.demo.programs import Program
from shared.domain import commands as c
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.lan.robot_client import RobotClient, RobotProblem
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import connected, machine
from tests.fakes.stored import select

WITHIN = 40.0  # seconds, on a machine that does other things too
SIZES = {"kiosk": "1080x1920", "board": "1920x1080", "counter": "1366x768"}
DEVICES = {"kiosk": "kiosk-1", "board": "board-1", "counter": "counter-20"}


class Screen:
    """A real program on a machine of its own: its identity and what it keeps outlive its power."""

    def __init__(self, what: str, hub: HubProcess, folder: Path) -> None:
        self._what, self._folder, self._life = what, folder, 0
        own = machine(DeviceRole(what), DEVICES[what], folder)
        self._options = ["--hub", hub.url, "--identity", str(own), "--size", SIZES[what], "--still"]
        self._options += {"kiosk": ["--printer", f"file:{folder / 'paper'}"], "counter": ["--number", "20"]}.get(
            what, []
        )

    def powered(self) -> None:
        self._life += 1
        socket = self._folder / f"robot-{self._what}-{self._life}"
        options = [self._what, *self._options, "--robot", str(socket)]
        self._program = Program(self._what, options, self._folder, {"QT_QPA_PLATFORM": "offscreen"})
        self._program.start()
        try:
            self.hands = RobotClient(socket, within=WITHIN)
        except RobotProblem:
            self._program.kill()
            raise

    def cut(self) -> None:
        self.hands.close()
        self._program.kill()

    def until(self, true_of: Any, what: str) -> Any:
        return self.hands.until(true_of, what, within=WITHIN)

    def tap(self, *names: str) -> None:
        for name in names:
            self.hands.until_name(name, within=WITHIN)
            self.hands.click(name)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


@pytest.fixture
def screens(hub: HubProcess, tmp_path: Path) -> Iterator[dict[str, Screen]]:
    with ExitStack() as ends:
        found = {what: Screen(what, hub, tmp_path) for what in SIZES}
        for screen in found.values():
            screen.powered()
            ends.callback(screen.cut)
        yield found


async def attended(hub: HubProcess) -> None:
    """PJ 001 sits at counter 20."""
    kiosk, counter = (
        Hello((PROTOCOL, PROTOCOL), role, device, number)
        for role, device, number in ((DeviceRole.KIOSK, "kiosk-2", 0), (DeviceRole.COUNTER, "counter-20", 20))
    )
    async with connected([hub.url], kiosk) as line:
        await line.ask(c.IssueTicket("PJ01"))
    async with connected([hub.url], counter) as line:
        await comes_in(line, "a020")
        for order in (c.OpenCounter(20, "a020"), c.CallNext(20), c.StartAttention(20)):
            await line.ask(order)


def takes_a_number(kiosk: Screen) -> str:
    kiosk.tap("purpose-procedure", "entity-bn", "service-BN01", "preferential-no")
    return str(kiosk.until(lambda view: view["screen"] == "ticket", "a number is shown")["number"])


@pytest.mark.timeout(240)
def test_everything_comes_back_by_itself_though_the_screens_start_before_the_hub(
    hub: HubProcess, screens: dict[str, Screen]
) -> None:
    kiosk, board, counter = (screens[what] for what in ("kiosk", "board", "counter"))
    kiosk.until(lambda view: view["screen"] == "home" and not view["head"]["alone"], "the kiosk is ready")
    asyncio.run(attended(hub))
    board.until(lambda view: "PJ 001" in str(view), "the board shows the call")
    for each in (hub.kill, kiosk.cut, board.cut, counter.cut):
        each()
    kiosk.powered()
    alone = kiosk.until(lambda view: view["screen"] == "home" and view["head"]["alone"], "the kiosk goes on alone")
    assert [each["purpose"] for each in alone["purposes"]]
    assert takes_a_number(kiosk) == "A 001"
    board.powered()
    counter.powered()
    hub.start()
    kiosk.until(lambda view: not view["head"]["alone"], "the kiosk is with its hub")
    board.until(lambda view: "PJ 001" in str(view), "the board shows the call again")
    counter.until(lambda view: view["entry"] and view["entry"]["step"] in ("who", "pin"), "somebody may sign in")
    if counter.hands.view()["entry"]["step"] == "who":
        counter.hands.write("a020")
        counter.tap("advisor-a020")
    counter.until(lambda view: view["entry"]["step"] == "pin", "the PIN is asked for")
    for digit in DEMO_PIN:
        counter.hands.key(digit)
    counter.until(lambda view: view["now"] and view["now"]["number"] == "PJ 001", "the same citizen is there")
    numbers = [number for (number,) in select(hub.store, "SELECT number FROM ticket ORDER BY id")]
    assert numbers == ["PJ 001", "A 001"]
