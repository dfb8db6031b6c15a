"""Pixels at the reference size turned into pixels of this window."""

from __future__ import annotations

from typing import NamedTuple


class Reference(NamedTuple):
    """The size a screen was designed at, in pixels; `grows`: whether a larger window enlarges everything."""

    width: int
    height: int
    grows: bool = True

    def as_upright_as(self, width: int, height: int) -> Reference:
        """The same design in the orientation of a window of this size."""
        if (width > height) == (self.width > self.height):
            return self
        return Reference(self.height, self.width, self.grows)


KIOSK = Reference(1080, 1920)
BOARD = Reference(1920, 1080)
COUNTER = Reference(1366, 768, grows=False)
"""On a large desktop an advisor wants more room, not larger letters."""

SMALLEST = 0.2


class Scale:
    """The factor of this program; 1 draws exactly what was designed."""

    def __init__(self, factor: float = 1.0) -> None:
        self.factor = max(SMALLEST, factor)

    def px(self, reference_px: float) -> int:
        """Whole pixels; what was something stays at least one."""
        scaled = round(reference_px * self.factor)
        return max(1, scaled) if reference_px > 0 else scaled

    @classmethod
    def fitting(cls, reference: Reference, width: int, height: int) -> Scale:
        """The largest scale at which the reference, turned if need be, fits in `width` by `height`."""
        turned = reference.as_upright_as(width, height)
        factor = min(width / turned.width, height / turned.height)
        return cls(factor if reference.grows else min(1.0, factor))


_current = Scale()


def use(scale: Scale) -> None:
    """Set once, by the theme, before widgets are built."""
    global _current
    _current = scale


def factor() -> float:
    return _current.factor


def px(reference_px: float) -> int:
    """`reference_px` at this program's scale."""
    return _current.px(reference_px)
