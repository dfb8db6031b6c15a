"""The course of a day that is lived again: the hall, its orders, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.hall import Hall
from shared.domain.refusals import Refusal
from shared.domain.replay.agenda import Agenda

Seen = Callable[[Hall, Sequence[e.Event], datetime], None]


@dataclass
class Outcome:
    """What came of a day. overtakes: by one who arrived at the centre later, counted for each who was passed over.

    violations: ordinary tickets called while a preferential one could have been called there. by_people: calls by hand
    and of pending tickets, which are in neither. refused: tickets that the rules did not give. last: when the last
    attention of each queue ended.
    """

    catalogue: Catalogue
    day: Day
    overtakes: int = 0
    violations: int = 0
    by_people: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    last: dict[str, datetime] = field(default_factory=dict)

    def refuse(self, refusal: Refusal) -> None:
        self.refused[refusal.code.value] = self.refused.get(refusal.code.value, 0) + 1


class Course:
    """Orders are given at the moment of the agenda. `seen` is told what happens, before it does."""

    def __init__(self, catalogue: Catalogue, hall: Hall, agenda: Agenda, seen: Seen) -> None:
        self.catalogue, self.hall, self.agenda, self._seen = catalogue, hall, agenda, seen

    def begin(self, orders: Sequence[c.Command]) -> None:
        for command in orders:
            self.order(command)
        self.outcome = Outcome(self.catalogue, self.day)

    @property
    def day(self) -> Day:
        assert self.hall.day is not None
        return self.hall.day

    def order(self, command: c.Command) -> list[e.Event]:
        """Raises Refusal."""
        at = self.agenda.moment
        events = self.hall.decide(command, at)
        self._seen(self.hall, events, at)
        for event in events:
            self.hall.apply(event, at)
        return events

    def happen(self, event: e.Event) -> None:
        """Apply what no order of ours led to."""
        self.hall.apply(event, self.agenda.moment)
