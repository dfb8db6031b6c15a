"""What a citizen said of a visit."""

from __future__ import annotations

from shared.domain.events.fact import Fact


class VisitRated(Fact, frozen=True, tag="visit_rated"):
    """The citizen of a ticket said how the last stop that was served was: from 1 (very bad) to 5 (very good)."""

    ticket: int
    stop: int
    attention: int
    satisfaction: int
