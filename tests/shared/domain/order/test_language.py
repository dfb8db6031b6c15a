"""Languages and sign language: a preference with a bound, which never costs a preferential ticket its turn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from shared.domain.policy import Policy
from tests.fakes.queueing import Queueing, minutes


@pytest.fixture
def hall() -> Queueing:
    return Queueing({"Q": Policy()})


def test_a_ticket_is_kept_for_an_advisor_who_speaks_its_language(hall: Queueing) -> None:
    quechua = hall.come(need="qu")
    hall.pass_(1)
    spanish = hall.come()
    chosen = hall.call(hall.desk(elsewhere="qu"))
    assert chosen
    assert (chosen.waiting.ticket, chosen.because.passed_over, chosen.because.kept) == (
        spanish,
        (quechua,),
        (quechua,),
    )
    assert hall.call(hall.desk(elsewhere="qu")) is None
    spoken = hall.call(hall.desk(speaks="qu"))
    assert spoken
    assert spoken.waiting.ticket == quechua


def test_who_speaks_the_language_gives_it_no_better_place(hall: Queueing) -> None:
    spanish = hall.come()
    hall.come(need="lsp")
    chosen = hall.call(hall.desk(speaks="lsp"))
    assert chosen
    assert chosen.waiting.ticket == spanish


def test_where_nobody_speaks_it_a_ticket_is_kept_for_nobody(hall: Queueing) -> None:
    quechua = hall.come(need="qu")
    hall.come()
    chosen = hall.call(hall.desk(elsewhere="ay"))
    assert chosen
    assert chosen.waiting.ticket == quechua


def test_after_the_bound_a_ticket_is_called_like_any_other(hall: Queueing) -> None:
    quechua = hall.come(need="qu")
    hall.come()
    hall.pass_(10)
    chosen = hall.call(hall.desk(elsewhere="qu"))
    assert chosen
    assert chosen.waiting.ticket == quechua


def test_a_preferential_ticket_is_never_kept_while_an_ordinary_one_would_be_called(hall: Queueing) -> None:
    hall.come()
    sign = hall.come(preferential=True, need="lsp")
    chosen = hall.call(hall.desk(elsewhere="lsp"))
    assert chosen
    assert chosen.waiting.ticket == sign


def test_a_preferential_ticket_is_kept_while_another_preferential_one_can_be_called(hall: Queueing) -> None:
    hall.come()
    sign = hall.come(preferential=True, need="lsp")
    other = hall.come(preferential=True)
    first, second = hall.call(hall.desk(elsewhere="lsp")), hall.call(hall.desk(elsewhere="lsp"))
    assert first
    assert second
    assert (first.waiting.ticket, first.because.kept) == (other, (sign,))
    assert second.waiting.ticket == sign


def test_a_ticket_past_the_guard_of_its_queue_is_kept_for_nobody() -> None:
    hall = Queueing({"Q": Policy(guard=5)})
    quechua = hall.come(need="qu")
    hall.come()
    hall.pass_(5)
    chosen = hall.call(hall.desk(elsewhere="qu"))
    assert chosen
    assert chosen.waiting.ticket == quechua


comes = st.tuples(st.booleans(), st.sampled_from(["", "qu", "lsp"]))
steps = st.lists(st.one_of(st.integers(1, 7), comes, st.sampled_from(["", "qu", "lsp", "qu lsp"])), max_size=40)


@settings(max_examples=300, deadline=None)
@given(steps)
def test_language_costs_at_most_its_bound_and_never_a_preferential_ticket_its_turn(what: list[object]) -> None:
    hall = Queueing({"Q": Policy()})
    for step in what:
        if isinstance(step, int):
            hall.pass_(step)
        elif isinstance(step, tuple):
            hall.come(preferential=step[0], need=step[1])
        else:
            hall.call(hall.desk(speaks=str(step), elsewhere="qu lsp"))
    for call in hall.calls:
        one = call.chosen.waiting
        assert one.preferential or not any(other.preferential for other in call.others)
        for other in call.others:
            if other < one and other.preferential == one.preferential:  # passed over, and not by preference
                assert other.need not in {"", *call.desk.speaks}
                assert call.at - other.since < minutes(10)
                assert other.ticket in call.chosen.because.kept
