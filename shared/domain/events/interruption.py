"""What keeps people of the centre from attending, though they are there."""

from __future__ import annotations

from datetime import datetime

from shared.domain.events.fact import Fact


class InterruptionBegan(Fact, frozen=True, tag="interruption_began"):
    """Something cannot be attended from now on: the service named, else the queue, else the entity, else all.

    interruption: counts those of the day, from 1. reason: of INTERRUPTION_REASONS. by: who said so, "" where unknown.
    """

    interruption: int
    reason: str
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""


class InterruptionEnded(Fact, frozen=True, tag="interruption_ended"):
    """It can be attended again."""

    interruption: int


class InterruptionNoted(Fact, frozen=True, tag="interruption_noted"):
    """An interruption as it was, told afterwards: a new one, or in place of what was logged of it before.

    until: null of one that still goes on. The other fields as in `InterruptionBegan`.
    """

    interruption: int
    reason: str
    since: datetime
    until: datetime | None
    entity: str = ""
    queue: str = ""
    service: str = ""
    by: str = ""


class InterruptionWithdrawn(Fact, frozen=True, tag="interruption_withdrawn"):
    """There was none: it was logged by mistake."""

    interruption: int
