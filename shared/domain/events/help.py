"""People who need somebody to come."""

from __future__ import annotations

from shared.domain.events.fact import Fact


class HelpAsked(Fact, frozen=True, tag="help_asked"):
    """Somebody at this kiosk asked for a person."""

    device: str


class HelpAnswered(Fact, frozen=True, tag="help_answered"):
    """Somebody goes there."""

    device: str
