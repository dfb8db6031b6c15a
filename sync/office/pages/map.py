"""The country as a drawing, and where the centres are on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from math import hypot, sqrt
from pathlib import Path

from sync.office.pages.projection import project

APART = 46.0  # units: two marks so far apart that a finger meets one of them
COMPARED = 2_000_000  # pairs at most, so that a page never waits long for its map
FULL = 40  # so many marks have their full size; with more of them they shrink, to cover the same part of the country
READABLE = 0.6  # the scale below which a number in a mark cannot be read


@dataclass(frozen=True)
class Mark:
    """x, y: where it is drawn. at_x, at_y: where the centre is; a line joins the two where they differ."""

    number: int
    x: float
    y: float
    at_x: float
    at_y: float
    scale: float

    @property
    def readable(self) -> bool:
        return self.scale >= READABLE

    @property
    def moved(self) -> bool:
        return hypot(self.x - self.at_x, self.y - self.at_y) > 6


@cache
def departments() -> dict[str, str]:
    """SVG path data by name."""
    drawn: dict[str, str] = json.loads(Path(__file__).with_name("peru.json").read_text(encoding="utf-8"))
    return drawn


@lru_cache(maxsize=8)
def marks(places: tuple[tuple[int, float, float], ...]) -> tuple[Mark, ...]:
    """Of numbered places in degrees, moved apart where they lie too close, as the five of Lima do."""
    numbered = [(number, project(latitude, longitude)) for number, latitude, longitude in places]
    scale = min(1.0, sqrt(FULL / len(numbered))) if numbered else 1.0
    # Two at the very same place are told apart by a hair, in the order of their numbers.
    spots = [[x + index * 0.01, y + index * 0.007] for index, (_, (x, y)) in enumerate(numbered)]
    for _ in range(min(200, COMPARED // max(1, len(spots) ** 2 // 2))):
        if not _push(spots, APART * scale):
            break
    pairs = zip(numbered, spots, strict=True)
    return tuple(
        Mark(number, round(x, 1), round(y, 1), round(u, 1), round(v, 1), round(scale, 2))
        for (number, (u, v)), (x, y) in pairs
    )


def _push(spots: list[list[float]], apart: float) -> bool:
    """Each pair that is too close a little apart. Returns whether there was one."""
    close = False
    for i, one in enumerate(spots):
        for other in spots[i + 1 :]:
            dx, dy = other[0] - one[0], other[1] - one[1]
            distance = hypot(dx, dy)
            if distance < apart - 0.1:
                close = True
                by = (apart - distance) / 2 / (distance or 1)
                one[0], one[1] = one[0] - dx * by, one[1] - dy * by
                other[0], other[1] = other[0] + dx * by, other[1] + dy * by
    return close
