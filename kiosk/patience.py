"""How long a screen waits for somebody who does not touch it. Counts seconds; knows no clock."""

from __future__ import annotations

from typing import NamedTuple

IDLE = 45
"""Seconds without a touch until the kiosk asks whether somebody is there."""
WARNING = 15
"""Seconds that the question stays (mac-domain D10: warn, and let people ask for more, as often as they like)."""
SLOW = 3
"""How many times longer all of it is for whoever uses the screen in another way, or had to say that they are there."""
TAKEN = 20
"""Seconds that a printed ticket stays on the screen: the paper says the same. Whoever is slow is asked even then."""


class Pace(NamedTuple):
    """Seconds until the kiosk asks whether somebody is there, and seconds that it asks; 0: it does not ask."""

    quiet: int
    asked: int


def pace(*, taken: bool = False, slow: bool = False) -> Pace:
    """taken: a printed ticket is shown."""
    if taken and not slow:
        return Pace(TAKEN, 0)
    times = SLOW if slow else 1
    return Pace((TAKEN if taken else IDLE) * times, WARNING * times)


class Patience:
    """Begins anew with every touch and every screen."""

    def __init__(self) -> None:
        self.quiet = 0

    def touched(self) -> None:
        self.quiet = 0

    def second_passed(self, pace: Pace) -> bool:
        """One second more. True when the kiosk goes back to the start."""
        self.quiet += 1
        return self.quiet >= sum(pace)

    def left(self, pace: Pace) -> int:
        """Seconds that the question *¿Sigue ahí?* still stays, 0 while it is not asked."""
        return sum(pace) - self.quiet if pace.asked and self.quiet >= pace.quiet else 0
