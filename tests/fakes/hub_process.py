"""The hub as a process of its own, that can be killed at any moment and started again on the same store and port."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from installers.demo.people import DEMO_PIN
from installers.demo.programs import free_port
from shared.domain.centre_file import load_centre
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust, admission
from tests.conftest import CENTRES, ROOT
from tests.fakes import identities

BEGIN_WITHIN = 15.0  # seconds
DEVICES = (
    *((DeviceRole.KIOSK, f"kiosk-{count}") for count in range(4)),
    *((DeviceRole.COUNTER, f"counter-{number}") for number in (1, 20, 21)),
    *((DeviceRole(role), f"{role}-1") for role in ("board", "orientator", "supervisor", "sync", "pages")),
    (DeviceRole.KIOSK, "foreign-kiosk"),
)
"""What belongs to its centre; `tests/fakes/identities.py` has their identities."""


class HubProcess:
    """`suyana hub` on loopback, its day open: its clock starts on a Monday at 08:31 in Lima.

    Everybody has the demo's PIN.
    """

    def __init__(self, folder: Path, centre: Path = CENTRES / "region-sur.toml", *, advertise: bool = False) -> None:
        self.store = folder / "centre.sqlite"
        self.log = folder / "hub.log"
        self.clock = "2026-11-23T08:31"
        self.move(free_port())
        self._centre = centre
        self._more = [] if advertise else ["--no-advertise"]
        self._process: subprocess.Popen[bytes] | None = None
        centre_id = load_centre(centre).id
        shutil.copytree(identities.trust(centre_id).folder, folder / "trust", dirs_exist_ok=True)
        keys = Trust.of_store(self.store, centre_id)
        for role, device in DEVICES:
            keys.issue(admission(identities.identity(role, device, centre_id)))

    def move(self, port: int) -> None:
        """Where it listens from the next start on."""
        self.port = port
        self.url = f"wss://127.0.0.1:{port}"

    def start(self) -> None:
        """Start it and wait until it listens."""
        options = ["--centre", self._centre, "--store", self.store, "--host", "127.0.0.1", "--port", str(self.port)]
        options += ["--clock", self.clock, "--demo-pin", DEMO_PIN, *self._more]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "suyana", "hub", *map(str, options)], cwd=ROOT, stderr=log
            )
        end = time.monotonic() + BEGIN_WITHIN
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the hub did not begin: {self.log.read_text()}")
            time.sleep(0.02)

    def kill(self) -> None:
        """No goodbye: SIGKILL."""
        assert self._process
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def end(self) -> None:
        """Where it runs."""
        if self._process:
            self.kill()

    def stop(self) -> int:
        """Ask it to end, as systemd does. Returns its exit status."""
        assert self._process
        self._process.terminate()
        return self._process.wait(10)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
