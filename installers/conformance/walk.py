"""Walks through a running centre and measures what stands on its screens."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from installers.conformance.evidence import BoardShot, Evidence, Patience, Shot
from installers.conformance.hearing import guided
from installers.demo import crowd
from installers.demo.backstage import Backstage
from installers.demo.morning import ADVISORS
from shared.domain.centre_file import load_centre
from shared.lan.robot_client import RobotClient, RobotProblem
from shared.ui.measure import Measured

CLOCK = "2026-11-23T09:58,1"
WAYS = {"plain": (), "large": ("large",), "contrast": ("contrast",), "large-contrast": ("large", "contrast")}
LOW = {"low": ("low",), "large-low": ("large", "low")}
"""In a portrait window only: all of a landscape one is within reach."""
SHAPES = {"portrait": "1080x1920", "landscape": "1920x1080"}
CHOICES = {
    "home": "purpose-",
    "entities": "entity-",
    "services": "service-",
    "paid": "paid-yes",
    "document": "document-skip",
    "preference": "preferential-no",
    "long_wait": "wanted-yes",
    "ticket": "done",
}
"""What is chosen on each screen: the first that is called so and open."""
ON = ("simple-read-on", "more-entities", "more-services", "simple-more", "simple-first")
"""What leads on to the rest of a screen, in this order."""
LATEST = 240.0  # seconds
PAUSE = 0.2
CALLS = 5
PAGES = 12  # of one screen; more are a fault

Say = Callable[[str], None]


def evidence(centre: Path, say: Say) -> Evidence:
    """From programs started for it and ended after it. Raises DemoError, RobotProblem. Takes about four minutes."""
    catalogue = load_centre(centre)
    with (
        tempfile.TemporaryDirectory() as work,
        Backstage(centre, Path(work), {"QT_QPA_PLATFORM": "offscreen"}) as backstage,
    ):
        backstage.begin(CLOCK)
        robots = _start(backstage)
        say("kiosk, by ear and keys")
        by_ear = guided(robots["portrait"], backstage.folder / "heard")
        with crowd.inside(backstage.hub_url, catalogue, ADVISORS, backstage.identities.folder):
            shots = [shot for shape in SHAPES for shot in _kiosk(robots[shape], shape, say)]
            board = list(_board(robots["board"], say))
            usual, slow = _wait(robots["portrait"], robots["landscape"], say)
            after = robots["portrait"].view()["head"]["ways"]
    kiosk, seats = catalogue.kiosk, catalogue.board
    return Evidence(
        catalogue.name,
        time.strftime("%Y-%m-%d"),
        kiosk.panel_inches,
        kiosk.distance_m,
        seats.panel_inches,
        seats.distance_m,
        tuple(shots),
        tuple(board),
        usual,
        slow,
        ", ".join(name for name, on in after.items() if on),
        by_ear,
    )


def _start(backstage: Backstage) -> dict[str, RobotClient]:
    paper = ("--printer", f"file:{backstage.folder}")
    for number, (shape, size) in enumerate(SHAPES.items(), start=1):
        heard = ("--listen", backstage.folder / "heard") if shape == "portrait" else ()
        backstage.stand_in(shape, "kiosk", *paper, *heard, device=f"kiosk-{number}", size=size)
    backstage.stand_in("board", "board", device="board-1")
    robots = {name: backstage.robot(name) for name in (*SHAPES, "board")}
    robots["board"].until(lambda view: view["stage"] == "open", "the board is open", within=40)
    return robots


# ---- the kiosk


def _kiosk(kiosk: RobotClient, shape: str, say: Say) -> Iterator[Shot]:
    for way, presses in (WAYS | (LOW if shape == "portrait" else {})).items():
        say(f"kiosk, {shape}, {way}")
        kiosk.until(lambda view: view["screen"] == "home", "the kiosk is at its start", within=40)
        for press in presses:
            kiosk.until_name(f"way-{press}")
            kiosk.click(f"way-{press}")
        while (yield from _through(kiosk, way, shape)) != "ticket":
            pass


def _through(kiosk: RobotClient, way: str, shape: str) -> Generator[Shot, None, str]:
    """Every page of the screen up to the one that has a choice, which is then made. Returns which screen it was."""
    view = kiosk.until(lambda view: view["screen"] not in ("working", "away"), "the kiosk asks something", within=40)
    screen = str(view["screen"])
    for _ in range(PAGES):
        yield Shot(screen, way, shape, _look(kiosk))
        there = kiosk.names()
        choice = next((name for name in there if name.startswith(CHOICES[screen])), "")
        if choice:
            kiosk.click(choice)
            kiosk.until(lambda view: view["screen"] != screen, f"the kiosk leaves {screen}", within=40)
            return screen
        on = next((name for name in ON if name in there), None)
        if on is None:
            raise RobotProblem(f"the kiosk ({way}, {shape}) has nothing to choose on {screen}; it has {there}")
        kiosk.click(on)
    raise RobotProblem(f"the kiosk ({way}, {shape}) comes to no choice on {screen}")


def _look(robot: RobotClient) -> Measured:
    return msgspec.convert(robot.measure(), Measured)


# ---- the board


def _board(board: RobotClient, say: Say) -> Iterator[BoardShot]:
    """Each of CALLS calls while it is the newest one: it is spoken then."""
    say(f"board, {CALLS} calls")
    seen: list[str] = []
    for _ in range(CALLS):
        another = partial(_is_another, tuple(seen))
        view = board.until(another, "another call is shown", within=LATEST)
        seen.append(view["newest"]["number"])
        below = tuple(call["number"] for call in view["recent"])
        yield BoardShot(_look(board), seen[-1], str(view["newest"]["counter"]), below)


def _is_another(seen: tuple[str, ...], view: dict[str, Any]) -> bool:
    return bool(view["newest"] and view["recent"]) and view["newest"]["number"] not in seen


# ---- time


def _wait(plain: RobotClient, other: RobotClient, say: Say) -> tuple[Patience, Patience]:
    """What becomes of somebody who does not touch it: as it is found, and in another way to use it."""
    say("nobody touches the kiosks: about three minutes")
    other.until_name("way-large")
    other.click("way-large")
    for kiosk in (plain, other):
        kiosk.until_name("purpose-procedure")
        kiosk.click("purpose-procedure")
    begun = time.monotonic()
    asked: dict[int, float] = {}
    gone: dict[int, float] = {}
    again = 0
    while len(gone) < 2 and time.monotonic() - begun < LATEST * 2:
        for index, kiosk in enumerate((plain, other)):
            view, after = kiosk.view(), time.monotonic() - begun
            if view["still_there"] and index not in asked:
                asked[index] = after
                if index == 1 and not again:
                    kiosk.click("more-time")
                    again += not kiosk.view()["still_there"]
                    gone[index] = after
            if view["screen"] == "home" and index not in gone:
                gone[index] = after
        time.sleep(PAUSE)
    if len(gone) < 2:
        raise RobotProblem("the kiosks never went back to the start")
    return Patience(asked[0], gone[0]), Patience(asked[1], gone[1], again)
