"""When the numbers of a queue end before its entity closes: the policy, as the centre file has it."""

from __future__ import annotations

from datetime import time
from enum import StrEnum

import msgspec


class Ending(StrEnum):
    """NONE: numbers are given until the entity closes. FIXED: until an hour. FORECAST: while whoever comes will still
    be attended before it closes, more likely than not. CAPPED: so many a day."""

    NONE = "none"
    FIXED = "fixed"
    FORECAST = "forecast"
    CAPPED = "capped"


class LastTicket(msgspec.Struct, frozen=True):
    """`at` of FIXED, `count` of CAPPED."""

    rule: Ending = Ending.NONE
    at: time | None = None
    count: int = 0


class Override(StrEnum):
    """What the supervisor decides for today: the policy, numbers until the entity closes, or no more from now on."""

    POLICY = "policy"
    EXTENDED = "extended"
    STOPPED = "stopped"
