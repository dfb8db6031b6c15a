"""Who is called next, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain import order
from shared.domain.events import Because
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL


@pytest.fixture
def scene() -> Scene:
    """Counter 2 attends BN and PJ, counter 3 only PJ02, counter 4 PJ and MT."""
    scene = Scene(SMALL)
    scene.open(2, 3, 4)
    return scene


def why(scene: Scene, counter: int) -> Because:
    return scene.at_counter(counter).because


def test_first_come_first_served_over_all_queues_of_a_counter(scene: Scene) -> None:
    tickets = [scene.issue(service) for service in ("PJ01", "BN01", "PJ02", "BN01")]
    called = []
    for _ in tickets:
        called.append(scene.serve(2))
        scene.finish(2)
    assert called == tickets


def test_preferential_comes_before_all_who_arrived_earlier(scene: Scene) -> None:
    scene.issue("BN01")
    scene.issue("PJ01")
    assert scene.issue("PJ01", preferential=True) == scene.call(2)


def test_preferential_attention_holds_at_any_counter_that_can_serve_it(scene: Scene) -> None:
    for service in ("PJ02", "MT01", "BN01"):
        scene.issue(service)
    first, second, third = (scene.issue("PJ02", preferential=True) for _ in range(3))
    assert [scene.call(counter) for counter in (3, 2, 4)] == [first, second, third]


def test_among_preferential_the_first_who_came_is_first(scene: Scene) -> None:
    early, late = scene.issue("PJ01", preferential=True), scene.issue("BN01", preferential=True)
    assert scene.serve(2) == early
    assert scene.finish_and_call(2) == late


def test_preferential_does_not_wait_at_a_counter_that_cannot_serve_it(scene: Scene) -> None:
    ordinary = scene.issue("PJ02")
    scene.issue("PJ01", preferential=True)
    assert scene.call(3) == ordinary


def test_reason_of_a_preferential_call_names_those_it_was_called_before(scene: Scene) -> None:
    early, also_early = scene.issue("BN01"), scene.issue("PJ01")
    scene.issue("MT01")  # not served here
    scene.pass_(minutes=2)
    scene.issue("PJ01", preferential=True)
    scene.issue("BN01")  # came later
    scene.pass_(seconds=90)
    scene.call(2)
    assert why(scene, 2) == Because("preferential", waited=90, compared=4, passed_over=(early, also_early))


def test_reason_of_an_ordinary_call_is_the_arrival(scene: Scene) -> None:
    scene.issue("PJ01")
    scene.issue("PJ01")
    scene.pass_(minutes=3)
    scene.call(2)
    assert why(scene, 2) == Because("arrival", waited=180, compared=2)


def test_reason_of_a_call_by_hand_names_whom_the_rule_would_have_called_before(scene: Scene) -> None:
    first, second = scene.issue("PJ01"), scene.issue("PJ01")
    preferential = scene.issue("BN01", preferential=True)
    scene.call(2, second)
    assert why(scene, 2) == Because("by_hand", waited=0, compared=3, passed_over=(preferential, first))


def test_call_by_hand_of_whom_the_rule_names_passes_over_nobody(scene: Scene) -> None:
    scene.issue("PJ01")
    preferential = scene.issue("BN01", preferential=True)
    scene.call(2, preferential)
    assert why(scene, 2).passed_over == ()


def test_reason_of_a_resumed_call_counts_those_left_pending(scene: Scene) -> None:
    first = scene.issue("PJ01")
    scene.issue("PJ01")
    scene.serve(2)
    scene.hold(2)
    scene.serve(2)
    scene.hold(2)
    scene.pass_(minutes=10)
    scene.resume(2, first)
    assert why(scene, 2) == Because("resumed", waited=600, compared=2)


def test_who_comes_back_to_a_line_stands_where_it_arrived(scene: Scene) -> None:
    first, second, third = (scene.issue("PJ01") for _ in range(3))
    scene.call(2)
    scene.call(4)
    scene.release(second)
    scene.release(first)
    assert scene.waiting("PJ") == [first, second, third]


def test_people_ahead_are_those_called_before_one_who_stands_in_the_line_or_joins_it(scene: Scene) -> None:
    ordinary = [scene.issue("PJ01") for _ in range(3)]
    preferential = [scene.issue("PJ01", preferential=True) for _ in range(2)]
    line = scene.day.line("PJ")
    assert [line.ahead(ticket, preferential=True) for ticket in preferential] == [0, 1]
    assert [line.ahead(ticket, preferential=False) for ticket in ordinary] == [2, 3, 4]
    joins = scene.day.next_ticket
    assert (line.ahead(joins, preferential=True), line.ahead(joins, preferential=False)) == (2, 5)


def test_a_ticket_that_does_not_stand_in_a_line_takes_nobody_out_of_it(scene: Scene) -> None:
    scene.issue("PJ01")
    bank = scene.ticket(scene.issue("BN01"))
    with pytest.raises(ValueError, match="not in list"):
        scene.day.line("PJ").remove(bank)
    assert len(scene.day.line("PJ")) == 1


def test_whoever_finishes_and_goes_on_here_is_called_by_the_rule_like_the_others(scene: Scene) -> None:
    goes_on = scene.issue("PJ01", pay_first=True)
    later = scene.issue("BN01")
    assert scene.serve(2) == goes_on
    scene.pass_(minutes=3)
    assert scene.finish_and_call(2) == goes_on
    assert (scene.at_counter(2).stop, why(scene, 2)) == (1, Because("arrival", waited=0, compared=2))
    scene.start(2)
    assert scene.finish_and_call(2) == later


def test_whoever_finishes_and_goes_on_elsewhere_is_not_called_here(scene: Scene) -> None:
    goes_on = scene.issue("MT01", pay_first=True)
    later = scene.issue("BN01")
    scene.serve(2)
    assert scene.finish_and_call(2) == later
    assert scene.waiting("MT") == [goes_on]


comers = st.lists(st.tuples(st.sampled_from(["PJ01", "PJ02", "BN01", "MT01"]), st.booleans()), max_size=12)


@settings(max_examples=60, deadline=None)
@given(comers, st.sampled_from([2, 3, 4]))
def test_sorting_by_rank_is_the_order_in_which_a_counter_calls(came: list[tuple[str, bool]], counter: int) -> None:
    scene = Scene(SMALL)
    scene.open(counter)
    tickets = [scene.issue(service, preferential=preferential) for service, preferential in came]
    here = [scene.ticket(t) for t in tickets]
    served = [t for t in here if SMALL.serves(counter, t.stop.queue, t.stop.service)]
    expected = [ticket.id for ticket in sorted(served, key=order.rank)]
    called = []
    for _ in expected:
        called.append(scene.serve(counter))
        scene.finish(counter)
    assert called == expected
