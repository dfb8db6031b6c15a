"""Row: what moves on a board at 1080p without a GPU, and that nothing does where nothing shall."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from typing import NamedTuple

from installers.bench.row import Bench, Measured, Row

RATE = 60.0  # frames a second
HOWS = ("row", "still", "whole")


class Frames(NamedTuple):
    """Of one run. shown: steps a second of movement, as far as a frame showed each that was at least a pixel; possible:
    frames a second of the processor's time that painting took.
    """

    painted: int
    shown: float
    possible: float


def moving(bench: Bench) -> list[Measured]:
    """A call rises into the board, again and again."""
    found: dict[str, list[Frames]] = {how: [] for how in HOWS}
    for _ in range(bench.rounds):
        bench.flush()
        for how in HOWS:
            found[how].append(_run(how, bench.of(8, 3)))
            bench.passed(1)
    shown = [each.shown for each in found["row"]]
    possible = median(each.possible for each in found["row"])
    whole = median(each.possible for each in found["whole"])
    said = f"{1000 / possible:.1f} ms of the processor's time a frame"
    return [
        Measured("board at 1080p: frames a second that one core paints", possible, RATE, said, at_least=True),
        Measured(
            "board at 1080p: frames a second shown", median(shown), RATE,
            f"{min(shown):.1f} to {max(shown):.1f} over the rounds", at_least=True, absolute=True,
        ),
        Measured("frames while nothing may move", sum(each.painted for each in found["still"]), 0, "motion = 0"),
        Measured("control: all of a 4K board painted for each frame", whole, RATE, f"{1000 / whole:.1f} ms a frame"),
    ]  # fmt: skip


def _run(how: str, seconds: int) -> Frames:
    command = [sys.executable, "-m", "installers.bench.board_frames", str(seconds), how]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.split()
    steps, moved, pixels, frames, painted = (float(number) for number in said[1::2])
    shown = steps / moved * frames / pixels if moved and pixels else 0.0
    return Frames(int(frames), shown, frames / painted if painted else 0.0)


ROWS = (
    Row("board-moves", "a row that moves keeps 60 frames a second", moving, lambda bench: bench.rounds * len(HOWS)),
)
