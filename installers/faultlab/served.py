"""A hub, or another server, as a process of its own on loopback, which can be killed and started again."""

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
from installers.faultlab.work import CENTRE

BEGINS_WITHIN = 60.0  # seconds
MORNING = "2026-11-23T09:00"


class DidNotBegin(Exception):
    """A server that does not listen, in one sentence."""

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
                raise DidNotBegin(f"{self._name} did not begin: {self.log.read_text()[-300:]}")
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


def hub_arguments(store: Path) -> list[str]:
    """Of a hub on loopback, its day open, in which everybody has the demo's PIN."""
    listen = ["--host", "127.0.0.1", "--port", "PORT", "--no-advertise"]
    return ["hub", "--centre", str(CENTRE), "--store", str(store), *listen, "--clock", MORNING, "--demo-pin", DEMO_PIN]
