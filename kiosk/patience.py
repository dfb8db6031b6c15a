"""How long a screen waits for somebody who does not touch it. Counts seconds; knows no clock."""

from __future__ import annotations

IDLE = 45
"""Seconds without a touch until the kiosk asks whether somebody is there."""
WARNING = 15
"""Seconds that the question stays (mac-domain D10: warn, and let people ask for more, as often as they like)."""
SLOW = 3
"""How many times longer all of it is for whoever uses the screen in another way."""
TAKEN = 20
"""Seconds that a printed ticket stays on the screen: the paper says the same."""


class Patience:
    """Begins anew with every touch and every screen."""

    def __init__(self) -> None:
        self.quiet = 0

    def touched(self) -> None:
        self.quiet = 0

    def second_passed(self, *, asks: bool, slow: bool = False) -> bool:
        """One second more. True when the kiosk goes back to the start; `asks`: it warns before."""
        self.quiet += 1
        return self.quiet >= (IDLE + WARNING if asks else TAKEN) * (SLOW if slow else 1)

    def left(self, *, asks: bool, slow: bool = False) -> int:
        """Seconds that the question *¿Sigue ahí?* still stays, 0 while it is not asked."""
        times = SLOW if slow else 1
        return (IDLE + WARNING) * times - self.quiet if asks and self.quiet >= IDLE * times else 0
