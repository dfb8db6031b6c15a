"""The programs of a centre as processes of this machine: started in order, ended in reverse."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

ENDS_WITHIN = 10.0  # seconds, then it is killed
LISTENS_WITHIN = 20.0  # seconds


class DemoError(Exception):
    """The demo cannot go on, in one sentence."""

    status = 1  # of the process


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, of: Program) -> None:
    """Until something listens there. Raises DemoError when its program ends or takes too long."""
    end = time.monotonic() + LISTENS_WITHIN
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if not of.is_running or time.monotonic() > end:
            raise DemoError(f"{of.name} did not begin: {of.last_words()}")
        time.sleep(0.02)


class Program:
    """One process of `suyana`, its log in a file."""

    def __init__(self, name: str, arguments: list[str], folder: Path, environment: Mapping[str, str]) -> None:
        self.name = name
        self.log = folder / f"{name}.log"
        self._arguments = arguments
        self._environment = dict(environment)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """In a session of its own: Ctrl-C reaches the demo alone, which ends its programs in order."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "suyana", *self._arguments],
                env={**os.environ, **self._environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Once it was started."""
        return self._process.pid if self._process else 0

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Without goodbye, as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines() if self.log.exists() else []
        return lines[-1] if lines else "it said nothing"


class Programs(ExitStack):
    """Those that run now. Leaving the block ends them, the last started first."""

    def __init__(self, logs: Path, environment: Mapping[str, str]) -> None:
        super().__init__()
        self._logs = logs
        self._environment = environment
        self.running: list[Program] = []

    def start(self, name: str, *arguments: object) -> Program:
        program = Program(name, [str(argument) for argument in arguments], self._logs, self._environment)
        program.start()
        self.callback(program.stop)
        self.running.append(program)
        return program

    def done(self, name: str, *arguments: object) -> str:
        """Run a program to its end. Returns what it said. Raises DemoError when it failed."""
        command = [sys.executable, "-m", "suyana", *map(str, arguments)]
        environment = {**os.environ, **self._environment}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise DemoError(f"{name} did not go well: {done.stderr.strip()}")
        return done.stdout.strip()

    def ended(self) -> Program | None:
        """A program that ended by itself, if any."""
        return next((program for program in self.running if not program.is_running), None)
