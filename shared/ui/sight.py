"""How large something is for whoever looks at it: pixels, millimetres and degrees."""

from __future__ import annotations

from math import ceil, hypot, pi

CAPITAL = 0.668
"""Height of a capital in font heights, of Atkinson Hyperlegible Next; a test measures it."""
DEGREES = 0.7
"""What a capital has at the declared viewing distance (EN 301 549 5.1.4; mac-domain D6)."""
MM_PER_INCH = 25.4


def capital_mm(degrees: float, distance_m: float) -> float:
    """Height of a capital seen under this angle: pi * distance * angle / 180 (0.7 degrees at 10 m: 122 mm)."""
    return pi * distance_m * 1000 * degrees / 180


def degrees_of(capital_mm: float, distance_m: float) -> float:
    """The angle under which it is seen."""
    return capital_mm * 180 / (pi * distance_m * 1000)


def pixels_per_mm(width: int, height: int, panel_inches: float) -> float:
    """Of a window that fills its panel."""
    return hypot(width, height) / (panel_inches * MM_PER_INCH)


def letters_px(degrees: float, distance_m: float, per_mm: float) -> int:
    """The font height, in pixels, whose capitals have this angle."""
    return ceil(capital_mm(degrees, distance_m) * per_mm / CAPITAL)
