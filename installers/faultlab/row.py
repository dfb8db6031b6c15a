"""One row of the lab: what it claims, how that is shown, and the run that must fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from random import Random

from installers.system import Need


class Scale(Enum):
    """`SHORT` is for `make test`: seconds. `FULL` is what the figure of a row is about: minutes."""

    SHORT = "short"
    FULL = "full"


class CannotRun(Exception):
    """What a row needs and this machine does not have, in one sentence."""


@dataclass(frozen=True)
class Outcome:
    """What a run found. `details`: one sentence for each thing that was not as it should be."""

    figure: str
    holds: bool
    details: tuple[str, ...] = ()


def nobody(_steps: int) -> None:
    pass


@dataclass(frozen=True)
class Run:
    """What a row is given to run with. `folder` is empty, its own, and is kept when the row fails."""

    seed: int
    scale: Scale
    folder: Path
    passed: Callable[[int], None] = nobody  # moves the bar on by so many steps

    @property
    def full(self) -> bool:
        return self.scale is Scale.FULL

    def random(self, *about: object) -> Random:
        """Always the same numbers for the same seed and the same `about`."""
        return Random(f"{self.seed} {about}")


Part = Callable[[Run], Outcome]


@dataclass(frozen=True)
class Row:
    """`show` must hold; `control`, the same without what protects, must not: else `show` would prove nothing.

    `short` and `full` are the steps of the bar of both together. `needs` are programs and libraries of the machine.
    """

    name: str
    claim: str
    show: Part
    control: Part
    short: int
    full: int
    needs: tuple[Need, ...] = field(default=())

    def steps(self, scale: Scale) -> int:
        return self.full if scale is Scale.FULL else self.short
