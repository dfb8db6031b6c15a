"""Faults at single system calls, by strace: the call is not carried out; the process is killed there, or told no.

strace counts calls of one kind in one process, and Python takes long to start. So one traced process forks a child for
each place: a child first makes as many calls without effect as bring the count to that place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from installers.faultlab.row import CannotRun

ROOT = Path(__file__).parents[2]
UNTIL = 1_000  # the call of its kind at which the fault is, in the count of a child
SECONDS = 300  # for all children of one traced process; longer is a hang
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Fault:
    """`inject`: what strace does at a call: `signal=SIGKILL`, `error=EIO`. `stays`: from there on at all its kind."""

    call: str
    inject: str
    stays: bool = False


@dataclass(frozen=True)
class Ended:
    """How the child of a place ended. `status`: below 0 the signal that killed it."""

    folder: Path
    status: int
    acknowledged: frozenset[str]
    complained: str

    @property
    def killed(self) -> bool:
        return self.status == -9


def at_each(
    fault: Fault, places: Sequence[int], before: Path, names: Sequence[str], early: bool = False
) -> list[Ended]:
    """What became of copies of a folder, one for each place: the k-th call of the fault's kind during the orders."""
    folders = [before.with_name(f"{before.name}-{fault.call}-{fault.inject[-6:]}-{k}") for k in places]
    for folder in folders:
        shutil.copytree(before, folder)
    when = f"{UNTIL}+" if fault.stays else f"{UNTIL}"
    # Without --seccomp-bpf, which is faster: strace 6.1 then sends no signal.
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={fault.call}"]
    strace += ["-e", f"inject={fault.call}:{fault.inject}:when={when}"]
    program = [sys.executable, "-m", "installers.faultlab.orders", fault.call, str(UNTIL), "early" if early else ""]
    program += [",".join(names), *(f"{k}={folder}" for k, folder in zip(places, folders, strict=True))]
    done = subprocess.run(
        [*strace, *program],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    shutil.rmtree(folders[0].with_name(folders[0].name + "-warm"), ignore_errors=True)
    if done.returncode:
        raise CannotRun(f"strace ended with status {done.returncode}: {done.stderr.strip()[-500:]}")
    return [_ended(folder) for folder in folders]


def _ended(folder: Path) -> Ended:
    said, complained = ((folder / name).read_text() for name in ("said", "complained"))
    return Ended(folder, int((folder / "status").read_text()), frozenset(said.split()), complained)


def side_by_side(function: Callable[[T], R], things: Iterable[T]) -> list[R]:
    """On all cores."""
    with ThreadPoolExecutor(max(os.cpu_count() or 1, 2)) as pool:
        return list(pool.map(function, things))
