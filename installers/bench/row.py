"""One row of the bench: what is measured, against what, and what is to be reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from installers.bench.flush import flush_time


@dataclass(frozen=True)
class Measured:
    """One figure. `limit` is what it may at most be, or with `at_least` must at least be.

    said: the absolute figures behind it. flush: milliseconds of a bare flush in those minutes, median of the rounds.
    absolute: not a ratio or a count, so that it means something only on a quiet machine.
    """

    what: str
    value: float
    limit: float
    said: str
    flush: float = 0.0
    at_least: bool = False
    absolute: bool = False

    @property
    def reached(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit


@dataclass
class Bench:
    """What a row is given. `folder` is empty and its own; `kept` stays between runs; `passed` moves the bar."""

    seed: int
    rounds: int
    full: bool
    folder: Path
    kept: Path
    passed: Callable[[int], None]
    flushes: list[float] = field(default_factory=list)

    def random(self, *about: object) -> Random:
        return Random(f"{self.seed} {about}")

    def flush(self) -> None:
        """Note how long a bare flush takes in this minute."""
        self.flushes.append(flush_time(self.folder))

    @property
    def flush_ms(self) -> float:
        return 1000 * median(self.flushes) if self.flushes else 0.0

    def of(self, full: int, short: int) -> int:
        return full if self.full else short


@dataclass(frozen=True)
class Row:
    """`steps` of the bar in the full and in the short form."""

    name: str
    claim: str
    run: Callable[[Bench], list[Measured]]
    steps: Callable[[Bench], int]


def p(values: list[float], percent: int) -> float:
    """A percentile, the nearest value at or above it."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-len(ordered) * percent // 100) - 1)]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"
