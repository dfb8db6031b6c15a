"""The country as a drawing, and where the centres are on it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path

from sync.office.pages.projection import project

APART = 34.0  # units between two marks, so that a finger meets one of them
ROUNDS = 200


@dataclass(frozen=True)
class Mark:
    """x, y: where it is drawn. at_x, at_y: where the centre is; a line joins the two where they differ."""

    number: int
    x: float
    y: float
    at_x: float
    at_y: float

    @property
    def moved(self) -> bool:
        return hypot(self.x - self.at_x, self.y - self.at_y) > 6


@cache
def departments() -> dict[str, str]:
    """SVG path data by name."""
    drawn: dict[str, str] = json.loads(Path(__file__).with_name("peru.json").read_text(encoding="utf-8"))
    return drawn


def marks(places: Iterable[tuple[int, float, float]]) -> list[Mark]:
    """Of numbered places in degrees, moved apart where they lie too close, as the five of Lima do."""
    numbered = [(number, project(latitude, longitude)) for number, latitude, longitude in places]
    # Two at the very same place are told apart by a hair, in the order of their numbers.
    spots = [[x + index * 0.01, y + index * 0.007] for index, (_, (x, y)) in enumerate(numbered)]
    for _ in range(ROUNDS):
        if not _push(spots):
            break
    pairs = zip(numbered, spots, strict=True)
    return [Mark(number, round(x, 1), round(y, 1), round(u, 1), round(v, 1)) for (number, (u, v)), (x, y) in pairs]


def _push(spots: list[list[float]]) -> bool:
    """Each pair that is too close a little apart. Returns whether there was one."""
    close = False
    for i, one in enumerate(spots):
        for other in spots[i + 1 :]:
            dx, dy = other[0] - one[0], other[1] - one[1]
            distance = hypot(dx, dy)
            if distance < APART - 0.1:
                close = True
                by = (APART - distance) / 2 / (distance or 1)
                one[0], one[1] = one[0] - dx * by, one[1] - dy * by
                other[0], other[1] = other[0] + dx * by, other[1] + dy * by
    return close
