"""The same programs without a screen: the scripted morning, its pictures, its paper and its evidence in `out/`."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click
import httpx

from installers.demo import evidence, summary
from installers.demo.killer import Killer
from installers.demo.morning import ADVISORS, BANK, COURT, MORNING, ORIENTATOR, Act, expected_calls
from installers.demo.programs import DemoError, Program, Programs, free_port, wait_for_port
from installers.demo.stage import Stage
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.lan.client import connected
from shared.lan.messages import PROTOCOL, DeviceRole, Hello, Welcome
from shared.lan.robot_client import RobotClient, RobotProblem
from shared.printing.paper import render

CLOCK = "2026-11-23T08:25,30"  # a Monday in Lima, thirty times as fast: so that people wait minutes, not seconds
OPENS_WITHIN = 60.0  # seconds
ARRIVES_WITHIN = 60.0  # seconds for the last record at the office, and for the last call on the board


@dataclass(frozen=True)
class Ports:
    hub: int
    office: int

    @property
    def hub_url(self) -> str:
        return f"ws://127.0.0.1:{self.hub}"

    @property
    def office_url(self) -> str:
        return f"http://127.0.0.1:{self.office}"


def run(centre: Path, out: Path, kills: int, seed: int) -> int:
    """Play the morning. Returns 0 only if everybody ended as the script says, everywhere."""
    empty(out)
    catalogue = load_centre(centre)
    ports = Ports(free_port(), free_port())
    began = time.monotonic()
    try:
        with Programs(out / "logs", {"QT_QPA_PLATFORM": "offscreen"}) as programs:
            hub = start(programs, centre, out, ports)
            with ExitStack() as robots:
                stage = Stage(reach(robots), catalogue, out)
                killed = play(stage, hub, ports, kills, seed)
                board = last_calls(stage)
            wait_for_office(ports)
            welcome = asyncio.run(greet(ports))
    except RobotProblem as problem:
        raise DemoError(f"the morning stopped: {problem}; the logs are in {out / 'logs'}") from None
    paper_pictures(out, catalogue)
    store, office = evidence.of_store(out / "centre.sqlite"), evidence.of_office(out / "office.sqlite")
    wrongs = list(evidence.wrongs(stage.seen, board, store, office))
    tidy(out)
    facts = summary.Facts(store, office, board, killed, seed, welcome.seq, time.monotonic() - began, wrongs)
    summary.write(out, catalogue, stage.seen, facts)
    for wrong in wrongs:
        print(f"not as the script says: {wrong}", file=sys.stderr)
    print(f"{len(stage.seen.tickets)} citizens, {len(wrongs)} not as the script says: see {out / 'summary.md'}")
    return 1 if wrongs else 0


def empty(out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    (out / "logs").mkdir(parents=True)


def tidy(out: Path) -> None:
    for lock in out.glob("*.lock"):
        lock.unlink()


def start(programs: Programs, centre: Path, out: Path, ports: Ports) -> Program:
    """Everything of a centre, each a process of its own. Returns the hub."""
    office = programs.start("office", "office", "--store", out / "office.sqlite", "--port", ports.office)
    hub = programs.start(
        "hub",
        *("hub", "--centre", centre, "--store", out / "centre.sqlite", "--host", "127.0.0.1", "--port", ports.hub),
        *("--no-advertise", "--clock", CLOCK),
    )
    wait_for_port(ports.hub, hub)
    wait_for_port(ports.office, office)
    at_hub = ("--hub", ports.hub_url)
    programs.start("sync", "sync", *at_hub, "--office", ports.office_url)
    paper = ("--printer", f"file:{out}")
    screens = {
        "kiosk": ("kiosk", "--size", "1080x1920", *paper),
        "board": ("board", "--size", "1920x1080"),
        "orientator": ("counter", "--role", "orientator", "--person", ORIENTATOR, *paper),
        **{f"counter-{number}": ("counter", "--number", number) for number in ADVISORS},
    }
    for name, arguments in screens.items():
        size = () if "--size" in arguments else ("--size", "1366x768")
        programs.start(name, *arguments, *size, *at_hub, "--still", "--robot", robot_name(name))
    return hub


def robot_name(program: str) -> str:
    return f"suyana-demo-{os.getpid()}-{program}"


def reach(stack: ExitStack) -> dict[str, RobotClient]:
    names = ("kiosk", "board", "orientator", f"counter-{BANK}", f"counter-{COURT}")
    return {name: stack.enter_context(RobotClient(robot_name(name))) for name in names}


def play(stage: Stage, hub: Program, ports: Ports, kills: int, seed: int) -> int:
    """All acts in order. Returns how many times the hub was killed meanwhile."""
    stage.until("kiosk", lambda view: view["screen"] == "closed", "the kiosk shows that the day is not open yet")
    stage.picture("kiosk", "kiosk-closed")
    stage.until("kiosk", lambda view: view["screen"] == "home", "the day opens")
    stage.picture("board", "board-before-the-first-call")
    with (
        Killer(hub, ports.hub, kills, seed) as killer,
        click.progressbar(MORNING, label="The morning", item_show_func=words, file=sys.stderr) as acts,
    ):
        for act in acts:
            stage.play(act)
            snapshots(stage, act.do, act.who)
        return killer.kills


def words(act: Act | None) -> str:
    return f"{act.do} {act.who}" if act else ""


def snapshots(stage: Stage, do: str, who: str) -> None:
    """Pictures of what stands on the screens at some moments of the script."""
    match do, who:
        case "start", "Carla":
            stage.picture(f"counter-{COURT}", "counter-serving")
        case "recall", "Fabiola":
            stage.picture(f"counter-{COURT}", "counter-recalled")
        case "hold", "Iván":
            stage.picture(f"counter-{COURT}", "counter-pending")
        case "next", "Luz":
            stage.picture("board", "board-newest-call")


def last_calls(stage: Stage) -> list[tuple[str, int]]:
    """Every call the board announced, once it has nothing more to say."""
    end = time.monotonic() + ARRIVES_WITHIN
    while len(said := stage.view("board")["spoken"]) < len(expected_calls()) and time.monotonic() < end:
        time.sleep(0.1)
    stage.picture("board", "board-after-the-last-call")
    return [(call["number"], call["counter"]) for call in said]


async def greet(ports: Ports) -> Welcome:
    hello = Hello((PROTOCOL, PROTOCOL), DeviceRole.SYNC, "demo")
    async with connected([ports.hub_url], hello) as client:
        return client.welcome


def wait_for_office(ports: Ports) -> None:
    """Until the office has what the hub has. Raises DemoError."""
    welcome = asyncio.run(greet(ports))
    cursor = f"{ports.office_url}/v1/centres/{welcome.centre}/{welcome.incarnation}/cursor"
    end = time.monotonic() + ARRIVES_WITHIN
    while (at := httpx.get(cursor).json()["cursor"]) < welcome.seq:
        if time.monotonic() > end:
            raise DemoError(f"the office has events up to {at}, and the hub up to {welcome.seq}")
        time.sleep(0.1)


def paper_pictures(out: Path, catalogue: Catalogue) -> None:
    """A picture beside each slip, drawn from the exact bytes that the printer received."""
    for slip in sorted(out.glob("*.escpos")):
        paper = render(slip.read_bytes(), catalogue.printer.dots, catalogue.printer.profile)
        paper.save(slip.with_suffix(".png"))
