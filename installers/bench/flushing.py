"""Flushes of a program, counted and slowed down from outside: strace sees each, and can hold it."""

from __future__ import annotations

from pathlib import Path

CALLS = "fdatasync,fsync"


def counting(trace: Path, slower: int = 0) -> list[str]:
    """What a program is started under, so that `trace` has a line for each flush; each takes so many ms longer."""
    held = ["-e", f"inject={CALLS}:delay_exit={slower * 1000}"] if slower else []
    return ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", *held, "-o", str(trace)]


def flushes_in(trace: Path) -> int:
    """How many flushes there were until now."""
    return sum("sync(" in line for line in trace.read_text().splitlines()) if trace.exists() else 0
