"""The same programs without a screen: the scripted morning, its pictures, its paper and its evidence in `out/`."""

from __future__ import annotations

import asyncio
import shutil
import sys
import time
from pathlib import Path

import click
import httpx

from installers.demo import evidence, morning, office_page, summary
from installers.demo.backstage import Backstage
from installers.demo.identities import of
from installers.demo.killer import Killer
from installers.demo.morning import ADVISORS, MORNING, ORIENTATOR, Act, expected_calls
from installers.demo.programs import DemoError, Program
from installers.demo.stage import Stage
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.events import CallSpoken, decode_event
from shared.lan.client import connected
from shared.lan.identity import Identity
from shared.lan.messages import PROTOCOL, Hello, Welcome
from shared.lan.robot_client import RobotClient, RobotProblem
from shared.printing.paper import render

CLOCK = "2026-11-23T08:20,30"  # a Monday in Lima, thirty times as fast: so that people wait minutes, not seconds
PAGE = 500  # events read at once
ARRIVES_WITHIN = 60.0  # seconds for the last record at the office, and for the last call on the board


def run(centre: Path, out: Path, kills: int, seed: int) -> int:
    """Play the morning. Returns 0 only if everybody ended as the script says, everywhere."""
    shutil.rmtree(out, ignore_errors=True)
    catalogue = load_centre(centre)
    began = time.monotonic()
    try:
        with Backstage(waiting_for_hub(centre, out), out, {"QT_QPA_PLATFORM": "offscreen"}) as backstage:
            hub = backstage.begin(CLOCK)
            stage = Stage(robots(backstage), catalogue, out)
            killed = play(stage, hub, backstage, kills, seed)
            board = last_calls(stage)
            events = wait_for_office(backstage)
            shown = office_page.keep(backstage.office_url, catalogue.id, out)
    except RobotProblem as problem:
        raise DemoError(f"the morning stopped: {problem}; the logs are in {out / 'logs'}") from None
    tidy(out, catalogue)
    store, office = evidence.of_store(out / "centre.sqlite"), evidence.of_office(out / "office.sqlite")
    wrongs = list(evidence.wrongs(stage.seen, board, store, office))
    facts = summary.Facts(store, office, board, killed, seed, events, shown, time.monotonic() - began, wrongs)
    summary.write(out, catalogue, stage.seen, facts)
    for wrong in wrongs:
        print(f"not as the script says: {wrong}", file=sys.stderr)
    print(f"{len(stage.seen.tickets)} citizens, {len(wrongs)} not as the script says: see {out / 'summary.md'}")
    return 1 if wrongs else 0


def waiting_for_hub(centre: Path, out: Path) -> Path:
    """A centre whose kiosks give no numbers of their own: the script knows the number of each citizen beforehand."""
    out.mkdir(parents=True)
    changed = out / "centre.toml"
    changed.write_text(f"{centre.read_text(encoding='utf-8')}\n[spare_numbers]\nmost = 0\n", encoding="utf-8")
    return changed


def robots(backstage: Backstage) -> dict[str, RobotClient]:
    """Start every program with a screen, and take its robot by the hand."""
    paper = ("--printer", f"file:{backstage.folder}")
    backstage.stand_in("kiosk", "kiosk", *paper, device="kiosk-1")
    backstage.stand_in("board", "board", device="board-1")
    backstage.stand_in(
        "orientator", "counter", "--role", "orientator", "--person", ORIENTATOR, *paper, device="orientator-1"
    )
    counters = {f"counter-{number}": number for number in ADVISORS}
    for name, number in counters.items():
        backstage.stand_in(name, "counter", "--number", number, device=name)
    return {name: backstage.robot(name) for name in ("kiosk", "board", "orientator", *counters)}


def play(stage: Stage, hub: Program, backstage: Backstage, kills: int, seed: int) -> int:
    """All acts in order. Returns how many times the hub was killed meanwhile."""
    stage.until("kiosk", lambda view: view["screen"] == "closed", "the kiosk shows that the day is not open yet")
    stage.picture("kiosk", "kiosk-closed")
    stage.until("kiosk", lambda view: view["screen"] == "home", "the day opens")
    stage.picture("board", "board-before-the-first-call")
    with (
        Killer(hub, backstage.hub_port, kills, seed) as killer,
        click.progressbar(MORNING, label="The morning", item_show_func=words, file=sys.stderr) as acts,
    ):
        for act in acts:
            stage.play(act)
            snapshots(stage, act)
        return killer.kills


def words(act: Act | None) -> str:
    return f"{act.do} {act.who}" if act else ""


def snapshots(stage: Stage, act: Act) -> None:
    """Pictures of what stands on the screens at some moments of the script."""
    match act.do, act.who, act.at:
        case "start", "Carla", morning.COURT:
            stage.picture(f"counter-{act.at}", "counter-serving")
        case "recall", _, _:
            stage.picture(f"counter-{act.at}", "counter-recalled")
        case "hold", _, _:
            stage.picture(f"counter-{act.at}", "counter-pending")
        case "next", "Luz", _:
            stage.picture("board", "board-newest-call")


def last_calls(stage: Stage) -> list[tuple[str, int]]:
    """Every call the board announced, once it has nothing more to say."""
    end = time.monotonic() + ARRIVES_WITHIN
    while len(said := stage.view("board")["spoken"]) < len(expected_calls()) and time.monotonic() < end:
        time.sleep(0.1)
    stage.picture("board", "board-after-the-last-call")
    return [(call["number"], call["counter"]) for call in said]


def wait_for_office(backstage: Backstage) -> int:
    """Until the office has every record of the hub. Returns how many events the hub has. Raises DemoError."""
    welcome, last = asyncio.run(look_at_log(backstage.hub_url, of(backstage.identities.folder, "sync-1")))
    end = time.monotonic() + ARRIVES_WITHIN
    while (at := cursor_at(backstage.office_url, welcome)) < last:
        if time.monotonic() > end:
            raise DemoError(f"the office has events up to {at}, and the hub up to {last}")
        time.sleep(0.1)
    return welcome.seq


async def look_at_log(hub: str, identity: Identity) -> tuple[Welcome, int]:
    """And the last event but for what the board says aloud: that ends no stop, so sync need not tell it yet."""
    last = read = 0
    async with connected([hub], Hello((PROTOCOL, PROTOCOL), identity.role, identity.device), identity) as client:
        while entries := (await client.read_log(read, PAGE)).entries:
            read = entries[-1].seq
            told = (e.seq for e in entries if not isinstance(decode_event(bytes(e.body)), CallSpoken))
            last = max(told, default=last)
        return client.welcome, last


def cursor_at(office: str, welcome: Welcome) -> int:
    """How far the office has everything of this store."""
    stores = httpx.get(f"{office}/v1/centres").json()["centres"]
    return next((int(each["cursor"]) for each in stores if each["incarnation"] == welcome.incarnation), 0)


def tidy(out: Path, catalogue: Catalogue) -> None:
    """Once all programs have ended."""
    for lock in out.glob("*.lock"):
        lock.unlink()
    draw_slips(out, catalogue)


def draw_slips(out: Path, catalogue: Catalogue) -> None:
    """A picture beside each slip, from the exact bytes that the printer received."""
    for slip in sorted(out.glob("*.escpos")):
        paper = render(slip.read_bytes(), catalogue.printer.dots, catalogue.printer.profile)
        paper.save(slip.with_suffix(".png"))
