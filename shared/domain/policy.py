"""The policies of a queue: in which order its tickets are called, and what each rule promises at most.

The bounds are of one queue and of automatic calls; how queues mix at a counter is told in `order/choose.py`, and what
a ticket's date is in `order/line.py`. A ticket kept for an advisor of its language may wait `language_minutes` more.
`docs/algorithms.md` says the same to people; `tests/shared/domain/order/test_bounds.py` tries to break each bound.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Rule(StrEnum):
    """How the next ticket of a queue is found.

    LEGAL: preferential first, by arrival; then the earliest due date (arrival + ANS wait limit; for an appointment its
    slot); arrival breaks ties. Bound: nobody who came later is called before a preferential ticket; before an ordinary
    one only preferential tickets and those who are due earlier, so of equal limits nobody else who came later.
    No bound to the number of preferential tickets.

    FCFS: first come, first served; an appointment counts from its slot. Bound: nobody who came later, by that count, is
    called before.

    STRICT: preferential, then appointments, then the others, each by arrival. Bound: nobody of the same or a lower
    class who came later is called before. No bound to the number of those of a higher class.

    ACCUMULATING: the largest rate x age; each class has its rate. Bound: of those who came after an ordinary ticket
    that waits `w`, only who came within `w x (1 - its rate / their rate)` of it can be called before. Nobody of the
    same class.

    RATIO: after `ratio` preferential calls in a row, one other, where one waits; each by arrival. Bound: before the
    k-th of the others, at most k x ratio preferential tickets; nobody of the same class who came later.
    """

    LEGAL = "legal"
    FCFS = "fcfs"
    STRICT = "strict"
    ACCUMULATING = "accumulating"
    RATIO = "ratio"


class Policy(msgspec.Struct, frozen=True):
    """The rule of a queue with its numbers; minutes for `guard`, 0 for none.

    guard G: a ticket that has waited G since its stop became callable goes before all who came later, except a
    preferential ticket while one of a queue that does not yield waits at that counter. It bounds overtaking, and
    promises no service. `preferential`, `appointment`, `ordinary`: rates of ACCUMULATING. `ratio`: N of RATIO.
    `acknowledged_by`: id of who answers for a policy that yields, and `reason` why.
    """

    rule: Rule = Rule.LEGAL
    guard: int = 0
    ratio: int = 0
    preferential: float = 0.0
    appointment: float = 1.0
    ordinary: float = 1.0
    acknowledged_by: str = ""
    reason: str = ""

    @property
    def yields(self) -> bool:
        """Whether it could put an ordinary ticket before a preferential one: then somebody has to answer for it."""
        return bool(self.guard) or self.rule not in (Rule.LEGAL, Rule.STRICT)

    @property
    def text(self) -> str:
        """`legal`, `ratio 3:1`, `accumulating 3/1/1`, `legal, guard 30`."""
        words: str = self.rule.value
        if self.rule is Rule.RATIO:
            words += f" {self.ratio}:1"
        if self.rule is Rule.ACCUMULATING:
            words += f" {self.preferential:g}/{self.appointment:g}/{self.ordinary:g}"
        return f"{words}, guard {self.guard}" if self.guard else words


LEGAL = Policy()
