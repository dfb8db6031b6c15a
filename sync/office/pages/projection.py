"""From degrees to the drawing of the country: plate carrée with its true width in the middle of Peru."""

from __future__ import annotations

from math import cos, radians

WIDTH, HEIGHT = 520, 760
WEST, NORTH = -81.6, 0.15
UNITS = 40.5  # for a degree of latitude
NARROWER = cos(radians(-9.2))


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """x to the east, y to the south."""
    return (longitude - WEST) * UNITS * NARROWER, (NORTH - latitude) * UNITS
