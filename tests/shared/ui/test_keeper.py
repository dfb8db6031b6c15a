"""A program that freezes or dies is started again; the freezing is a real one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

ROOT = Path(__file__).parents[3]
KEEPER = """
import logging, sys
from shared.ui.keeper import Keeper
logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
sys.exit(Keeper([sys.executable, "-c", sys.argv[1]], within=0.5, pause=0.05).run())
"""
BEATS = """
import time
while True:
    print("alive", flush=True)
    time.sleep(0.1)
"""


class Kept:
    """A keeper with what it keeps, and the lines of its log."""

    def __init__(self, *command: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        self.lines: Queue[str] = Queue()
        self.listening = Thread(target=self._listen)
        self.listening.start()

    def _listen(self) -> None:
        assert self.process.stderr
        with self.process.stderr as lines:
            for line in lines:
                self.lines.put(line.strip())

    def until(self, words: str, within: float = 40) -> str:
        """The next line of the log with these words."""
        while words not in (line := self.lines.get(timeout=within)):
            pass
        return line

    def kept(self) -> int:
        """The process that it watches, from now on."""
        return int(self.until("watches process").split()[-1])


@contextmanager
def keeper(*command: str) -> Iterator[Kept]:
    kept = Kept(*command)
    try:
        yield kept
    finally:
        if kept.process.poll() is None:
            kept.process.terminate()
        kept.process.wait(20)
        kept.listening.join()


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


posix = pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can freeze a process from outside")


@posix
def test_a_frozen_program_is_ended_and_started_again() -> None:
    with keeper("-c", KEEPER, BEATS) as kept:
        frozen = kept.kept()
        kept.until("is alive")
        os.kill(frozen, signal.SIGSTOP)
        assert f"process {frozen} has been frozen" in kept.until("frozen", within=90)
        assert kept.kept() != frozen
        assert not is_there(frozen)


@posix
def test_a_program_that_dies_is_started_again_and_ends_with_its_keeper() -> None:
    with keeper("-c", KEEPER, BEATS) as kept:
        first = kept.kept()
        os.kill(first, signal.SIGABRT)
        kept.until("ended by itself")
        second = kept.kept()
        kept.process.terminate()
        assert kept.process.wait(20) is not None
        assert not is_there(second)


@pytest.mark.parametrize("status", [0, 2])
def test_a_program_that_ends_as_it_should_is_not_started_again(status: int) -> None:
    with keeper("-c", KEEPER, f"import sys; print('alive'); sys.exit({status})") as kept:
        assert kept.process.wait(20) == status


@posix
def test_a_real_board_that_is_frozen_is_started_again(tmp_path: Path) -> None:
    board = ("board", "--watched", "--frozen-after", "2", "--hub", "wss://127.0.0.1:1", "--identity", str(tmp_path))
    with keeper("-m", "suyana", *board, "--size", "640x360", "--silent") as kept:
        frozen = kept.kept()
        kept.until("not paired")
        kept.until("is alive")
        os.kill(frozen, signal.SIGSTOP)
        kept.until(f"process {frozen} has been frozen for 2 s")
        assert kept.kept() != frozen
        kept.until("not paired")
