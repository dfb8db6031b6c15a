"""What each policy promises at most, and a search for days on which it would not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import Phase, find, given, settings, strategies as st
from hypothesis.errors import NoSuchExample

from shared.domain.order import Waiting, due
from shared.domain.policy import Policy, Rule
from tests.fakes.queueing import Called, Queueing

GUARD = 12
RATES = {"preferential": 3.0, "appointment": 1.5}
PLAIN = {
    "legal": Policy(),
    "fcfs": Policy(Rule.FCFS),
    "strict": Policy(Rule.STRICT),
    "accumulating": Policy(Rule.ACCUMULATING, **RATES),
    "ratio": Policy(Rule.RATIO, ratio=2),
}
GUARDED = {
    "legal": Policy(guard=GUARD),
    "fcfs": Policy(Rule.FCFS, GUARD),
    "strict": Policy(Rule.STRICT, GUARD),
    "accumulating": Policy(Rule.ACCUMULATING, GUARD, **RATES),
    "ratio": Policy(Rule.RATIO, GUARD, 2),
}

comes = st.fixed_dictionaries(
    {
        "preferential": st.booleans(),
        "service": st.sampled_from(["S1", "S2", ""]),
        "ago": st.sampled_from([0, 0, 5, 40]),
        "slot": st.sampled_from([None, None, None, -8, 0, 10]),
    }
)
steps = st.lists(st.one_of(st.integers(1, 9), comes, comes, st.sampled_from(["Q", "Q:S1", "Q", "Q"])), max_size=40)


def day(policy: Policy, what: list[object]) -> list[Called]:
    """Minutes pass, people come, counters call. Whoever is left is called at the end."""
    hall = Queueing({"Q": policy})
    for step in what:
        if isinstance(step, int):
            hall.pass_(step)
        elif isinstance(step, dict):
            hall.come("Q", **step)
        elif isinstance(step, str):
            hall.call(hall.desk(step))
    hall.order()
    return hall.calls


def overtaken(calls: list[Called]) -> Iterator[tuple[Called, Waiting, Waiting]]:
    """Each call before somebody of an earlier date: the call, who was called, who was passed over."""
    for call in calls:
        one = call.chosen.waiting
        yield from ((call, one, other) for other in call.others if other < one)


def holds_legal(policy: Policy, calls: list[Called]) -> bool:
    queue = Queueing({"Q": policy}).served("Q")
    for call in calls:
        if not call.chosen.waiting.preferential and any(other.preferential for other in call.others):
            return False
    for _, one, other in overtaken(calls):
        if other.preferential:
            return False
        if not one.preferential and due(one, queue) > due(other, queue):
            return False
    return True


def holds_fcfs(_policy: Policy, calls: list[Called]) -> bool:
    return not any(overtaken(calls))


def holds_strict(_policy: Policy, calls: list[Called]) -> bool:
    def rank(waiting: Waiting) -> int:
        return 0 if waiting.preferential else 1 if waiting.appointment else 2

    if any(rank(other) < rank(call.chosen.waiting) for call in calls for other in call.others):
        return False
    return all(rank(one) < rank(other) for _, one, other in overtaken(calls))


def holds_accumulating(policy: Policy, calls: list[Called]) -> bool:
    """Only who came within w x (1 - its rate / their rate) of it goes before one that waits w."""

    def rate(waiting: Waiting) -> float:
        return policy.preferential if waiting.preferential else policy.appointment if waiting.appointment else 1.0

    for call, one, other in overtaken(calls):
        waits = call.at - other.date
        if rate(one) <= rate(other) or one.date - other.date > waits * (1 - rate(other) / rate(one)):
            return False
    return True


def holds_ratio(policy: Policy, calls: list[Called]) -> bool:
    """Before the k-th of the others at most k x ratio preferential calls; nobody later of the same class before."""
    passed: dict[int, int] = {}
    place: dict[int, int] = {}
    for call in calls:
        if any(one.preferential == other.preferential for _, one, other in overtaken([call])):
            return False
        others = sorted(w for w in [call.chosen.waiting, *call.others] if not w.preferential)
        for index, other in enumerate(others):
            place.setdefault(other.ticket, index + 1)  # its place when the counting of it began
            if call.chosen.waiting.preferential:
                passed[other.ticket] = passed.get(other.ticket, 0) + 1
    return all(count <= place[ticket] * policy.ratio for ticket, count in passed.items())


def holds_guard(policy: Policy, calls: list[Called]) -> bool:
    """Nobody of a later date is called before who has waited the guard, and never who came later to the centre."""
    guard = timedelta(minutes=policy.guard or GUARD)
    return not any(call.at - other.since >= guard for call, _, other in overtaken(calls))


Holds = Callable[[Policy, list[Called]], bool]
BOUNDS: dict[str, Holds] = {
    "legal": holds_legal,
    "fcfs": holds_fcfs,
    "strict": holds_strict,
    "accumulating": holds_accumulating,
    "ratio": holds_ratio,
}


@pytest.mark.parametrize("name", PLAIN)
def test_no_day_breaks_the_bound_of_a_policy(name: str) -> None:
    @settings(max_examples=120, deadline=None)
    @given(steps if name != "ratio" else steps.map(whole_counters))
    def any_day(what: list[object]) -> None:
        assert BOUNDS[name](PLAIN[name], day(PLAIN[name], what))

    any_day()


def whole_counters(what: list[object]) -> list[object]:
    """A ratio counts the calls of the whole queue; a narrowed counter cannot give the turn to whom it does not serve.
    Everybody comes to the centre for this stop."""
    return [
        "Q" if step == "Q:S1" else {**step, "ago": 0, "slot": None} if isinstance(step, dict) else step for step in what
    ]


@pytest.mark.parametrize("name", GUARDED)
def test_no_day_breaks_the_guard(name: str) -> None:
    @settings(max_examples=120, deadline=None)
    @given(steps)
    def any_day(what: list[object]) -> None:
        assert holds_guard(GUARDED[name], day(GUARDED[name], what))

    any_day()


@pytest.mark.parametrize(
    ("policy", "bound"),
    [
        ("fcfs", "legal"),
        ("strict", "legal"),
        ("legal", "fcfs"),
        ("fcfs", "strict"),
        ("strict", "accumulating"),
        ("strict", "ratio"),
        ("accumulating", "ratio"),
    ],
)
def test_the_search_would_find_a_policy_that_breaks_the_bound(policy: str, bound: str) -> None:
    """A control: under another policy there is a day that breaks it."""
    days = steps.map(whole_counters) if bound == "ratio" else steps
    assert found(days, lambda what: not BOUNDS[bound](PLAIN[bound], day(PLAIN[policy], what)))


@pytest.mark.parametrize("name", ["legal", "strict", "accumulating", "ratio"])
def test_the_search_would_find_a_guard_that_does_not_hold(name: str) -> None:
    assert found(steps, lambda what: not holds_guard(GUARDED[name], day(PLAIN[name], what)))


def found(days: st.SearchStrategy[list[object]], breaks: Callable[[list[object]], bool]) -> bool:
    search = settings(max_examples=2000, deadline=None, database=None, phases=[Phase.generate])
    try:
        find(days, breaks, settings=search)
    except NoSuchExample:
        return False
    return True


def starving(policy: Policy) -> float | None:
    """One counter, five minutes a citizen, a preferential one every five minutes, one ordinary at the start: minutes
    until that one is called, or None when it is not in four hours."""
    hall = Queueing({"Q": policy})
    hall.come("Q", preferential=True)
    hall.call()
    ordinary = hall.come("Q")
    for minute in range(5, 241, 5):
        hall.pass_(5)
        hall.come("Q", preferential=True)
        chosen = hall.call()
        if chosen and chosen.waiting.ticket == ordinary:
            return minute
    return None


def test_without_a_guard_an_ordinary_ticket_may_wait_for_ever_and_with_one_it_does_not() -> None:
    assert starving(Policy()) is None
    assert starving(Policy(Rule.STRICT)) is None
    assert starving(Policy(guard=30)) == 30
    assert starving(Policy(Rule.STRICT, guard=45)) == 45
    assert starving(Policy(Rule.RATIO, ratio=3)) == 15
    assert starving(Policy(Rule.FCFS)) == 5
    assert starving(Policy(Rule.ACCUMULATING, preferential=1000.0)) == 5
