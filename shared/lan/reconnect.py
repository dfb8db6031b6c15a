"""How long to wait before trying the hub again."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

FIRST = 0.25  # seconds
LONGEST = 5.0  # seconds: a person in front of a dead screen waits no longer than this for a hub that is back


def pauses(noise: Random) -> Iterator[float]:
    """Seconds between tries, doubling from FIRST to LONGEST, each with noise so that a hall does not come in step."""
    pause = FIRST
    while True:
        yield pause * noise.uniform(0.5, 1.0)
        pause = min(pause * 2, LONGEST)
