"""How long a counter needs for one ticket, learnt per service and hour from the centre's own turns.

A turn is the time a counter spends on a ticket while others wait: from the end of the one before, or from the call,
to the end. What is new weighs `1 / weight`, and `weight` stops growing at MEMORY: the mean follows a change. An hour
begins with what the whole day of its service has shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from shared.domain.catalogue import Catalogue, Purpose, Service
from shared.domain.events import Learnt

ALL = -1  # in place of an hour
PRIOR = 20.0  # turns that the centre file's mean weighs as much as
MEMORY = 400.0  # turns until what was learnt first weighs 1/e
HOUR_PRIOR = 40.0
HOUR_MEMORY = 160.0
LONGEST = 8.0  # times the mean: whatever lasts longer (a finish forgotten) counts as that long
PRESENTATION = 45.0  # seconds from the call to the start, until learnt
VARIATION = {Purpose.PICKUP: 0.5, Purpose.GUIDANCE: 1.0}
VARIATION_OTHERWISE = 0.7


class Turn(NamedTuple):
    """Law of a turn: its mean in seconds and its coefficient of variation."""

    mean: float
    variation: float


@dataclass(slots=True)
class Learned:
    """Exponentially weighted moments of turns, in seconds."""

    weight: float
    mean: float
    square: float

    def note(self, seconds: float, memory: float) -> None:
        self.weight = min(self.weight + 1, memory)
        seconds = min(seconds, LONGEST * self.mean) if self.mean else seconds
        self.mean += (seconds - self.mean) / self.weight
        self.square += (seconds**2 - self.square) / self.weight

    @property
    def turn(self) -> Turn:
        if self.mean < 1:
            return Turn(1.0, VARIATION_OTHERWISE)
        return Turn(self.mean, min(2.0, max(0.1, sqrt(max(0.0, self.square / self.mean**2 - 1)))))


@dataclass(slots=True)
class Pace:
    """All that a centre has learnt of its turns, by service and hour of UTC (a fold needs no time zone)."""

    of: dict[str, dict[int, Learned]] = field(default_factory=dict)

    @classmethod
    def learnt_before(cls, learnt: Iterable[Learnt]) -> Pace:
        pace = cls()
        for one in learnt:
            square = one.mean**2 * (1 + one.variation**2)
            pace.of.setdefault(one.service, {})[one.hour] = Learned(one.weight, one.mean, square)
        return pace

    def note(self, service: str, hour: int, seconds: float) -> None:
        """One more turn of a service (or of a queue, by its prefix)."""
        hours = self.of.setdefault(service, {ALL: Learned(0.0, 0.0, 0.0)})
        whole = hours[ALL]
        whole.note(seconds, MEMORY)
        if hour not in hours:
            hours[hour] = Learned(HOUR_PRIOR, whole.mean, whole.square)
        hours[hour].note(seconds, HOUR_MEMORY)

    def turn(self, service: str, hour: int) -> Turn | None:
        """The law of a turn, or None for what was never seen."""
        hours = self.of.get(service)
        return (hours.get(hour) or hours[ALL]).turn if hours else None

    def learnt(self) -> tuple[Learnt, ...]:
        return tuple(
            Learnt(service, hour, round(one.weight, 1), round(one.mean, 1), round(one.turn.variation, 3))
            for service, hours in sorted(self.of.items())
            for hour, one in sorted(hours.items())
        )


def turn_of(catalogue: Catalogue, pace: Pace, queue: str, service: str, hour: int) -> Turn:
    """As learnt; for what was never seen, as the centre file says."""
    return pace.turn(service or queue, hour) or prior(catalogue, queue, catalogue.service.get(service))


def prior(catalogue: Catalogue, queue: str, service: Service | None = None) -> Turn:
    variation = VARIATION.get(service.purpose, VARIATION_OTHERWISE) if service else VARIATION_OTHERWISE
    return Turn(catalogue.queue[queue].mean_minutes * 60 + PRESENTATION, variation)


def first_pace(catalogue: Catalogue, pace: Pace | None) -> tuple[Learnt, ...]:
    """What a day begins with: what was learnt until now, and the centre file's means for the rest."""
    known: dict[str, list[Learnt]] = {}
    for one in pace.learnt() if pace else ():
        known.setdefault(one.service, []).append(one)
    begins: list[Learnt] = []
    for queue in catalogue.queues:
        services = [None, *catalogue.services_of[queue.prefix]]
        for service in services:
            code = service.code if service else queue.prefix
            turn = prior(catalogue, queue.prefix, service)
            begins += known.get(code) or [Learnt(code, ALL, PRIOR, round(turn.mean, 1), turn.variation)]
    return tuple(begins)
