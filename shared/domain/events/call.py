"""What the hall hears of a call."""

from __future__ import annotations

from shared.domain.events.fact import Fact


class CallSpoken(Fact, frozen=True, tag="call_spoken"):
    """A board has announced a call to its end. aloud: with sound, and not only on its screen."""

    ticket: int
    counter: int
    call: int
    aloud: bool = True
