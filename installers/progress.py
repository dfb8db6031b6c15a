"""One line for each step that takes long: on a terminal it moves, elsewhere it is two plain lines."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

REDRAW = 0.25  # seconds
LAST_LINES = 15


class StepFailed(Exception):
    """The command of a step ended badly; `said` holds its last lines."""

    def __init__(self, words: str, status: int, said: Sequence[str]) -> None:
        super().__init__(f"{words}: failed with exit status {status}.")
        self.said = tuple(said)


def run_step(
    words: str, command: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> None:
    """Run `command` to its end while showing `words`, the seconds and the command's newest line.

    Raises StepFailed when it ends badly. An interrupt ends the command too and is raised again.
    """
    started = time.monotonic()
    begin(words)
    with subprocess.Popen(
        list(command),
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        said: list[str] = []
        reader = threading.Thread(target=collect, args=(process.stdout, said), daemon=True)
        reader.start()
        try:
            follow(process, words, started, said)
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            raise
        reader.join()
    finish(words, time.monotonic() - started)
    if process.returncode:
        raise StepFailed(words, process.returncode, said[-LAST_LINES:])


def run_quickly(command: Sequence[str]) -> None:
    """Run a command too short to show; raises StepFailed when it ends badly."""
    ended = subprocess.run(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise StepFailed(" ".join(command), ended.returncode, ended.stdout.splitlines()[-LAST_LINES:])


def collect(stream: IO[str] | None, said: list[str]) -> None:
    for line in stream or ():
        if line.strip():
            said.append(line.rstrip())


def follow(process: subprocess.Popen[str], words: str, started: float, said: Sequence[str]) -> None:
    while True:
        try:
            process.wait(REDRAW)
            return
        except subprocess.TimeoutExpired:
            if sys.stdout.isatty():
                newest = said[-1] if said else ""
                width = shutil.get_terminal_size().columns - 1
                redraw(line(words, time.monotonic() - started, newest)[:width])


def line(words: str, seconds: float, newest: str = "") -> str:
    """What one step shows: `words`, its whole seconds, what its command said last."""
    shown = f"  {words} … {seconds:.0f} s"
    return f"{shown}   {newest.strip()}" if newest else shown


def begin(words: str) -> None:
    if not sys.stdout.isatty():
        print(f"  {words} …", flush=True)


def finish(words: str, seconds: float) -> None:
    if sys.stdout.isatty():
        redraw(line(words, seconds) + "\n")
    else:
        print(line(words, seconds), flush=True)


def redraw(text: str) -> None:
    sys.stdout.write(f"\r\x1b[2K{text}")
    sys.stdout.flush()
