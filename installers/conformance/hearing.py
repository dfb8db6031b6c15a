"""Takes a ticket at a running kiosk with its screen hidden: by four keys, and what is heard."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from installers.conformance.evidence import Guided
from shared.domain.languages.aloud import aloud
from shared.lan.robot_client import RobotClient, RobotProblem

NEXT, PREVIOUS, CHOOSE, REPEAT, VOLUME, QUIET = "Down", "Up", "Return", "F1", "F2", "F16"
HIDE, SKIP = "Ocultar pantalla.", "Continuar sin documento."
LAST, FIRST, SHUT = "Opción ", "Opción uno ", "No se puede elegir ahora."
TURNS = frozenset(("Seguir leyendo", "Más opciones", "Ver las primeras"))
"""Ways to the next page of a list: who listens goes through all of it without them."""
CLOCK = re.compile(r"\d\d:\d\d")
"""It goes on while one listens; it is said once, at the beginning."""
WITHIN = 20.0  # seconds
PAUSE = 0.02
MOST = 60  # keys on one screen
SCREENS = 10  # until there is a ticket


class Citizen:
    """Hears `heard`, a file of `kiosk --listen`; sees nothing. What is shown is only noted."""

    def __init__(self, kiosk: RobotClient, heard: Path) -> None:
        self._kiosk, self._file = kiosk, heard
        self.keys = 0
        self.said: list[str] = []
        self.shown: dict[str, None] = {}
        self._page: list[str] = []

    def press(self, key: str) -> list[str]:
        """What is said then, up to where the answer stands among the others."""
        begun = len(self.lines())
        self.keys += 1
        self._kiosk.key(key)
        return self.hear(begun)

    def lines(self) -> list[dict[str, object]]:
        text = self._file.read_text(encoding="utf-8") if self._file.exists() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def hear(self, begun: int) -> list[str]:
        end = time.monotonic() + WITHIN
        while time.monotonic() < end:
            said = [str(line["text"]) for line in self.lines()[begun:] if "text" in line]
            if any(sentence.startswith(LAST) for sentence in said):
                self.said += said
                return said
            time.sleep(PAUSE)
        raise RobotProblem(f"after key {self.keys} the kiosk did not say where one is: {self.lines()[begun:]}")

    def seek(self, is_it: Callable[[list[str]], bool], key: str = NEXT) -> None:
        """Go on until what is said of an answer is what is looked for."""
        for _ in range(MOST):
            if is_it(self.press(key)):
                return
        raise RobotProblem(f"the kiosk does not say what is looked for; it said {self.said[-MOST:]}")

    def go_round(self) -> None:
        """Through all answers of the screen, noting what it shows meanwhile."""
        for count in range(MOST):
            self._note()
            place = next(sentence for sentence in reversed(self.said) if sentence.startswith(LAST))
            if count and place.startswith(FIRST):
                return
            self.press(NEXT)

    def _note(self) -> None:
        """Only where the page is another one: measuring takes a while."""
        names = self._kiosk.names()
        if names != self._page:
            self._page = names
            self.shown |= dict.fromkeys(text["text"] for text in self._kiosk.measure()["texts"])


def guided(kiosk: RobotClient, heard: Path) -> Guided:
    """A whole visit. Raises RobotProblem."""
    kiosk.until(lambda view: view["screen"] == "home", "the kiosk is at its start", within=40)
    citizen = Citizen(kiosk, heard)
    said = citizen.press(NEXT)
    before = _percent(citizen)
    again = citizen.press(REPEAT)
    repeats = bool(again) and again[0] in said and again[-1] == said[-1]
    interrupts = _is_cut_short(citizen, kiosk)
    volumes = tuple(_volumes(citizen, kiosk))
    citizen.go_round()
    citizen.seek(lambda said: HIDE in said, PREVIOUS)
    citizen.press(CHOOSE)
    number = _ticket(citizen, kiosk)
    kiosk.key(CHOOSE)  # done: the next citizen comes
    kiosk.until(lambda view: view["screen"] == "home", "the kiosk is at its start again")
    citizen.press(NEXT)
    volume_after = _percent(citizen)
    kiosk.key(QUIET)
    shown = tuple(text for text in citizen.shown if text not in TURNS and not CLOCK.fullmatch(text))
    return Guided(
        number,
        citizen.keys + 1,
        tuple(citizen.said),
        shown,
        tuple(missing(shown, citizen.said)),
        repeats,
        interrupts,
        volumes,
        volume_after,
        before,
    )


def missing(shown: tuple[str, ...], said: list[str]) -> Iterator[str]:
    """What was shown and never said, in words as a voice says them."""
    heard = _plain(" ".join(said))
    yield from (text for text in shown if f" {_plain(aloud(text))} " not in f" {heard} ")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _ticket(citizen: Citizen, kiosk: RobotClient) -> str:
    """Every screen is heard whole, then answered with the first answer that can be chosen."""
    for _ in range(SCREENS):
        view = kiosk.until(lambda view: view["screen"] != "working", "the kiosk asks something", within=40)
        begun = len(citizen.said)
        citizen.go_round()
        if view["screen"] == "ticket":
            kiosk.until(lambda view: view["paper"] != "printing", "the paper is out")
            citizen.press(REPEAT)
            return str(view["number"]) if _plain(aloud(view["number"])) in _plain(" ".join(citizen.said)) else ""
        citizen.press(PREVIOUS)
        if SKIP in citizen.said[begun:]:
            citizen.seek(lambda said: SKIP in said)
        else:
            citizen.seek(lambda said: SHUT not in said)
        _choose(citizen, kiosk, view["screen"])
    raise RobotProblem(f"after {SCREENS} screens there is no ticket")


def _choose(citizen: Citizen, kiosk: RobotClient, screen: str) -> None:
    """What was heard last is chosen; the next screen is there, and begins to be said."""
    begun = len(citizen.lines())
    citizen.keys += 1
    kiosk.key(CHOOSE)
    kiosk.until(lambda view: view["screen"] not in (screen, "working"), f"the kiosk leaves {screen}", within=40)
    citizen.hear(begun)


def _is_cut_short(citizen: Citizen, kiosk: RobotClient) -> bool:
    """The next key in the middle of a screen: the rest of it is not said."""
    begun = len(citizen.lines())
    citizen.keys += 1
    kiosk.key(REPEAT)
    citizen.press(NEXT)
    return any("cut" in line for line in citizen.lines()[begun:])


def _volumes(citizen: Citizen, kiosk: RobotClient) -> Iterator[int]:
    for _ in range(5):
        begun = len(citizen.lines())
        citizen.keys += 1
        kiosk.key(VOLUME)
        end = time.monotonic() + WITHIN
        while len(citizen.lines()) <= begun or "text" not in citizen.lines()[-1]:
            if time.monotonic() > end:
                raise RobotProblem("the kiosk does not say its volume")
            time.sleep(PAUSE)
        yield _percent(citizen)


def _percent(citizen: Citizen) -> int:
    return int(str(next(line["percent"] for line in reversed(citizen.lines()) if "percent" in line)))
