"""Both folds side by side: the whole state of a centre, and the one gate through which orders become facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shared.domain import decide
from shared.domain.catalogue import Catalogue
from shared.domain.centre import Centre
from shared.domain.commands import Command
from shared.domain.day import Day
from shared.domain.events import (
    CentreEvent,
    DayClosed,
    DayOpened,
    Event,
    UnknownEvent,
)
from shared.domain.proof import Proof


class Hall:
    """A centre as its log tells it. `day` is the last service day, open or closed, or None before the first.

    `proof`: of preferential attention on that day.
    """

    def __init__(self) -> None:
        self.centre = Centre()
        self.day: Day | None = None
        self.proof = Proof()
        self._closed_with: Catalogue | None = None

    @property
    def closed_with(self) -> Catalogue:
        """The catalogue in force when the last day closed. Raises LookupError in a centre that never had one."""
        return self._closed_with or self.centre.catalogue

    def decide(self, command: Command, at: datetime, same_person: Sequence[int] = ()) -> list[Event]:
        """What follows from an order given now. Changes nothing. Raises Refusal.

        same_person: tickets of today of the person whom it is for, as far as a document tells.
        """
        return decide.decide(self.centre, self.day, command, at, same_person)

    def apply(self, event: Event | UnknownEvent, at: datetime) -> None:
        """Take one event of the log, in order. An event of a newer version is skipped."""
        if isinstance(event, UnknownEvent):
            return
        if isinstance(event, CentreEvent):
            self.centre.apply(event, at)
            return
        if isinstance(event, DayOpened):
            self.day = Day(event.day)
            self.proof = Proof()
            self.centre.last_day = event.day
        if self.day is not None:
            self.proof.note(self.centre.catalogue, self.day, event, at)
            self.day.apply(event, at)
        if isinstance(event, DayClosed):
            self._closed_with = self.centre.catalogue
