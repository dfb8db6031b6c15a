"""Pixels at the reference size turned into pixels of this window."""

from __future__ import annotations

from typing import NamedTuple


class Reference(NamedTuple):
    """The size a screen was designed at, in pixels."""

    width: int
    height: int

    def turned(self) -> Reference:
        return Reference(self.height, self.width)


KIOSK = Reference(1080, 1920)
BOARD = Reference(1920, 1080)
COUNTER = Reference(1366, 768)

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
        """The largest scale at which the whole reference fits in `width` by `height`."""
        return cls(min(width / reference.width, height / reference.height))


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
