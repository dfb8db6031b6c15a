"""How long to wait before trying again a hub, or the office, that is away."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

FIRST = 0.25  # seconds
LONGEST = 5.0  # seconds: a person in front of a dead screen waits no longer than this for a hub that is back


def pauses(noise: Random, first: float = FIRST, longest: float = LONGEST) -> Iterator[float]:
    """Seconds between tries, doubling from first to longest, each with noise so that a hall does not come in step."""
    pause = first
    while True:
        yield pause * noise.uniform(0.5, 1.0)
        pause = min(pause * 2, longest)
