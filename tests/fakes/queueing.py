"""Lines and desks without a log: people come, counters call, and every call is kept with who waited then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from shared.domain.order import Chosen, Desk, Line, Served, Waiting, choose
from shared.domain.policy import Policy

START = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@dataclass
class Called:
    """A call, its desk, and all who could have been called there at that moment, by queue."""

    at: datetime
    desk: Desk
    chosen: Chosen
    here: dict[str, list[Waiting]]

    @property
    def others(self) -> list[Waiting]:
        """All who could have been called instead."""
        return [w for waiting in self.here.values() for w in waiting if w != self.chosen.waiting]


@dataclass
class Queueing:
    """`policies` by queue; all queues have a limit of 15 minutes, their service S2 one of 30."""

    policies: dict[str, Policy]
    at: datetime = START
    lines: dict[str, Line] = field(default_factory=dict)
    calls: list[Called] = field(default_factory=list)
    came: int = 0

    def served(self, queue: str, services: frozenset[str] | None = None) -> Served:
        return Served(queue, self.policies[queue], minutes(15), services, {"S2": minutes(30)})

    def desk(self, *queues: str, speaks: str = "", elsewhere: str = "") -> Desk:
        """A counter of these queues, `Q` or narrowed as in `Q:S1`. `elsewhere`: spoken at another counter."""
        served = []
        for each in queues or tuple(self.policies):
            queue, _, service = each.partition(":")
            served.append(self.served(queue, frozenset([service]) if service else None))
        spoken = frozenset(speaks.split())
        return Desk(1, tuple(served), spoken, minutes(10), lambda need, _queue, _service: need in elsewhere.split())

    def pass_(self, count: float) -> None:
        self.at += minutes(count)

    def come(
        self,
        queue: str = "",
        *,
        preferential: bool = False,
        service: str = "",
        ago: float = 0,
        slot: float | None = None,
        need: str = "",
    ) -> int:
        """`ago`: came to the centre so many minutes before this stop. `slot`: minutes from now."""
        self.came += 1
        date = self.at - minutes(ago) if slot is None or preferential else self.at + minutes(slot)
        appointment = slot is not None and not preferential
        waiting = Waiting(date, self.came, self.at, preferential, service, need, appointment)
        self.lines.setdefault(queue or next(iter(self.policies)), Line()).join(waiting)
        return self.came

    def call(self, desk: Desk | None = None) -> Chosen | None:
        desk = desk or self.desk()
        here = {
            served.queue: [
                self.lines[served.queue].of(ticket)
                for ticket in self.lines.get(served.queue, Line())
                if served.serves(self.lines[served.queue].of(ticket).service)
            ]
            for served in desk.served
        }
        chosen = choose(self.lines, desk, self.at)
        if chosen:
            self.lines[chosen.queue].take(chosen.waiting.ticket)
            self.calls.append(Called(self.at, desk, chosen, here))
        return chosen

    def order(self) -> list[int]:
        """Calls all who wait, now. Their tickets."""
        called = []
        while chosen := self.call():
            called.append(chosen.waiting.ticket)
        return called
