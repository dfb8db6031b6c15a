"""A hub of its own process on loopback, with devices that belong to it, for the rows about who is let in."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from installers.demo.programs import free_port
from installers.faultlab.row import CannotRun
from shared.domain.centre_file import load_centre
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.addresses import LOOPBACK, url_of
from shared.lan.identity import Identity

CENTRE_FILE = Path(__file__).parents[1] / "centres" / "region-sur.toml"
CLOCK = "2026-11-23T09:30"
BEGINS_WITHIN = 20.0  # seconds


class Hall:
    """`make` devices, then `start`. `program`: the module to run in place of the hub, for a control."""

    def __init__(self, folder: Path, *options: str, program: str = "suyana", clock: str = CLOCK) -> None:
        self.folder = folder
        self.catalogue = load_centre(CENTRE_FILE)
        self.port = free_port()
        self.url = url_of(LOOPBACK, self.port)
        store = folder / "centre.sqlite"
        self.trust = Trust.of_store(store, self.catalogue.id)
        place = ("--centre", str(CENTRE_FILE), "--store", str(store), "--host", LOOPBACK, "--port", str(self.port))
        self._command = [sys.executable, "-m", program, "hub", *place, "--no-advertise", "--clock", clock, *options]
        self._log = folder / "hub.log"
        self._process: subprocess.Popen[bytes] | None = None

    def make(self, role: DeviceRole, device: str, counter: int = 0, zone: str = "", *, at: str = "") -> Identity:
        """A device that the hub admits when it starts; its identity is kept `at` a folder of that name."""
        return self.trust.make_device(self.folder / "devices" / (at or device), role, device, counter, zone)

    def __enter__(self) -> Hall:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log)
        end = time.monotonic() + BEGINS_WITHIN
        while "listens on port" not in self._log.read_text():
            if self._process.poll() is not None or time.monotonic() > end:
                self.__exit__()
                raise CannotRun(f"the hub did not begin: {self._log.read_text()[-500:]}")
            time.sleep(0.05)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
