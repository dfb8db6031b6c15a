"""Who can be given to a counter: its queues and services, and the skills of who attends there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from shared.domain.languages.tags import speaks
from shared.domain.order.line import Kind
from shared.domain.policy import LEGAL, Policy

Elsewhere = Callable[[str, str, str], bool]
"""Whether a language is spoken at an open counter for this queue and service: (need, queue, service)."""


def nowhere(_need: str, _queue: str, _service: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Served:
    """A queue as one desk serves it. `services`: None for all. `limit`: ANS wait limit; `limits`: of services that
    have their own."""

    queue: str
    policy: Policy = LEGAL
    limit: timedelta = timedelta(minutes=15)
    services: frozenset[str] | None = None
    limits: Mapping[str, timedelta] = field(default_factory=dict)

    def serves(self, service: str) -> bool:
        return self.services is None or not service or service in self.services

    def limit_of(self, service: str) -> timedelta:
        return self.limits.get(service, self.limit)


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter with its advisor. `hold`: for how long a ticket is kept for who speaks its language `elsewhere`."""

    counter: int
    served: tuple[Served, ...]
    speaks: frozenset[str] = frozenset()
    hold: timedelta = timedelta(minutes=10)
    elsewhere: Elsewhere = nowhere

    def takes(self, kind: Kind) -> bool:
        """Whether no other counter wants these back; counter 0 stands for all of them."""
        return kind.only in (0, self.counter) or not self.counter

    def keeps(self, queue: str, kind: Kind) -> bool:
        """Whether tickets of this kind are kept, for a while, for an advisor at another counter."""
        return bool(kind.need) and not speaks(self.speaks, kind.need) and self.elsewhere(kind.need, queue, kind.service)
