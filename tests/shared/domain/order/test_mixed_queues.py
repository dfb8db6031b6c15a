"""Counters that serve several queues, each with its policy: the law holds across them."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings, strategies as st

from shared.domain.order import sequence
from shared.domain.policy import Policy, Rule
from tests.fakes.queueing import Called, Queueing

POLICIES = [
    Policy(),
    Policy(Rule.STRICT),
    Policy(Rule.FCFS),
    Policy(Rule.RATIO, ratio=2),
    Policy(Rule.ACCUMULATING, preferential=3.0),
    Policy(guard=15),
    Policy(Rule.FCFS, guard=15),
    Policy(Rule.RATIO, guard=15, ratio=1),
]

comes = st.fixed_dictionaries(
    {
        "queue": st.sampled_from("ABC"),
        "preferential": st.booleans(),
        "service": st.sampled_from(["S1", "S2"]),
        "ago": st.sampled_from([0, 0, 20]),
        "slot": st.sampled_from([None, None, 5]),
        "need": st.sampled_from(["", "", "qu"]),
    }
)
counters = st.fixed_dictionaries(
    {
        "queues": st.sampled_from([("A",), ("A", "B"), ("A", "B:S1", "C"), ("B", "C"), ("A:S2", "C")]),
        "speaks": st.sampled_from(["", "qu"]),
        "elsewhere": st.sampled_from(["", "qu"]),
    }
)
gap = st.integers(0, 9).map(lambda minutes: [minutes])
some = st.lists(st.tuples(gap, comes.map(lambda c: [("come", c)])), min_size=4, max_size=10)
calls = st.lists(st.tuples(gap, counters.map(lambda c: [("call", c)])), min_size=3, max_size=8)
steps = st.tuples(some, calls, some, calls).map(lambda parts: [one for part in parts for a, b in part for one in a + b])
"""People come, then counters call, twice; minutes pass between any two of them."""
policies = st.tuples(*[st.sampled_from(POLICIES)] * 3)


def day(three: tuple[Policy, ...], what: list[object]) -> Queueing:
    hall = Queueing(dict(zip("ABC", three, strict=True)))
    for step in what:
        match step:
            case int():
                hall.pass_(step)
            case ("come", dict(one)):
                hall.come(**one)
            case ("call", dict(one)):
                hall.call(hall.desk(*one["queues"], speaks=one["speaks"], elsewhere=one["elsewhere"]))
    return hall


def past_guard(call: Called, hall: Queueing) -> bool:
    guard = hall.policies[call.chosen.queue].guard
    return bool(guard) and call.at - call.chosen.waiting.since >= timedelta(minutes=guard)


@settings(max_examples=120, deadline=None)
@given(policies, steps)
def test_no_ordinary_ticket_passes_a_preferential_one_whose_queue_does_not_yield(
    three: tuple[Policy, ...], what: list[object]
) -> None:
    """Whatever the other policies, the narrowed counters and the languages."""
    hall = day(three, what)
    for call in hall.calls:
        if not call.chosen.waiting.preferential:
            for queue, waiting in call.here.items():
                assert hall.policies[queue].yields or not any(other.preferential for other in waiting)


@settings(max_examples=120, deadline=None)
@given(policies, steps)
def test_an_ordinary_ticket_passes_only_preferential_ones_of_its_own_queue_unless_past_its_guard(
    three: tuple[Policy, ...], what: list[object]
) -> None:
    hall = day(three, what)
    for call in hall.calls:
        if not call.chosen.waiting.preferential and not past_guard(call, hall):
            elsewhere = [w for queue, waiting in call.here.items() if queue != call.chosen.queue for w in waiting]
            assert not any(other.preferential for other in elsewhere)


@settings(max_examples=120, deadline=None)
@given(policies, steps)
def test_past_its_guard_nobody_later_goes_before_but_the_preferential_of_a_queue_that_does_not_yield(
    three: tuple[Policy, ...], what: list[object]
) -> None:
    hall = day(three, what)
    for call in hall.calls:
        unyielding = any(
            not hall.policies[queue].yields and any(w.preferential for w in waiting)
            for queue, waiting in call.here.items()
        )
        for queue, waiting in call.here.items():
            guard = timedelta(minutes=hall.policies[queue].guard)
            for other in waiting:
                if guard and other < call.chosen.waiting and call.at - other.since >= guard:
                    assert unyielding
                    assert call.chosen.waiting.preferential


@settings(max_examples=60, deadline=None)
@given(policies, steps)
def test_somebody_is_called_whenever_somebody_waits_who_is_kept_for_nobody(
    three: tuple[Policy, ...], what: list[object]
) -> None:
    hall = day(three, what)
    desk = hall.desk("A", "B", "C", elsewhere="qu")
    free = [
        waiting
        for line in hall.lines.values()
        for waiting in (line.of(ticket) for ticket in line)
        if not waiting.need or waiting.preferential
    ]
    chosen = hall.call(desk)
    assert chosen or not free


@settings(max_examples=60, deadline=None)
@given(policies, steps)
def test_the_sequence_is_the_order_of_the_calls(three: tuple[Policy, ...], what: list[object]) -> None:
    hall = day(three, what)
    told = [one.waiting.ticket for one in sequence(hall.lines, hall.desk(), hall.at)]
    assert hall.order() == told


def test_between_queues_the_preferential_go_first_by_arrival() -> None:
    hall = Queueing({"A": Policy(), "B": Policy(Rule.STRICT)})
    hall.come("A")
    hall.pass_(1)
    late_b = hall.come("B", preferential=True)
    hall.pass_(1)
    later_a = hall.come("A", preferential=True)
    assert hall.order()[:2] == [late_b, later_a]


def test_between_queues_the_limits_decide_where_one_of_them_is_legal_and_else_the_arrival() -> None:
    for rule, expected in ((Rule.LEGAL, [2, 1]), (Rule.FCFS, [1, 2])):
        hall = Queueing({"A": Policy(rule), "B": Policy(rule)})
        hall.come("A", service="S2")  # may wait 30 minutes
        hall.pass_(5)
        hall.come("B")  # may wait 15
        assert hall.order() == expected


def test_a_queue_that_yields_passes_over_its_own_preferential_ticket_and_over_no_other() -> None:
    hall = Queueing({"A": Policy(Rule.FCFS), "B": Policy()})
    ordinary = hall.come("A")
    hall.pass_(1)
    own = hall.come("A", preferential=True)
    assert hall.order() == [ordinary, own]
    ordinary = hall.come("A")
    hall.pass_(1)
    own, other = hall.come("A", preferential=True), hall.come("B", preferential=True)
    assert hall.order() == [own, other, ordinary]
