"""A number for each who waits in a queue: sorting by it gives the order in which the queue's policy would call now.

It changes as seldom as the policy allows, so that a row is not sent again because others were called: never under
plain *legal*, *first come first served* and *strict*.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from shared.domain.order.choose import due, sequence
from shared.domain.order.desk import Desk, Served
from shared.domain.order.line import Line, Waiting
from shared.domain.policy import Rule

CLASS = 10**15  # more than all milliseconds of this era: a class goes wholly before the next one
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def ranks(line: Line, served: Served, at: datetime) -> dict[int, int]:
    """Rank by ticket. Equal ranks go by number of the ticket."""
    policy = served.policy
    everybody = [*line.waiting(preferential=True), *line.waiting(preferential=False)]
    own = {waiting.ticket: _own(waiting, served) for waiting in everybody}
    if policy.rule in (Rule.ACCUMULATING, Rule.RATIO) or policy.guard:
        ahead_of = 10 * CLASS
        order = [one.waiting.ticket for one in sequence({served.queue: line}, Desk(0, (served,)), at)]
        for ticket in reversed(order):  # whoever goes before somebody of a lower number takes the one before that
            ahead_of = own[ticket] = min(own[ticket], ahead_of - 1)
    return own


def stands_by(waiting: Waiting, served: Served, at: datetime) -> tuple[str, datetime | None]:
    """What places a ticket in its queue, in the words of `Because.rule`, and its due date where it has one."""
    policy = served.policy
    until = None if waiting.preferential else due(waiting, served)
    if policy.guard and not waiting.preferential and at - waiting.since >= timedelta(minutes=policy.guard):
        return "guard", until
    match policy.rule:
        case Rule.LEGAL | Rule.STRICT if waiting.preferential:
            return "preferential", until
        case Rule.LEGAL | Rule.STRICT if waiting.appointment:
            return "appointment", until
        case Rule.LEGAL:
            return "due", until
        case Rule.ACCUMULATING:
            return "accumulated", until
        case Rule.RATIO:
            return "preferential" if waiting.preferential else "ratio", until
    return "arrival", until


def _own(waiting: Waiting, served: Served) -> int:
    match served.policy.rule:
        case Rule.LEGAL:
            tier, moment = (0, waiting.date) if waiting.preferential else (1, due(waiting, served))
        case Rule.STRICT:
            tier, moment = (0 if waiting.preferential else 1 if waiting.appointment else 2), waiting.date
        case _:
            tier, moment = 1, waiting.date + served.limit
    return tier * CLASS + (moment - EPOCH) // timedelta(milliseconds=1)
