"""Takes a ticket at a running kiosk with its screen hidden: by four keys, and what is heard."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from installers.conformance.evidence import Guided
from shared.domain.languages.aloud import aloud
from shared.lan.robot_client import RobotClient, RobotProblem

NEXT, PREVIOUS, CHOOSE, REPEAT, VOLUME, QUIET = "Down", "Up", "Return", "F1", "F2", "F16"
CHOICES = ("Hacer un trámite", "Poder Judicial", "Certificado de antecedentes penales", "Todavía no", "Sí")
HIDE, SKIP = "Ocultar pantalla", "Continuar sin documento"
LAST = "Opción "
TURNS = frozenset(("Seguir leyendo", "Más opciones", "Ver las primeras"))
"""Ways to the next page of a list: who listens goes through all of it without them."""
CLOCK = re.compile(r"\d\d:\d\d")
"""It goes on while one listens; it is said once, at the beginning."""
WITHIN = 20.0  # seconds
PAUSE = 0.02
MOST = 60  # keys on one screen


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
        return self._hear(begun)

    def lines(self) -> list[dict[str, object]]:
        text = self._file.read_text(encoding="utf-8") if self._file.exists() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def _hear(self, begun: int) -> list[str]:
        end = time.monotonic() + WITHIN
        while time.monotonic() < end:
            said = [str(line["text"]) for line in self.lines()[begun:] if "text" in line]
            if any(sentence.startswith(LAST) for sentence in said):
                self.said += said
                return said
            time.sleep(PAUSE)
        raise RobotProblem(f"after key {self.keys} the kiosk did not say where one is: {self.lines()[begun:]}")

    def seek(self, wanted: str, said: list[str], key: str = NEXT) -> None:
        for _ in range(MOST):
            if f"{wanted}." in said:
                return
            said = self.press(key)
        raise RobotProblem(f"the kiosk does not say {wanted!r}")

    def go_round(self) -> None:
        """Through all answers of the screen, noting what it shows meanwhile."""
        for count in range(MOST):
            self._note()
            place = next(sentence for sentence in reversed(self.said) if sentence.startswith(LAST))
            if count and place.startswith("Opción uno "):
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
    citizen.seek(HIDE, citizen.press(PREVIOUS), PREVIOUS)
    said = citizen.press(CHOOSE)
    number = _ticket(citizen, kiosk, said)
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


def _ticket(citizen: Citizen, kiosk: RobotClient, said: list[str]) -> str:
    """Every screen is heard whole, then answered."""
    for answer in CHOICES:
        citizen.go_round()
        if answer == CHOICES[-1] and f"{SKIP}." in citizen.said:
            citizen.seek(SKIP, said)
        citizen.seek(answer, [citizen.said[-1]])
        said = citizen.press(CHOOSE)
    view = kiosk.until(lambda view: view["screen"] == "ticket" and view["paper"] != "printing", "there is a ticket")
    citizen.go_round()
    citizen.seek("Listo", citizen.press(REPEAT))
    return str(view["number"]) if _plain(aloud(view["number"])) in _plain(" ".join(citizen.said)) else ""


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
