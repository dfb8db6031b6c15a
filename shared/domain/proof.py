"""The proof of preferential attention: for every call of a day, whether an ordinary ticket passed a preferential one.

It looks at the events alone and at who waited when each call was made, not at the reasons that calls carry beyond who
chose, and it does not use `order`: a mistake there is found here. The call of an ordinary ticket, while a preferential
one waited that the same counter and advisor could have attended, is

- a fault, where the hub chose by itself;
- an exception, where a person chose, where the ticket was on its way back to somebody (any rule that is not in
  AUTOMATIC), or where the policy of the queue allows it, for which somebody answers. Each is listed with who and why.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from shared.domain import events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Day
from shared.domain.ticket import Ticket

AUTOMATIC = frozenset({"preferential", "arrival", "due", "appointment", "guard", "accumulated", "ratio"})
"""Values of `Because.rule` under which nobody but the hub chose."""

BY_POLICY = "policy"


class Passing(msgspec.Struct, frozen=True):
    """An ordinary ticket that was called before preferential ones, at a counter that could attend them.

    who: id of the advisor who called it, or of who answers for the policy. how: `policy`, or the rule of the call
    (`by_hand`, `resumed`); for a fault the rule that the hub stated. why: the reason of the policy, or why the ticket
    had been left pending. passed: the preferential tickets, by arrival.
    """

    at: datetime
    ticket: int
    number: str
    counter: int
    who: str
    how: str
    why: str
    passed: tuple[int, ...]
    passed_numbers: tuple[str, ...]


class Proof:
    """Of one day, as far as its events were told."""

    def __init__(self) -> None:
        self.calls = 0
        self.ordinary = 0  # of these, calls of ordinary tickets that the hub chose by itself
        self.faults: list[Passing] = []
        self.exceptions: list[Passing] = []

    def note(self, catalogue: Catalogue, day: Day, event: e.DayEvent, at: datetime) -> None:
        """Look at an event of the day before the day takes it."""
        if not isinstance(event, e.TicketCalled | e.TicketResumed):
            return
        self.calls += 1
        ticket = day.tickets[event.ticket]
        if ticket.preferential:
            return
        automatic = isinstance(event, e.TicketCalled) and event.because.rule in AUTOMATIC
        self.ordinary += automatic
        passed = passed_over(catalogue, day, event.counter, event.advisor)
        if not passed:
            return
        policies = [catalogue.queue[t.stop.queue].policy for t in (ticket, *passed)]
        allowed = all(policy.yields for policy in policies[1:])
        how, who, why = event.because.rule, event.advisor, ticket.stop.held_reason
        if automatic and allowed:
            policy = next(policy for policy in policies if policy.yields)
            how, who, why = BY_POLICY, policy.acknowledged_by, policy.reason
        passing = Passing(
            at,
            ticket.id,
            ticket.text,
            event.counter,
            who,
            how,
            why,
            tuple(t.id for t in passed),
            tuple(t.text for t in passed),
        )
        (self.faults if automatic and not allowed else self.exceptions).append(passing)


def passed_over(catalogue: Catalogue, day: Day, counter: int, advisor: str) -> list[Ticket]:
    """The preferential tickets that wait and that this counter and advisor can attend, by arrival."""
    waiting = (
        day.tickets[ticket] for queue in catalogue.counter[counter].queues for ticket in day.line(queue).preferential
    )
    found = (
        t
        for t in waiting
        if catalogue.serves(counter, t.stop.queue, t.stop.service, advisor)
        and getattr(t.stop, "only_at", 0) in (0, counter)  # another counter wants it back
    )
    return sorted(found, key=lambda t: (t.issued_at, t.id))
