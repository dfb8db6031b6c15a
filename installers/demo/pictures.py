"""Pictures of every screen, from the running programs, at their real size, in a hall on a busy Monday."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from installers.demo import crowd, office_pictures, phone_pictures
from installers.demo.backstage import Backstage
from installers.demo.headless import draw_slips
from installers.demo.morning import ADVISORS, BANK, CITIZENS, COURT, ORIENTATOR, Act, bank, court
from installers.demo.programs import DemoError, Program, wait_for_port
from installers.demo.stage import Stage
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.lan.robot_client import RobotClient, RobotProblem

CLOCK = "2026-11-23T09:58,30"
SUPERVISOR = "s01"
SAID = 150.0  # seconds within which a board has said all that was called before
IDLE = 60.0  # seconds within which a kiosk that nobody touches asks
LONG_ENOUGH = 12.0  # seconds: six minutes of that clock, in which people wait

DESK: tuple[Act, ...] = (
    court("sign in"),
    bank("sign in"),
    court("next"),
    court("recall"),
    court("start"),
)


def run(centre: Path, folder: Path) -> int:
    """Empty the folder and fill it again. Raises DemoError."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    catalogue = load_centre(centre)
    with tempfile.TemporaryDirectory() as work:
        try:
            with Backstage(centre, Path(work), {"QT_QPA_PLATFORM": "offscreen"}) as backstage:
                take(backstage, catalogue, folder)
            draw_slips(Path(work), catalogue)
            office_pictures.take(centre, Path(work), folder)
        except RobotProblem as problem:
            raise DemoError(f"the pictures stopped: {problem}") from None
        for number, slip in enumerate(sorted(Path(work).glob("ticket-*.png")), start=1):
            shutil.copy(slip, folder / f"slip-{number}.png")
    in_every_language(folder / "kiosk")
    every_board(folder / "board")
    phone_pictures.take(folder / "phone")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def in_every_language(folder: Path) -> None:
    """Every screen of the kiosk, from its own widgets. Raises DemoError."""
    command = [sys.executable, "-m", "installers.demo.kiosk_pictures", str(folder)]
    done = subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False)
    if done.returncode:
        raise DemoError(f"the pictures of the kiosk in every language stopped with status {done.returncode}")


def every_board(folder: Path) -> None:
    """Every layout of the board in every shape of panel, from its own widgets. Raises DemoError."""
    command = [sys.executable, "-m", "installers.demo.board_pictures", str(folder)]
    done = subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False)
    if done.returncode:
        raise DemoError(f"the pictures of every board stopped with status {done.returncode}")


def take(backstage: Backstage, catalogue: Catalogue, folder: Path) -> None:
    hub = backstage.begin(CLOCK)
    backstage.stand_in("board-early", "board", device="board-0")
    stage = Stage({"board-early": backstage.robot("board-early")}, catalogue, folder)
    stage.until("board-early", lambda view: view["stage"] == "open", "the day is open")
    stage.picture("board-early", "board-before-the-first-call")
    with crowd.inside(backstage.hub_url, catalogue, ADVISORS, backstage.identities.folder):
        of_a_busy_hall(backstage, catalogue, folder, hub)


def of_a_busy_hall(backstage: Backstage, catalogue: Catalogue, folder: Path, hub: Program) -> None:
    stage = Stage(start(backstage), catalogue, folder)
    time.sleep(LONG_ENOUGH)
    at_the_supervisors(stage)
    for kiosk in ("kiosk", "kiosk-landscape"):
        for who in ("Carla", "Elio"):
            stage.walk_kiosk(CITIZENS[who], kiosk)
    at_the_counters(stage)
    stage.ask_orientator(CITIZENS["Mario"])
    stage.press(
        "kiosk", "purpose-procedure", lambda view: view["screen"] == "entities"
    )  # and somebody goes away without a ticket
    stage.until("kiosk", lambda view: view["still_there"], "the kiosk asks who is still there", within=IDLE)
    stage.picture("kiosk", "kiosk-still-there")
    without_hub(stage, hub)
    hub.start()
    wait_for_port(backstage.hub_port, hub)
    stage.until("supervisor", lambda view: view["bar"]["online"], "the hub is back")
    close_the_day(stage)


def start(backstage: Backstage) -> dict[str, RobotClient]:
    """Everything with a screen. The boards come last: what was called before is shown there, and not said."""
    paper = ("--printer", f"file:{backstage.folder}")
    backstage.stand_in("kiosk", "kiosk", *paper, device="kiosk-1")
    backstage.stand_in("kiosk-landscape", "kiosk", *paper, device="kiosk-2", size="1920x1080")
    backstage.stand_in("board", "board", device="board-1")
    backstage.stand_in("board-portrait", "board", device="board-2", size="1080x1920")
    backstage.stand_in(
        "orientator", "counter", "--role", "orientator", "--person", ORIENTATOR, *paper, device="orientator-1"
    )
    backstage.stand_in("supervisor", "counter", "--role", "supervisor", "--person", SUPERVISOR, device="supervisor-1")
    for number in (BANK, COURT):
        backstage.stand_in(f"counter-{number}", "counter", "--number", number, device=f"counter-{number}")
    names = ("kiosk", "kiosk-landscape", "board", "board-portrait", "orientator", "supervisor")
    return {name: backstage.robot(name) for name in (*names, f"counter-{BANK}", f"counter-{COURT}")}


def at_the_counters(stage: Stage) -> None:
    for act in DESK:
        stage.play(act)
    for board in ("board", "board-portrait"):
        shown = "the call is shown"  # after those of the crowd, which are said one by one
        stage.until(board, lambda view: view["newest"] and view["newest"]["counter"] == COURT, shown, within=SAID)
        stage.picture(board, f"{board}-newest-call")
    counter = f"counter-{COURT}"
    stage.picture(counter, "counter-serving")
    stage.open_question(counter, "E", "hold")
    stage.open_question(counter, "D", "transfer")
    stage.open_question(f"counter-{BANK}", "P", "pause")


def at_the_supervisors(stage: Stage) -> None:
    stage.sign_in("supervisor", SUPERVISOR)
    stage.until("supervisor", lambda view: view["queues"], "the hall is shown")
    stage.picture("supervisor", "supervisor")
    stage.press("supervisor", "counter-4", lambda view: view["panel"])
    stage.picture("supervisor", "supervisor-counter")
    stage.close_question("supervisor")


def close_the_day(stage: Stage) -> None:
    stage.press("supervisor", "close-day", lambda view: view["panel"])
    stage.picture("supervisor", "supervisor-close-day")
    stage.press("supervisor", "panel-yes", lambda view: view["panel"] is None)
    stage.until("kiosk", lambda view: view["screen"] == "closed", "the kiosk says that the centre is closed")
    stage.picture("kiosk", "kiosk-closed")
    stage.until("board", lambda view: view["stage"] == "closed", "the board says that the day has ended")
    stage.picture("board", "board-closed")


def without_hub(stage: Stage, hub: Program) -> None:
    hub.kill()
    stage.until("kiosk", lambda view: view["screen"] == "away", "the kiosk says that the hub is away")
    stage.picture("kiosk", "kiosk-away")
    stage.until("board", lambda view: view["stage"] == "away", "the board says that the hub is away")
    stage.picture("board", "board-away")
    stage.until(f"counter-{COURT}", lambda view: view["banner"], "the counter says that the hub is away")
    stage.picture(f"counter-{COURT}", "counter-away")
