"""Those who wait in one queue, kept so that the next one is found without looking at the whole line.

A line is a few buckets, one for each kind of ticket in it (`Waiting.kind`), each in the order of `date`. Whatever the
rule, the next one is the first of some bucket.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from datetime import UTC, datetime
from heapq import merge
from typing import NamedTuple

from shared.domain.ticket import Stop, Ticket

SIGN_LANGUAGE = "lsp"
"""Lengua de señas peruana, as skills of advisors name it."""


class Kind(NamedTuple):
    """What tells tickets of one queue apart for the rules."""

    preferential: bool
    service: str
    need: str
    appointment: bool
    only: int = 0


class Waiting(NamedTuple):
    """One who waits; sorts by `date`, then by number of the ticket.

    date: from when it counts: arrival at the centre, kept through all stops; of an ordinary ticket with an appointment
    its slot. since: when this stop became callable. need: language that its advisor should speak, `lsp` for sign
    language, "" for Spanish. only: the one counter that wants it back, 0 for any.
    """

    date: datetime
    ticket: int
    since: datetime
    preferential: bool = False
    service: str = ""
    need: str = ""
    appointment: bool = False
    only: int = 0

    @property
    def kind(self) -> Kind:
        return Kind(self.preferential, self.service, self.need, self.appointment, self.only)


FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of who goes first in line: before all others of its class."""


def standing(ticket: Ticket, stop: Stop | None = None) -> Waiting:
    """How a ticket stands in line at the stop it is at, or would stand at another."""
    stop = stop or ticket.stop
    slot = None if ticket.preferential or stop.first else stop.slot
    need = SIGN_LANGUAGE if ticket.sign else "" if ticket.language == "es" else ticket.language
    since = stop.eligible_at or ticket.issued_at
    date = FIRST if stop.first else slot or stop.counts_from or ticket.issued_at
    appointment = slot is not None
    return Waiting(date, ticket.id, since, ticket.preferential, stop.service, need, appointment, stop.only_at)


class Bucket:
    """Tickets of one kind: by date, and by how long they wait at this stop (`since`)."""

    __slots__ = ("by_since", "items")

    def __init__(self) -> None:
        self.items: list[Waiting] = []
        self.by_since: list[tuple[datetime, int]] = []

    def add(self, waiting: Waiting) -> None:
        insort(self.items, waiting)
        insort(self.by_since, (waiting.since, waiting.ticket))

    def remove(self, waiting: Waiting) -> None:
        del self.items[bisect_left(self.items, waiting)]
        del self.by_since[bisect_left(self.by_since, (waiting.since, waiting.ticket))]

    def first_since(self, moment: datetime) -> Waiting | None:
        """The earliest by date among those who wait since this moment or before it."""
        if not self.by_since or self.by_since[0][0] > moment:
            return None
        return next(waiting for waiting in self.items if waiting.since <= moment)

    def before(self, waiting: Waiting) -> list[Waiting]:
        """Those of an earlier date."""
        return self.items[: bisect_left(self.items, waiting)]

    def copy(self) -> Bucket:
        other = Bucket()
        other.items, other.by_since = self.items.copy(), self.by_since.copy()
        return other


class Line:
    """Those who wait in one queue. `turn`: preferential calls in a row since the last other one."""

    __slots__ = ("_who", "buckets", "turn")

    def __init__(self) -> None:
        self.buckets: dict[Kind, Bucket] = {}
        self.turn = 0
        self._who: dict[int, Waiting] = {}

    def __len__(self) -> int:
        return len(self._who)

    def __iter__(self) -> Iterator[int]:
        """Ticket ids: preferential by date, then the others by date."""
        yield from self.preferential
        yield from self.ordinary

    def __contains__(self, ticket: int) -> bool:
        return ticket in self._who

    @property
    def preferential(self) -> list[int]:
        """Ids by date."""
        return [waiting.ticket for waiting in self.waiting(preferential=True)]

    @property
    def ordinary(self) -> list[int]:
        """Ids by date."""
        return [waiting.ticket for waiting in self.waiting(preferential=False)]

    def waiting(self, *, preferential: bool) -> Iterator[Waiting]:
        """Those of a class, by date."""
        return merge(*(b.items for kind, b in self.buckets.items() if kind.preferential is preferential))

    def of(self, ticket: int) -> Waiting:
        """How a ticket of this line stands in it. Raises KeyError."""
        return self._who[ticket]

    def add(self, ticket: Ticket) -> None:
        self.join(standing(ticket))

    def remove(self, ticket: Ticket) -> None:
        """Raises KeyError when it does not wait here."""
        self.leave(ticket.id)

    def join(self, waiting: Waiting) -> None:
        self.buckets.setdefault(waiting.kind, Bucket()).add(waiting)
        self._who[waiting.ticket] = waiting

    def leave(self, ticket: int) -> Waiting:
        """Raises KeyError when it does not wait here."""
        waiting = self._who.pop(ticket)
        bucket = self.buckets[waiting.kind]
        bucket.remove(waiting)
        if not bucket.items:
            del self.buckets[waiting.kind]
        return waiting

    def take(self, ticket: int) -> Waiting:
        """`leave` for a call: it counts for the turns of a ratio. Raises KeyError."""
        waiting = self.leave(ticket)
        self.called(preferential=waiting.preferential)
        return waiting

    def called(self, *, preferential: bool) -> None:
        self.turn = self.turn + 1 if preferential else 0

    def ahead(self, ticket: int, *, preferential: bool) -> int:
        """How many of this queue came before a ticket that stands in it or joins it, preference counted."""
        before = sum(1 for w in self.waiting(preferential=preferential) if w.ticket < ticket)
        return before if preferential else before + sum(1 for _ in self.waiting(preferential=True))

    def ahead_of(self, joining: Waiting) -> int:
        """How many of this queue stand before one who joins it, by date, preference counted."""
        before = sum(1 for w in self.waiting(preferential=joining.preferential) if w < joining)
        return before if joining.preferential else before + sum(1 for _ in self.waiting(preferential=True))

    def copy(self) -> Line:
        other = Line()
        other.buckets = {kind: bucket.copy() for kind, bucket in self.buckets.items()}
        other._who, other.turn = self._who.copy(), self.turn
        return other
