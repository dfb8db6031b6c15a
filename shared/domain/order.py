"""Who is called next, and why.

The rule of this version, *legal*: preferential attention first (Ley 28683 exempts its beneficiaries from turns; one
class, first come first served inside it, at any compatible counter), then first come first served. A ticket comes as
early as it was issued: a second stop, a transfer or a release keeps that place.

Bound: a preferential ticket is overtaken by nobody who came later. An ordinary one waits for every preferential
ticket that comes before its call; the rule alone gives no limit to that.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from shared.domain.catalogue import Catalogue
from shared.domain.events import Because
from shared.domain.ticket import Ticket

POLICY = "legal"


class Line:
    """Those who wait in one queue: two lists of ticket ids, each in the order of arrival (ids grow with it)."""

    __slots__ = ("ordinary", "preferential")

    def __init__(self) -> None:
        self.preferential: list[int] = []
        self.ordinary: list[int] = []

    def __len__(self) -> int:
        return len(self.preferential) + len(self.ordinary)

    def __iter__(self) -> Iterator[int]:
        return chain(self.preferential, self.ordinary)

    def add(self, ticket: Ticket) -> None:
        insort(self._of(ticket), ticket.id)

    def remove(self, ticket: Ticket) -> None:
        self._of(ticket).remove(ticket.id)

    def ahead(self, ticket: int, *, preferential: bool) -> int:
        """How many of this queue would be called before a ticket that stands in it or joins it."""
        before = bisect_left(self.preferential, ticket)
        return before if preferential else len(self.preferential) + bisect_left(self.ordinary, ticket)

    def _of(self, ticket: Ticket) -> list[int]:
        return self.preferential if ticket.preferential else self.ordinary


def rank(ticket: Ticket) -> int:
    """A number that sorts waiting tickets of a queue in the order of the rule."""
    return ticket.id if ticket.preferential else ticket.id + 10**15


def compatible(
    catalogue: Catalogue, counter: int, lines: dict[str, Line], tickets: dict[int, Ticket]
) -> tuple[list[int], list[int]]:
    """Tickets that wait and can be served at a counter: preferential and ordinary, each in order of arrival."""
    preferential: list[int] = []
    ordinary: list[int] = []
    narrowed = bool(catalogue.counter[counter].services)
    for queue in catalogue.counter[counter].queues:
        line = lines.get(queue)
        if line is None:
            continue
        for here, found in ((line.preferential, preferential), (line.ordinary, ordinary)):
            found.extend(t for t in here if not narrowed or catalogue.serves(counter, queue, tickets[t].stop.service))
    return sorted(preferential), sorted(ordinary)


def choose(
    catalogue: Catalogue,
    counter: int,
    lines: dict[str, Line],
    tickets: dict[int, Ticket],
    at: datetime,
    going_on: Ticket | None = None,
) -> tuple[Ticket, Because] | None:
    """The ticket to call at a counter and why, or None when nobody compatible waits.

    `going_on`: the ticket that finishes there with this same order; from then on its next stop waits too.
    """
    preferential, ordinary = compatible(catalogue, counter, lines, tickets)
    if going_on and (stop := going_on.next_stop) and catalogue.serves(counter, stop.queue, stop.service):
        insort(preferential if going_on.preferential else ordinary, going_on.id)
    if not preferential and not ordinary:
        return None
    chosen = tickets[(preferential or ordinary)[0]]
    rule = "preferential" if preferential else "arrival"
    passed = [ticket for ticket in ordinary if ticket < chosen.id]
    seconds = 0 if chosen is going_on else waited(chosen, at)
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
