"""Rows: the apps as people meet them: how soon they are there, and how soon the board shows what a key called."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import monotonic, perf_counter, sleep
from typing import Any

from counter import texts
from display_board.board import PULSE_S
from installers.bench.clients import socket_of
from installers.bench.row import Bench, Measured, Row, ms, p
from installers.bench.running import megabytes
from installers.bench.stand import bare_server
from installers.demo.backstage import EXACT, Backstage
from installers.demo.identities import of
from installers.demo.stage import Stage
from installers.faultlab.work import CENTRE, centre
from shared.domain import commands as c
from shared.hub.trust import Trust
from shared.lan.client import connected
from shared.lan.messages import PROTOCOL, Hello
from shared.lan.robot_client import RobotClient

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
CLOCK = "2026-11-23T09:00"
LOOK = 0.25  # seconds: the call is painted by then, so that asking disturbs nothing
COUNTER, ADVISOR, SERVICE = 20, "a020", "PJ01"
APPS: dict[str, tuple[tuple[object, ...], str, Callable[[Any], bool]]] = {
    "kiosk": (("kiosk",), "kiosk-1", lambda view: view["screen"] == "home"),
    "counter": (("counter", "--number", COUNTER), f"counter-{COUNTER}", lambda view: view["mode"] == "entry"),
    "board": (("board", "--silent"), "board-1", lambda view: view["stage"] == "open"),
}
"""What each is started with, its device, and what its view says at the first frame that is of use."""


def starts(bench: Bench) -> list[Measured]:
    """Each app, and a bare window of the same size, in turns."""
    seconds: dict[str, list[float]] = {name: [] for name in APPS}
    memory: dict[str, list[float]] = {name: [] for name in APPS}
    bare: dict[str, list[tuple[float, float]]] = {name: [] for name in APPS}
    with Backstage(CENTRE, bench.folder, OFFSCREEN) as backstage:
        backstage.begin(CLOCK)
        for turn in range(bench.rounds):
            bench.flush()
            for name in APPS:
                bare[name].append(_bare_start(EXACT[name]))
                took, used = _start(backstage, name, turn)
                seconds[name].append(took)
                memory[name].append(used)
                bench.passed(1)
    found = []
    for name in APPS:
        said = f"{median(seconds[name]):.2f} s, {median(memory[name]):.0f} MB; bare window "
        said += f"{median(s for s, _ in bare[name]):.2f} s, {median(m for _, m in bare[name]):.0f} MB"
        time = median(ours / theirs for ours, (theirs, _) in zip(seconds[name], bare[name], strict=True))
        room = median(ours / theirs for ours, (_, theirs) in zip(memory[name], bare[name], strict=True))
        found.append(Measured(f"{name}: first useful frame against a bare window", time, 2.5, said))
        found.append(Measured(f"{name}: memory against a bare window", room, 2.0, said))
    return found


def _start(backstage: Backstage, name: str, turn: int) -> tuple[float, float]:
    options, device, useful = APPS[name]
    began = perf_counter()
    backstage.stand_in(f"{name}-{turn}", *map(str, options), device=device, size=EXACT[name])
    program = backstage.running[-1]
    with backstage.robot(f"{name}-{turn}") as robot:
        robot.until(useful, "its first useful frame", within=30)
        robot.view()  # what was painted in between is painted
        took = perf_counter() - began
        used = megabytes(program.pid)
    program.stop()
    return took, used


def _bare_start(size: str) -> tuple[float, float]:
    began = perf_counter()
    with _bare_window(size, 0) as process:
        assert process.stdout
        memory = float(process.stdout.readline().split()[1])
        took = perf_counter() - began
        process.kill()
    return took, memory


def _bare_window(size: str, repaints: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "installers.bench.bare_window", *size.split("x"), str(repaints)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **OFFSCREEN})


def key_to_board(bench: Bench) -> list[Measured]:
    """The space bar at a counter calls; the board has painted the number."""
    calls = bench.of(3, 1)
    ours: list[float] = []
    theirs: list[float] = []
    ratios: list[float] = []
    with Backstage(CENTRE, bench.folder, OFFSCREEN) as backstage:
        backstage.begin(CLOCK)
        backstage.stand_in("board", "board", "--silent", device="board-1")
        backstage.stand_in("counter", "counter", "--number", str(COUNTER), device=f"counter-{COUNTER}")
        robots = {name: backstage.robot(name) for name in ("board", "counter")}
        stage = Stage(robots, centre(), bench.folder)
        stage.until("board", lambda view: view["stage"] == "open", "the day is open")
        stage.sign_in("counter", ADVISOR)
        asyncio.run(_let_in(backstage, calls * bench.rounds))
        trust = Trust.of_store(bench.folder / "centre.sqlite", centre().id)
        with bare_server(trust, bench.folder / "bare.log") as server:
            for _ in range(bench.rounds):
                bench.flush()
                once = [_call(stage, robots) for _ in range(calls)]
                other = asyncio.run(_trips(backstage, server.url, calls))
                other = [trip + repaint for trip, repaint in zip(other, _repaints(calls), strict=True)]
                ours += once
                theirs += other
                ratios.append(p(once, 99) / p(other, 99))
                bench.passed(1)
    said = f"key to painted row: p50 {ms(p(ours, 50))}, p99 {ms(p(ours, 99))}; "
    said += f"bare trip and repaint {ms(p(theirs, 50))}, {ms(p(theirs, 99))}"
    return [Measured("p99 from the key to the board against the bare trip and repaint", median(ratios), 3.0, said)]


def _call(stage: Stage, robots: dict[str, RobotClient]) -> float:
    """Seconds until the board has painted the call, as it notes itself: nobody asks it meanwhile."""
    counter, board = robots["counter"], robots["board"]
    stage.until("counter", _may_call, "the counter may call")
    stage.until("board", lambda view: not view["pulsing"], "the call before was said to its end", within=PULSE_S * 2)
    board.watch("newest")
    began = monotonic()
    counter.key("Space")
    painted = 0.0
    while not painted:
        sleep(LOOK)
        painted = board.painted()
    stage.until("counter", lambda view: view["primary"] and not _may_call(view) and view["ready"], "somebody is called")
    counter.key("Space")
    return painted - began


def _may_call(view: Any) -> bool:
    primary = view["primary"]
    return bool(
        primary
        and primary["enabled"]
        and view["ready"]
        and primary["label"] in (texts.CALL_NEXT, texts.FINISH_AND_CALL)
    )


async def _let_in(backstage: Backstage, people: int) -> None:
    kiosk = of(backstage.identities.folder, "kiosk-1")
    async with connected([backstage.hub_url], Hello((PROTOCOL, PROTOCOL), kiosk.role, kiosk.device), kiosk) as line:
        for _ in range(people + 2):
            await line.ask(c.IssueTicket(SERVICE))


async def _trips(backstage: Backstage, url: str, times: int) -> list[float]:
    identity = of(backstage.identities.folder, "board-1")
    async with socket_of(url, identity) as line:
        await line.send("hello")
        await line.recv()
        taken = []
        for _ in range(times):
            await asyncio.sleep(0.1)
            began = perf_counter()
            await line.send("x" * 400)
            await line.recv()
            taken.append(perf_counter() - began)
    return taken


def _repaints(times: int) -> list[float]:
    with _bare_window(EXACT["board"], times + 1) as process:
        said, _ = process.communicate()
    return [float(line) for line in said.splitlines()[2:]]  # the first one is of a window that never had a number


ROWS = (
    Row("starts", "each app to its first useful frame, and its memory", starts, lambda bench: bench.rounds * len(APPS)),
    Row("key-to-board", "a key at the counter to the painted row", key_to_board, lambda bench: bench.rounds),
)
