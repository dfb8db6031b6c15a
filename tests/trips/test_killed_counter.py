"""A real counter program killed with a citizen in front of it: the citizen is still there when it comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from counter import texts
from installers.demo.people import DEMO_PIN
from installers.demo.programs import Program
from shared.domain import commands as c
from shared.lan.client import HubClient, HubRefused
from shared.lan.messages import PROTOCOL, DeviceRole, Hello
from shared.lan.robot_client import RobotClient, RobotProblem
from shared.lan.views import CounterView
from tests.fakes.hub_process import HubProcess
from tests.fakes.identities import connected, machine

KIOSK = Hello((PROTOCOL, PROTOCOL), DeviceRole.KIOSK, "kiosk-1")
SUPERVISOR = Hello((PROTOCOL, PROTOCOL), DeviceRole.SUPERVISOR, "supervisor-1")
WITHIN = 20.0  # seconds


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    hub = HubProcess(tmp_path)
    hub.start()
    yield hub
    hub.kill()


class Counter:
    """One life of `suyana counter --number 20`, and the hands at it."""

    def __init__(self, hub: HubProcess, folder: Path, life: int) -> None:
        socket = folder / f"robot-{life}"
        who = machine(DeviceRole.COUNTER, "counter-20", folder)
        options = ["--number", "20", "--hub", hub.url, "--identity", str(who)]
        options += ["--size", "1366x768", "--still", "--robot", str(socket)]
        self._program = Program(f"counter-{life}", ["counter", *options], folder, {"QT_QPA_PLATFORM": "offscreen"})
        self._program.start()
        try:
            self._hands = RobotClient(socket, within=WITHIN)
        except RobotProblem:
            self._program.kill()
            raise

    def until(self, true_of: Any, what: str) -> Any:
        return self._hands.until(true_of, what, within=WITHIN)

    def sign_in(self, person: str = "a020") -> None:
        view = self.until(lambda view: view["entry"], "somebody is asked for")
        if view["entry"]["step"] == "who":
            self._hands.write(person)
            self._hands.until_name(f"advisor-{person}")
            self._hands.click(f"advisor-{person}")
        self.until(lambda view: view["entry"]["step"] == "pin", "the PIN is asked for")
        for digit in DEMO_PIN:
            self._hands.key(digit)
        self.until(lambda view: not view["entry"] and view["mode"] == "desk", "the desk is there")

    def do(self, action: str) -> None:
        """The large action, once it is the one that is meant."""
        self.until(lambda view: view["ready"] and view["primary"] and view["primary"]["label"] == action, action)
        self._hands.key("Space")

    def serves(self, number: str) -> str:
        """Wait until this citizen is attended. Returns the running time."""
        self.until(lambda view: view["now"] and view["now"]["number"] == number, f"{number} is here")
        view = self.until(lambda view: view["now"]["clock"]["caption"] == texts.SERVING, f"{number} is attended")
        return str(view["now"]["clock"]["time"])

    def kill(self) -> None:
        """SIGKILL: no goodbye to the hub, nothing put in order."""
        self._hands.close()
        self._program.kill()

    def end(self) -> None:
        self._hands.close()
        self._program.stop()


@contextmanager
def at_counter(hub: HubProcess, folder: Path, life: int) -> Iterator[Counter]:
    counter = Counter(hub, folder, life)
    try:
        counter.sign_in()
        yield counter
    finally:
        counter.end()


def by_kiosk(hub: HubProcess, *orders: c.Command) -> None:
    async def say() -> None:
        async with connected([hub.url], KIOSK) as kiosk:
            for order in orders:
                await kiosk.ask(order)

    asyncio.run(say())


def seconds(clock: str) -> int:
    minutes, _, rest = clock.partition(":")
    return int(minutes) * 60 + int(rest)


async def attended(supervisor: HubClient, there: bool) -> CounterView:
    def is_so(mirror: Any) -> bool:
        view = mirror.get("counter/20", CounterView)
        return view is not None and (view.attention is not None) == there

    async with asyncio.timeout(WITHIN):
        await supervisor.until(is_so)
    view = supervisor.mirror.get("counter/20", CounterView)
    assert view
    return view


def test_a_killed_counter_comes_back_to_the_same_citizen_with_the_running_time(hub: HubProcess, tmp_path: Path) -> None:
    by_kiosk(hub, c.IssueTicket("PJ01"), c.IssueTicket("PJ01"))
    with at_counter(hub, tmp_path, 1) as counter:
        counter.do(texts.CALL_NEXT)
        counter.do(texts.START)
        counter.serves("PJ 001")
        counter.until(lambda view: seconds(view["now"]["clock"]["time"]) >= 2, "some time has run")
        counter.kill()

    with at_counter(hub, tmp_path, 2) as again:
        assert seconds(again.serves("PJ 001")) >= 2
        again.do(texts.FINISH_AND_CALL)
        again.until(lambda view: view["now"]["number"] == "PJ 002", "the next one is called")


def test_a_supervisor_releases_the_citizen_of_a_killed_counter_which_then_comes_back_without(
    hub: HubProcess, tmp_path: Path
) -> None:
    by_kiosk(hub, c.IssueTicket("PJ01"))
    with at_counter(hub, tmp_path, 1) as counter:
        counter.do(texts.CALL_NEXT)
        counter.do(texts.START)
        counter.serves("PJ 001")
        counter.kill()

    async def release() -> None:
        async with connected([hub.url], SUPERVISOR) as supervisor:
            await supervisor.sign_in("s01", DEMO_PIN)
            view = await attended(supervisor, there=True)
            assert view.away_since, "the supervisor sees that its screen is gone"
            assert view.attention
            await supervisor.ask(c.ReleaseTicket(view.attention.ticket))  # at once: whoever stands there sees why
            await attended(supervisor, there=False)
            with pytest.raises(HubRefused, match="not_at_a_counter"):
                await supervisor.ask(c.ReleaseTicket(view.attention.ticket))

    asyncio.run(release())
    with at_counter(hub, tmp_path, 2) as again:
        view = again.until(lambda view: view["primary"], "there is something to do")
        assert view["now"] is None
        assert [row["title"] for row in view["waiting"]] == ["PJ 001"]
