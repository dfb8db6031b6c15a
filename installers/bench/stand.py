"""A hub of its own, as a process on loopback, with as many devices as a row needs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Self

from installers.demo.people import DEMO_PIN
from installers.demo.programs import free_port
from installers.faultlab.work import CENTRE, centre
from shared.domain.roles import DeviceRole
from shared.hub.trust import Trust
from shared.lan.identity import Identity

KIOSKS = 15
BEGINS_WITHIN = 60.0  # seconds
MORNING = "2026-11-23T09:00"
COUNTERS = tuple(range(1, 46))


class StandError(Exception):
    """A program of the bench cannot go on, in one sentence."""

    status = 1  # of the process


class Served:
    """A server as a process of its own on loopback. `before`: what it is started under, such as strace."""

    def __init__(self, name: str, arguments: Sequence[str], log: Path, before: Sequence[str] = ()) -> None:
        self.port = free_port()
        self.url = f"wss://127.0.0.1:{self.port}"
        self.log = log
        self._name = name
        self._arguments = [each.replace("PORT", str(self.port)) for each in arguments]
        self._before = list(before)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start it, and wait until it listens. Returns the seconds until then."""
        began = monotonic()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._before, sys.executable, *self._arguments],
                stderr=log,
                stdout=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        while not self._listens():
            if self._process.poll() is not None or monotonic() > began + BEGINS_WITHIN:
                raise StandError(f"{self._name} did not begin: {self.log.read_text()[-300:]}")
            sleep(0.005)
        return monotonic() - began

    def kill(self) -> None:
        """No goodbye."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        if self._before:
            os.killpg(self._process.pid, signal.SIGTERM)
        else:
            self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class Stand(Served):
    """The hub of a store in `folder`, its clock on a Monday at nine in Lima, where it goes on from there.

    `before`: what the hub is started under, such as strace. Its limits of rate are off, everybody has the demo's PIN.
    """

    def __init__(self, folder: Path, before: Sequence[str] = (), store: Path | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.store = store or folder / "centre.sqlite"
        hub = ["-m", "suyana", "hub", "--centre", str(CENTRE), "--store", str(self.store), "--host", "127.0.0.1"]
        hub += ["--port", "PORT", "--no-advertise", "--clock", MORNING, "--demo-pin", DEMO_PIN, "--no-limits"]
        super().__init__("the hub", hub, folder / "hub.log", before)
        trust = Trust.of_store(self.store, centre().id)
        devices = folder / "devices"
        self.kiosks = [
            trust.make_device(devices / f"k{n}", DeviceRole.KIOSK, f"kiosk-{n}") for n in range(1, KIOSKS + 1)
        ]
        self.counters = {
            number: trust.make_device(devices / f"c{number}", DeviceRole.COUNTER, f"counter-{number}", number)
            for number in COUNTERS
        }
        self.board = trust.make_device(devices / "board", DeviceRole.BOARD, "board-1")
        self.trust = trust

    @property
    def a_device(self) -> Identity:
        return self.kiosks[0]


def bare_server(trust: Trust, log: Path, snapshot: int = 100, *, to_all: bool = False) -> Served:
    """See `bare_server.py`."""
    arguments = ["-m", "installers.bench.bare_server", str(trust.folder), centre().id, "PORT", str(snapshot)]
    return Served("the bare server", [*arguments, *(["all"] if to_all else [])], log)
