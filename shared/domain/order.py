"""Who is called next, and why.

The rule of this version, *legal*: preferential attention first (Ley 28683 exempts its beneficiaries from turns; one
class, first come first served inside it, at any compatible counter), then first come first served. A ticket comes as
early as it was issued: a second stop, a transfer or a release keeps that place.

Bound: a preferential ticket is overtaken by nobody who came later. An ordinary one waits for every preferential
ticket that comes before its call; the rule alone gives no limit to that.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from shared.domain.catalogue import Catalogue
from shared.domain.events import Because
from shared.domain.ticket import Seat, Stop, Ticket

POLICY = "legal"


class Line:
    """Those who wait in one queue: two lists of ticket ids, each in the order of their seats (of arrival)."""

    __slots__ = ("_seats", "ordinary", "preferential")

    def __init__(self) -> None:
        self._seats: dict[int, Seat] = {}
        self.preferential: list[int] = []
        self.ordinary: list[int] = []

    def __len__(self) -> int:
        return len(self.preferential) + len(self.ordinary)

    def __iter__(self) -> Iterator[int]:
        return chain(self.preferential, self.ordinary)

    def add(self, ticket: Ticket) -> None:
        self._seats[ticket.id] = ticket.seat
        insort(self._of(ticket), ticket.id, key=self._seats.__getitem__)

    def remove(self, ticket: Ticket) -> None:
        self._of(ticket).remove(ticket.id)
        del self._seats[ticket.id]

    def ahead(self, ticket: int, *, preferential: bool) -> int:
        """How many of this queue would be called before a ticket that stands in it or joins it."""
        line = self.preferential if preferential else self.ordinary
        before = line.index(ticket) if ticket in self._seats else len(line)
        return before if preferential else len(self.preferential) + before

    def ahead_of(self, ticket: Ticket, seat: Seat) -> int:
        """How many would be called before a ticket that joins on this seat."""
        before = bisect_left(self._of(ticket), seat, key=self._seats.__getitem__)
        return before if ticket.preferential else len(self.preferential) + before

    def _of(self, ticket: Ticket) -> list[int]:
        return self.preferential if ticket.preferential else self.ordinary


def rank(ticket: Ticket) -> int:
    """A number that sorts waiting tickets of a queue in the order of the rule, below 2^53: JavaScript reads it too."""
    later, arrival, _ = ticket.seat
    by_arrival = int(arrival.timestamp()) * 100_000 + ticket.id % 100_000
    return by_arrival + 10**15 * later + 2 * 10**15 * (not ticket.preferential)


def compatible(
    catalogue: Catalogue, counter: int, lines: dict[str, Line], tickets: dict[int, Ticket]
) -> tuple[list[int], list[int]]:
    """Tickets that wait and can be served at a counter: preferential and ordinary, each in order of arrival."""
    preferential: list[int] = []
    ordinary: list[int] = []
    for queue in catalogue.counter[counter].queues:
        line = lines.get(queue)
        if line is None:
            continue
        for here, found in ((line.preferential, preferential), (line.ordinary, ordinary)):
            found.extend(t for t in here if served_at(catalogue, counter, tickets[t].stop))
    return _by_seat(preferential, tickets), _by_seat(ordinary, tickets)


def served_at(catalogue: Catalogue, counter: int, stop: Stop) -> bool:
    """Whether this counter attends a stop: its queue, its service, and no other counter wants it back."""
    return stop.only_at in (0, counter) and catalogue.serves(counter, stop.queue, stop.service)


def _by_seat(ids: list[int], tickets: dict[int, Ticket]) -> list[int]:
    return sorted(ids, key=lambda ticket: tickets[ticket].seat)


def choose(
    catalogue: Catalogue,
    counter: int,
    lines: dict[str, Line],
    tickets: dict[int, Ticket],
    at: datetime,
    going_on: Sequence[tuple[Ticket, Stop]] = (),
) -> tuple[Ticket, Because] | None:
    """The ticket to call at a counter and why, or None when nobody compatible waits.

    `going_on`: the tickets that finish there with this same order, and the stops that wait from then on.
    """
    preferential, ordinary = compatible(catalogue, counter, lines, tickets)
    joining = {ticket.id: ticket.seat_at(stop) for ticket, stop in going_on if served_at(catalogue, counter, stop)}
    for line, preference in ((preferential, True), (ordinary, False)):
        line += (ticket for ticket in joining if tickets[ticket].preferential is preference)
        line.sort(key=lambda ticket: joining.get(ticket) or tickets[ticket].seat)
    if not preferential and not ordinary:
        return None
    chosen = tickets[(preferential or ordinary)[0]]
    rule = "preferential" if preferential else "arrival"
    passed = [ticket for ticket in (*preferential, *ordinary) if ticket < chosen.id]
    seconds = 0 if any(chosen is ticket for ticket, _ in going_on) else waited(chosen, at)
    return chosen, Because(rule, seconds, len(preferential) + len(ordinary), tuple(passed))


def by_hand(
    catalogue: Catalogue,
    counter: int,
    ticket: Ticket,
    lines: dict[str, Line],
    tickets: dict[int, Ticket],
    at: datetime,
) -> Because:
    """The reason of a call that an advisor made by hand: whom the rule would have called before stays on record."""
    preferential, ordinary = compatible(catalogue, counter, lines, tickets)
    in_order = preferential + ordinary
    return Because("by_hand", waited(ticket, at), len(in_order), tuple(in_order[: in_order.index(ticket.id)]))


def waited(ticket: Ticket, at: datetime) -> int:
    """Seconds since the stop at hand became callable."""
    since = ticket.stop.eligible_at or ticket.issued_at
    return max(0, round((at - since).total_seconds()))
