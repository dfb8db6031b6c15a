"""The choice of a counter: which of those who wait is called next, and why.

At a counter that serves several queues, each with its policy:

1. While a preferential ticket of a queue that does not yield (`Policy.yields`) waits here, the preferential tickets of
   all its queues go first, by arrival. So under plain *legal* no ordinary ticket passes one, whatever the others are.
2. Otherwise each queue names one by its own policy. An ordinary ticket is not named while a preferential one waits in
   another queue, unless it has waited out its guard: a queue passes only over its own preferential tickets.
3. Of those named, preferential tickets and those past their guard go first, by date. Then the earliest due date; by
   date alone where none of the queues is *legal*.

Language never lets an ordinary ticket pass a preferential one: a preferential ticket is kept for an advisor of its
language only while another preferential ticket can be called here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from shared.domain.events import Because
from shared.domain.order.desk import Desk, Served
from shared.domain.order.line import Bucket, Kind, Line, Waiting
from shared.domain.policy import Policy, Rule

Lines = Mapping[str, Line]


class Pick(NamedTuple):
    """One who is called, of which queue and by which rule: see `Because.rule`. past: whether past its guard."""

    waiting: Waiting
    served: Served
    rule: str
    past: bool = False


class Chosen(NamedTuple):
    queue: str
    waiting: Waiting
    because: Because


def choose(lines: Lines, desk: Desk, at: datetime) -> Chosen | None:
    """Whom a counter calls at a moment and why, or None when nobody can be given to it. Changes nothing.

    Whoever is called is then taken with `lines[chosen.queue].take(chosen.waiting.ticket)`.
    """
    found = pick(lines, desk, at)
    if found is None:
        return None
    return Chosen(found.served.queue, found.waiting, explain(lines, desk, found, at))


def pick(lines: Lines, desk: Desk, at: datetime) -> Pick | None:
    """`choose` without the reason in full: what a simulation needs."""
    here = [_Here(served, line, desk, at) for served in desk.served if (line := lines.get(served.queue))]
    if any(queue.free_preferential for queue in here):
        for queue in here:
            queue.keep_preferential()
    preferential = [queue for queue in here if queue.has_preferential]
    if any(not queue.policy.yields for queue in preferential):
        one, served = min((one, queue.served) for queue in preferential if (one := queue.first_preferential()))
        return Pick(one, served, "preferential")
    named = [pick for queue in here if (pick := _named(queue, preferential))]
    by_due = any(pick.served.policy.rule is Rule.LEGAL for pick in named)
    return min(named, key=lambda pick: _between_queues(pick, by_due=by_due), default=None)


def sequence(lines: Lines, desk: Desk, at: datetime) -> Iterator[Pick]:
    """All who can be given to a counter, in the order in which it would call them if it called them all now."""
    left = {served.queue: lines[served.queue].copy() for served in desk.served if served.queue in lines}
    while one := pick(left, desk, at):
        left[one.served.queue].take(one.waiting.ticket)
        yield one


def by_hand(lines: Lines, desk: Desk, queue: str, ticket: int, at: datetime) -> Because:
    """The reason of a call that an advisor made by hand: whom the rule would have called before stays on record."""
    passed: list[int] = []
    for one in sequence(lines, desk, at):
        if one.waiting.ticket == ticket:
            break
        passed.append(one.waiting.ticket)
    served = next(served for served in desk.served if served.queue == queue)
    reason = explain(lines, desk, Pick(lines[queue].of(ticket), served, "by_hand"), at)
    return _with_passed(reason, tuple(passed))


def explain(lines: Lines, desk: Desk, one: Pick, at: datetime) -> Because:
    """The reason of a pick: what it was compared with, and who of those came before."""
    compared, before = 0, list[Waiting]()
    kept = set[int]()
    for served, kind, bucket in compatible(lines, desk):
        compared += len(bucket.items)
        earlier = bucket.before(one.waiting)
        before += earlier
        if earlier and desk.keeps(served.queue, kind):
            kept.update(waiting.ticket for waiting in earlier if at - waiting.since < _hold(desk, served.policy))
    before.sort()
    waiting = one.waiting
    rule = "due" if one.rule == "arrival" and before and one.served.policy.rule is Rule.LEGAL else one.rule
    return Because(
        rule,
        max(0, round((at - waiting.since).total_seconds())),
        compared,
        tuple(w.ticket for w in before),
        policy=one.served.policy.text,
        kind="preferential" if waiting.preferential else "appointment" if waiting.appointment else "ordinary",
        due=None if waiting.preferential else due(waiting, one.served),
        guard=one.served.policy.guard,
        kept=tuple(w.ticket for w in before if w.ticket in kept),
    )


def compatible(lines: Lines, desk: Desk) -> Iterator[tuple[Served, Kind, Bucket]]:
    """All who can be given to a counter, in their buckets."""
    for served in desk.served:
        line = lines.get(served.queue)
        for kind, bucket in line.buckets.items() if line else ():
            if served.serves(kind.service) and desk.takes(kind):
                yield served, kind, bucket


def due(waiting: Waiting, served: Served) -> datetime:
    """Until when a ticket should be called: its slot, or its arrival and the ANS wait limit of its service."""
    return waiting.date if waiting.appointment else waiting.date + served.limit_of(waiting.service)


class _Here:
    """What one queue can give to a desk at a moment: the first of each bucket that fits, and who is past the guard."""

    __slots__ = ("_for_others", "at", "desk", "fitting", "kept", "line", "policy", "served")

    def __init__(self, served: Served, line: Line, desk: Desk, at: datetime) -> None:
        self.served, self.line, self.desk, self.at = served, line, desk, at
        self.policy = served.policy
        self.fitting = [
            (kind, bucket) for kind, bucket in line.buckets.items() if served.serves(kind.service) and desk.takes(kind)
        ]
        self._for_others = {kind for kind, _ in self.fitting if kind.need and desk.keeps(served.queue, kind)}
        # Preferential ones are kept only where another preferential ticket can be called.
        self.kept = {kind for kind in self._for_others if not kind.preferential}

    @property
    def has_preferential(self) -> bool:
        return any(kind.preferential for kind, _ in self.fitting)

    @property
    def free_preferential(self) -> bool:
        """Whether a preferential ticket that is not kept for its language can be called here."""
        moment = self.at - _hold(self.desk, self.policy)
        return any(
            kind.preferential and (kind not in self._for_others or bucket.first_since(moment))
            for kind, bucket in self.fitting
        )

    def keep_preferential(self) -> None:
        self.kept = self._for_others

    def heads(self) -> Iterator[Waiting]:
        for kind, bucket in self.fitting:
            if kind in self.kept:
                if waiting := bucket.first_since(self.at - _hold(self.desk, self.policy)):
                    yield waiting
            else:
                yield bucket.items[0]

    def first_preferential(self) -> Waiting | None:
        return min((head for head in self.heads() if head.preferential), default=None)

    def past_guard(self) -> Waiting | None:
        """The earliest by date of those who have waited out the guard."""
        if not self.policy.guard:
            return None
        moment = self.at - timedelta(minutes=self.policy.guard)
        return min((w for _, bucket in self.fitting if (w := bucket.first_since(moment))), default=None)


def _named(queue: _Here, preferential: Iterable[_Here]) -> Pick | None:
    """The one that a queue names: by its policy, and by what it owes to the preferential tickets of other queues."""
    one = _by_policy(queue)
    if one is None or one.waiting.preferential or one.past or all(other is queue for other in preferential):
        return one
    own = queue.first_preferential()
    return Pick(own, queue.served, "preferential") if own else None


def _by_policy(queue: _Here) -> Pick | None:
    heads = list(queue.heads())
    if not heads:
        return None
    waiting, rule = _RULES[queue.policy.rule](queue, heads)
    past = queue.past_guard()
    if past and past is not waiting and (not waiting.preferential or past < waiting):
        waiting, rule = past, "guard"
    return Pick(waiting, queue.served, rule, past is waiting)


def _legal(queue: _Here, heads: list[Waiting]) -> tuple[Waiting, str]:
    preferential = [head for head in heads if head.preferential]
    if preferential:
        return min(preferential), "preferential"
    one = min(heads, key=lambda head: (due(head, queue.served), head))
    return one, "appointment" if one.appointment else "arrival"


def _fcfs(_queue: _Here, heads: list[Waiting]) -> tuple[Waiting, str]:
    return min(heads), "arrival"


def _strict(_queue: _Here, heads: list[Waiting]) -> tuple[Waiting, str]:
    one = min(heads, key=lambda head: (not head.preferential, not head.appointment, head))
    return one, "preferential" if one.preferential else "appointment" if one.appointment else "arrival"


def _accumulating(queue: _Here, heads: list[Waiting]) -> tuple[Waiting, str]:
    def key(head: Waiting) -> tuple[float, Waiting]:
        return -rate(queue.policy, head) * (queue.at - head.date).total_seconds(), head

    return min(heads, key=key), "accumulated"


def _ratio(queue: _Here, heads: list[Waiting]) -> tuple[Waiting, str]:
    preferential = [head for head in heads if head.preferential]
    others = [head for head in heads if not head.preferential]
    if preferential and (queue.line.turn < queue.policy.ratio or not others):
        return min(preferential), "preferential"
    return min(others), "ratio" if preferential else "arrival"


_RULES = {
    Rule.LEGAL: _legal,
    Rule.FCFS: _fcfs,
    Rule.STRICT: _strict,
    Rule.ACCUMULATING: _accumulating,
    Rule.RATIO: _ratio,
}


def rate(policy: Policy, waiting: Waiting) -> float:
    """How fast a ticket gains on the others under ACCUMULATING."""
    if waiting.preferential:
        return policy.preferential
    return policy.appointment if waiting.appointment else policy.ordinary


def _between_queues(one: Pick, *, by_due: bool) -> tuple[bool, datetime, Waiting]:
    urgent = one.waiting.preferential or one.past
    return not urgent, due(one.waiting, one.served) if by_due and not urgent else one.waiting.date, one.waiting


def _hold(desk: Desk, policy: Policy) -> timedelta:
    """A ticket past its guard is kept for nobody."""
    return min(desk.hold, timedelta(minutes=policy.guard)) if policy.guard else desk.hold


def _with_passed(reason: Because, passed: tuple[int, ...]) -> Because:
    return Because(
        reason.rule,
        reason.waited,
        reason.compared,
        passed,
        policy=reason.policy,
        kind=reason.kind,
        due=reason.due,
        guard=reason.guard,
        kept=tuple(ticket for ticket in reason.kept if ticket in passed),
    )
