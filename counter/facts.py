"""What the hub shows a counter at one moment, gathered from the mirror."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.domain.catalogue import Catalogue, Service
from shared.lan.mirror import Mirror
from shared.lan.views import (
    AbsentView,
    AttentionView,
    CatalogueView,
    CounterView,
    HallView,
    HeldView,
    HelpView,
    InterruptionView,
    UndoView,
    WaitingView,
)


class Shows(Protocol):
    """The part of the line to the hub that is read."""

    mirror: Mirror
    is_online: bool
    person: str
    change_pin: bool

    def now(self) -> datetime: ...


@dataclass(frozen=True)
class Facts:
    """`waiting`: those this counter may call, in the order of the call. `held`: in the order they were left.

    `absent`: who was called in vain and may still come back. `interruptions`: those that go on and touch this counter.
    `at`: the hub's time when this was gathered. `person`: who
    is signed in at this screen, where that is known.
    """

    online: bool = False
    catalogue: Catalogue | None = None
    hall: HallView | None = None
    counter: CounterView | None = None
    waiting: tuple[WaitingView, ...] = ()
    held: tuple[HeldView, ...] = ()
    absent: tuple[AbsentView, ...] = ()
    at: datetime | None = None
    person: str = ""
    interruptions: tuple[InterruptionView, ...] = ()
    help: tuple[HelpView, ...] = ()

    @classmethod
    def of(cls, link: Shows, number: int) -> Facts:
        """What the counter of this number is shown now."""
        mirror = link.mirror
        shown = mirror.get("catalogue", CatalogueView)
        catalogue = shown.catalogue if shown and number in shown.catalogue.counter else None
        counter = mirror.get("counter", CounterView)
        advisor = counter.advisor if counter else ""
        waiting = [
            w for w in mirror.all(WaitingView) if catalogue and catalogue.serves(number, w.queue, w.service, advisor)
        ]
        return cls(
            online=link.is_online,
            catalogue=catalogue,
            hall=mirror.get("hall", HallView),
            counter=counter,
            waiting=tuple(sorted(waiting, key=lambda w: (w.rank, w.ticket))),
            held=tuple(sorted(mirror.all(HeldView), key=lambda h: h.since)),
            absent=tuple(sorted(mirror.all(AbsentView), key=lambda a: a.since)),
            interruptions=tuple(sorted(mirror.all(InterruptionView), key=lambda i: i.since)),
            help=tuple(sorted(mirror.all(HelpView), key=lambda h: h.since)),
            at=link.now(),
            person=link.person,
        )

    @property
    def attention(self) -> AttentionView | None:
        return self.counter.attention if self.counter and self.advisor else None

    @property
    def undo(self) -> UndoView | None:
        """What this counter can still take back."""
        undo = self.counter.undo if self.counter and self.advisor else None
        return undo if undo and (self.at is None or self.at <= undo.until) else None

    @property
    def seated(self) -> str:
        """Who has the counter, or ""."""
        return self.counter.advisor if self.counter and self.counter.status != "closed" else ""

    @property
    def advisor(self) -> str:
        """Who has the counter and is signed in at this screen, or ""."""
        return self.seated if self.person in ("", self.seated) else ""

    @property
    def day_open(self) -> bool:
        return self.hall is not None and self.hall.open

    @property
    def services_here(self) -> tuple[Service, ...]:
        """The services this counter serves, in the catalogue's order."""
        catalogue, counter = self.catalogue, self.counter
        if catalogue is None or counter is None:
            return ()
        return tuple(s for s in catalogue.services if catalogue.serves(counter.counter, s.queue, s.code))
