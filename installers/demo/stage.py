"""Plays the acts of the morning through the real widgets: clicks on the kiosk's buttons, keys at the counters."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counter import texts as counter_texts
from installers.demo.morning import ADVISORS, CITIZENS, ORIENTATOR, Act, Citizen
from installers.demo.people import DEMO_PIN
from shared.domain.catalogue import Catalogue
from shared.lan.robot_client import RobotClient, RobotProblem

LOOK_AGAIN = 0.15  # seconds
PATIENCE = 40.0  # seconds: a hub may be killed and begin again in between

View = Any


@dataclass
class Seen:
    """What was seen on the screens. `counter`: number, counter and what was done, in order."""

    tickets: dict[str, str] = field(default_factory=dict)
    counter: list[tuple[str, int, str]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


class Stage:
    """The robots of the programs with a screen, and the hands that move them."""

    def __init__(self, robots: dict[str, RobotClient], catalogue: Catalogue, out: Path) -> None:
        self.seen = Seen()
        self._robots = robots
        self._catalogue = catalogue
        self._out = out

    def play(self, act: Act) -> None:
        """One act, to its visible end. Raises RobotProblem."""
        if act.do == "take":
            self._take(CITIZENS[act.who])
            return
        self._at_counter(act)
        if act.who:
            self.seen.counter.append((CITIZENS[act.who].number, act.at, act.do))

    def picture(self, robot: str, name: str) -> None:
        """The window as it stands, at its real size, once under each name."""
        if name not in self.seen.pictures:
            self._robots[robot].grab(self._out / f"{name}.png")
            self.seen.pictures.append(name)

    def until(self, robot: str, true_of: Callable[[View], object], what: str, within: float = PATIENCE) -> View:
        return self._robots[robot].until(true_of, what, within=within)

    def view(self, robot: str) -> View:
        return self._robots[robot].view()

    def press(self, robot: str, name: str, done: Callable[[View], object]) -> View:
        """Click, until what it is for is seen: a click in the moment in which the hub is lost does nothing."""
        return self._until_seen(robot, lambda hands: hands.click(name), lambda _: True, done, f"a click on {name!r}")

    def _until_seen(
        self,
        robot: str,
        act: Callable[[RobotClient], None],
        can: Callable[[View], bool],
        done: Callable[[View], object],
        what: str,
    ) -> View:
        end = time.monotonic() + PATIENCE
        hands = self._robots[robot]
        while not done(view := hands.view()):
            if time.monotonic() > end:
                raise RobotProblem(f"{what} at {robot} has no effect; it shows {str(view)[:500]}")
            if can(view):
                with suppress(RobotProblem):  # what was there a moment ago may be gone
                    act(hands)
            time.sleep(LOOK_AGAIN)
        return view

    # ---- at the kiosk

    def _take(self, citizen: Citizen) -> None:
        number = self.ask_orientator(citizen) if citizen.at_orientator else self.walk_kiosk(citizen)
        self.seen.tickets[citizen.who] = number
        if number != citizen.number:
            raise RobotProblem(f"{citizen.who} was given {number}, and the rules say {citizen.number}")

    def walk_kiosk(self, citizen: Citizen, kiosk: str = "kiosk") -> str:
        """From the first question to the number, with a picture of each screen. Returns the number."""
        view = self._kiosk_shows(kiosk, "home")
        while view["screen"] != "ticket":
            self.picture(kiosk, f"{kiosk}-{view['screen']}")
            view = self.press(kiosk, self._choice(view, citizen), _moved_from(view))
        view = self.until(kiosk, lambda view: view["paper"] != "printing", "the slip is out")
        self.picture(kiosk, f"{kiosk}-ticket{'-two-stops' if len(view['stops']) > 1 else ''}")
        self.press(kiosk, "done", lambda view: view["screen"] == "home")
        return str(view["number"])

    def _choice(self, view: View, citizen: Citizen) -> str:
        """What this citizen touches on this screen, or "" to wait."""
        service = self._catalogue.service[citizen.service]
        match view["screen"]:
            case "home":
                return f"purpose-{service.purpose.value}"
            case "entities":
                entity = self._catalogue.queue[service.queue].entity
                shown = [choice["id"] for choice in view["choices"]]
                return f"entity-{entity}" if entity in shown else "more-entities"
            case "services":
                shown = [choice["code"] for choice in view["choices"]]
                return f"service-{service.code}" if service.code in shown else "more-services"
            case "paid":
                return "paid-yes" if citizen.paid else "paid-no"
            case "preference":
                return "preferential-yes" if citizen.preferential else "preferential-no"
            case "long_wait":
                return "wanted-yes"
        return ""

    def _kiosk_shows(self, kiosk: str, screen: str) -> View:
        return self.until(kiosk, lambda view: view["screen"] == screen, f"the kiosk shows {screen!r}")

    def ask_orientator(self, citizen: Citizen) -> str:
        """A ticket for somebody who cannot use the kiosk. Returns the number."""
        hands = self._robots["orientator"]
        self.sign_in("orientator", ORIENTATOR)
        self.press("orientator", "service-search", lambda view: view["mode"] == "search")
        hands.write(citizen.service)
        service = f"service-{citizen.service}"
        self.press("orientator", service, lambda view: view["chosen"])
        if citizen.preferential:
            self.press("orientator", "preferential", lambda view: view["chosen"]["preferential"])
        self.picture("orientator", "orientator-choosing")
        view = self.press("orientator", "give", lambda view: view["given"])
        self.picture("orientator", "orientator-given")
        return str(view["given"]["number"])

    # ---- at the counters

    def sign_in(self, robot: str, person: str) -> None:
        """Somebody sits down at a screen: their name, where it is asked, and their PIN, digit by digit."""
        kind = robot.partition("-")[0]

        def act(hands: RobotClient) -> None:
            entry = hands.view()["entry"]
            if entry["step"] == "who":
                self.picture(robot, f"{kind}-sign-in")
                if len(entry["rows"]) > 1:
                    hands.write(person)
                hands.click(f"advisor-{person}")
            elif not entry["busy"]:
                self.picture(robot, f"{kind}-pin")
                for digit in DEMO_PIN[entry["typed"] :]:
                    hands.key(digit)

        asked = self.until(robot, lambda view: view["mode"] != "connecting", "the hub is found")
        if asked["mode"] == "entry":
            self._until_seen(
                robot, act, lambda view: bool(view["entry"]), lambda view: not view["entry"], f"{person} signs in"
            )

    def _at_counter(self, act: Act) -> None:
        robot = f"counter-{act.at}"
        match act.do:
            case "sign in":
                self.sign_in(robot, ADVISORS[act.at])
                self.until(robot, _is_open, "the counter opens for its advisor")
                self.picture(robot, "counter-free")
            case "next":
                labels = (counter_texts.CALL_NEXT, counter_texts.FINISH_AND_CALL)
                self._strike(robot, "Space", _primary_hears(*labels), _has(act.who, counter_texts.START))
                self.picture(robot, "counter-called")
            case "start":
                serving = _has(act.who, counter_texts.FINISH, counter_texts.FINISH_AND_CALL)
                self._strike(robot, "Space", _primary_hears(counter_texts.START), serving)
            case "finish":
                self._strike(robot, "F", _key_hears("F"), _nobody)
            case "recall":
                self._strike(robot, "R", _key_hears("R"), _called_twice)
            case "absent":
                self._strike(robot, "N", _key_hears("N"), _nobody)
            case "hold":
                self._answer(robot, "E", {"hold": f"hold-{act.more[0]}"}, _nobody)
            case "transfer":
                rows = {"transfer": f"queue-{act.more[0]}", "transfer-service": f"service-{act.more[1]}"}
                rows["note"] = "note-go"
                self._answer(robot, "D", rows, _nobody)
            case "code":
                self._code(robot, act.more[0])
            case "resume":
                number = CITIZENS[act.who].number
                row = f"held-{self._ticket(robot, act.who)}"
                self._answer(
                    robot, "T", {"resume": row}, lambda view: bool(view["now"] and view["now"]["number"] == number)
                )
            case _:
                raise AssertionError(f"nobody knows how to {act.do!r}")

    def _strike(self, robot: str, key: str, hears: Callable[[View], bool], done: Callable[[View], object]) -> None:
        """A key, until what it is for is seen."""
        self._until_seen(robot, lambda hands: hands.key(key), hears, done, f"the key {key}")

    def open_question(self, robot: str, key: str, panel: str) -> None:
        """Open a question by its key, take its picture, and close it again."""
        self._strike(robot, key, _key_hears(key), lambda view: bool(view["panel"] and view["panel"]["name"] == panel))
        self.picture(robot, f"counter-{panel}")
        self.close_question(robot)

    def close_question(self, robot: str) -> None:
        self._robots[robot].key("Escape")
        self.until(robot, lambda view: view["panel"] is None, f"{robot} asks no more")

    def _answer(self, robot: str, key: str, rows: dict[str, str], done: Callable[[View], bool]) -> None:
        """Open a question by its key and answer what it asks, as often as it takes: a lost hub closes it."""

        def act(hands: RobotClient) -> None:
            panel = hands.view()["panel"]
            if not panel:
                hands.key(key)
            elif panel["name"] in rows:
                self.picture(robot, f"counter-{panel['name']}")
                _pick(hands, panel["rows"], rows[panel["name"]])

        self._until_seen(robot, act, lambda _: True, done, f"the question under {key}")

    def _code(self, robot: str, service: str) -> None:
        name = f"chip-{service}"
        self.press(robot, name, lambda view: any(c["name"] == name and c["ticked"] for c in view["now"]["chips"]))

    def _ticket(self, robot: str, who: str) -> str:
        """The id of a pending ticket, from the row that shows its number."""
        number = CITIZENS[who].number
        view = self.until(
            robot, lambda view: any(row["title"] == number for row in view["held"]), f"{number} is pending"
        )
        name: str = next(row["name"] for row in view["held"] if row["title"] == number)
        return name.removeprefix("held-")


def _moved_from(before: View) -> Callable[[View], bool]:
    """Whether the kiosk asks something else, or has the number; not while it is without its hub."""

    def moved(view: View) -> bool:
        return view["screen"] not in ("working", "away") and _page(view) != _page(before)

    return moved


def _page(view: View) -> tuple[str, int]:
    return view["screen"], view.get("page", 0)


def _pick(hands: RobotClient, rows: list[dict[str, Any]], name: str) -> None:
    """A row of an open question: by its key where it has one, else by a click."""
    key = next((row["key"] for row in rows if row["name"] == name), "")
    if key:
        hands.key(key)
    else:
        hands.click(name)


def _primary_hears(*labels: str) -> Callable[[View], bool]:
    """Whether the large action is called so, and hears."""

    def hears(view: View) -> bool:
        action = view["primary"]
        return bool(action and action["enabled"] and view["ready"] and action["label"] in labels)

    return hears


def _key_hears(key: str) -> Callable[[View], bool]:
    return lambda view: any(action["key"] == key and action["enabled"] for action in view["actions"])


def _is_open(view: View) -> bool:
    action = view["primary"]
    return bool(action and action["label"] in (counter_texts.CALL_NEXT, counter_texts.START))


def _has(who: str, *labels: str) -> Callable[[View], bool]:
    """Whether this citizen (anybody, for "") is at the counter and the large action is called so."""

    def here(view: View) -> bool:
        now = view["now"]
        expected = CITIZENS[who].number if who else now and now["number"]
        return bool(now and now["number"] == expected and view["primary"]["label"] in labels)

    return here


def _called_twice(view: View) -> bool:
    return bool(view["now"] and view["now"]["clock"]["words"] == counter_texts.called_times(2))


def _nobody(view: View) -> bool:
    return view["now"] is None
