"""A whole centre on this machine: office, hub, sync and phone pages first, then the programs with a screen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from installers.demo.identities import Identities
from installers.demo.people import DEMO_PIN
from installers.demo.programs import Program, Programs, free_port, wait_for_port
from shared.domain.centre_file import load_centre
from shared.lan.robot_client import RobotClient

PLACE = "Cusco"  # of the sample centre, on the office's map
EXACT = {"kiosk": "1080x1920", "board": "1920x1080", "counter": "1366x768"}
WIFI = "MAC-Visitas"
SHARE = {"kiosk": 90, "board": 60, "counter": 70}  # per cent of the desktop, so that one window leaves room for others


class Backstage(Programs):
    """The programs of one centre, its store and its logs in `folder`. Leaving the block ends them in reverse."""

    def __init__(self, centre: Path, folder: Path, environment: Mapping[str, str]) -> None:
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        super().__init__(folder / "logs", environment)
        self.folder = folder
        self.hub_port = free_port()
        self.office_port = free_port()
        self.pages_port = free_port()
        self._centre = _with_phones(centre, folder, self.pages_url)
        self._catalogue = load_centre(self._centre)
        self.identities = Identities(folder / "identities", folder / "centre.sqlite", self._catalogue)

    @property
    def hub_url(self) -> str:
        return f"wss://127.0.0.1:{self.hub_port}"

    @property
    def office_url(self) -> str:
        return f"http://127.0.0.1:{self.office_port}"

    @property
    def pages_url(self) -> str:
        return f"http://127.0.0.1:{self.pages_port}"

    def begin(self, clock: str) -> Program:
        """Start office, hub, sync and phone pages; `clock` as in `suyana hub`. Returns the hub. Raises DemoError."""
        database = ("--database", f"sqlite:///{self.folder / 'office.sqlite'}")
        keys = ("--key", self.folder / "office.key")
        code = self.done("office", "office", "enrol", self._catalogue.id, *database)
        self.done("office", "office", "place", self._catalogue.id, PLACE, *database)
        office = self.start("office", "office", *database, *keys, "--port", self.office_port, "--clock", clock)
        hub = self.start(
            "hub",
            *("hub", "--centre", self._centre, "--store", self.folder / "centre.sqlite"),
            *("--host", "127.0.0.1", "--port", self.hub_port, "--no-advertise", "--clock", clock),
            *("--demo-pin", DEMO_PIN),
        )
        wait_for_port(self.hub_port, hub)
        wait_for_port(self.office_port, office)
        enrolment = ("--enrolment", self.folder / "enrolment")
        known = ("--centre", self._centre, "--office", self.office_url, "--code", code, *enrolment)
        self.done("sync", "sync", "enrol", *known)
        self.start("sync", "sync", "--hub", self.hub_url, *enrolment, *self._identity("sync-1"))
        page = ("--host", "127.0.0.1", "--port", self.pages_port)
        self.start("pages", "pages", "--hub", self.hub_url, *page, *self._identity("pages-1"))
        return hub

    def window(self, name: str, program: str, *options: object, device: str) -> None:
        """A program in a window that fits the desktop."""
        fit = ("--size", f"fit {EXACT[program]} {SHARE[program]}")
        self.start(name, program, *options, *_demo_pin(program), *fit, "--hub", self.hub_url, *self._identity(device))

    def stand_in(self, name: str, program: str, *options: object, device: str, size: str = "") -> None:
        """A program at its exact size, without motion, moved by a robot: see `robot`."""
        exact = ("--size", size or EXACT[program], "--still", "--robot", robot_name(name))
        self.start(name, program, *options, *_demo_pin(program), *exact, "--hub", self.hub_url, *self._identity(device))

    def _identity(self, device: str) -> tuple[object, ...]:
        return "--identity", self.identities.folder / device

    def robot(self, name: str) -> RobotClient:
        """The robot of a program started by `stand_in`. Raises RobotProblem."""
        return self.enter_context(RobotClient(robot_name(name)))


def _with_phones(centre: Path, folder: Path, url: str) -> Path:
    """The centre file as it is, and that phones find the page of their ticket on this machine."""
    if load_centre(centre).phone.url:
        return centre
    there = folder / "centre.toml"
    there.write_text(
        f'{centre.read_text(encoding="utf-8")}\n[phone]\nurl = "{url}"\nwifi = "{WIFI}"\n', encoding="utf-8"
    )
    return there


def _demo_pin(program: str) -> tuple[str, ...]:
    """Where people sign in, the screen says with which PIN."""
    return ("--demo-pin", DEMO_PIN) if program == "counter" else ()


def robot_name(program: str) -> str:
    return f"suyana-demo-{os.getpid()}-{program}"
