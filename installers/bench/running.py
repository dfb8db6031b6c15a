"""Rows: what a hub needs while it does its work: its share of a core, and its memory over a hundred days."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from installers.bench.clients import hall, watching
from installers.bench.row import Bench, Measured, Row
from installers.bench.stand import Stand

A_SECOND = 20
SUBSCRIBERS = 100
SECONDS = 120
DAYS = 100


def quiet(bench: Bench) -> list[Measured]:
    """Of one core, over two minutes of an ordinary busy hall."""
    seconds = bench.of(SECONDS, 5)
    with Stand(bench.folder / "hub") as stand:

        async def run() -> float:
            async with hall(stand, "quiet") as people, watching(stand, SUBSCRIBERS):
                began, before = perf_counter(), processor_seconds(stand.pid)
                await people.paced(seconds * A_SECOND, A_SECOND)
                return (processor_seconds(stand.pid) - before) / (perf_counter() - began)

        share = asyncio.run(run())
        memory = megabytes(stand.pid)
    bench.passed(1)
    said = f"{A_SECOND} orders/s, 60 clients and {SUBSCRIBERS} boards, {seconds} s; {memory:.0f} MB"
    return [Measured("share of a core", share, 0.15, said, absolute=True)]


def days(bench: Bench) -> list[Measured]:
    """At full speed, in a process of its own: see `days.py`."""
    many = bench.of(DAYS, 12)
    command = [sys.executable, "-m", "installers.bench.days", str(bench.folder / "centre.sqlite"), str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        memory = []
        for line in process.stdout:
            memory.append(float(line))
            bench.passed(1)
    early, late = memory[9], memory[-1]
    said = f"{early:.1f} MB after day 10, {late:.1f} MB after day {len(memory)}"
    return [
        Measured("days that were lived", len(memory), many, said, at_least=True),
        Measured("memory after the last day against day 10", late / early, 1.05, said),
    ]


def processor_seconds(pid: int) -> float:
    """That a process used until now."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int | str) -> float:
    """Resident memory of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2


ROWS = (
    Row("quiet", "two minutes at 20 orders/s with 100 subscribers", quiet, lambda _: 1),
    Row("days", "100 days at full speed: memory", days, lambda bench: bench.of(DAYS, 12)),
)
