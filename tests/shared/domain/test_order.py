"""Who is called next, and why."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from shared.domain import order
from shared.domain.desks import served
from shared.domain.events import Because
from tests.fakes.scene import NINE, Scene
from tests.fakes.small_centre import SMALL


@pytest.fixture
def scene() -> Scene:
    """Counter 2 attends BN and PJ, counter 3 only PJ02, counter 4 PJ and MT."""
    scene = Scene(SMALL)
    scene.open(2, 3, 4)
    return scene


def why(scene: Scene, counter: int) -> Because:
    return scene.at_counter(counter).because


def called_at(scene: Scene, counter: int, count: int) -> list[int]:
    called = []
    for _ in range(count):
        called.append(scene.serve(counter))
        scene.finish(counter)
    return called


def test_of_equal_limits_the_first_who_came_is_called_first(scene: Scene) -> None:
    tickets = [scene.issue(service) for service in ("PJ01", "MT01", "PJ02", "MT01")]
    assert called_at(scene, 4, 4) == tickets


def test_ordinary_tickets_are_called_by_the_limit_of_their_wait(scene: Scene) -> None:
    """PJ may wait 20 minutes, BN 15: five minutes later is the same, and then the arrival decides."""
    pj = scene.issue("PJ01")
    scene.pass_(minutes=4)
    sooner = scene.issue("BN01")
    scene.pass_(minutes=1)
    same = scene.issue("BN01")
    scene.pass_(minutes=1)
    later = scene.issue("BN01")
    assert called_at(scene, 2, 4) == [sooner, pj, same, later]


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
    because = Because("preferential", 90, 4, (early, also_early), policy="legal", kind="preferential")
    assert why(scene, 2) == because


def test_reason_of_an_ordinary_call_is_the_arrival(scene: Scene) -> None:
    scene.issue("PJ01")
    scene.issue("PJ01")
    scene.pass_(minutes=3)
    scene.call(2)
    due = NINE + timedelta(minutes=20)
    assert why(scene, 2) == Because("arrival", 180, 2, policy="legal", kind="ordinary", due=due)


def test_reason_of_a_call_by_the_limit_names_who_came_before_with_more_time_left(scene: Scene) -> None:
    early = scene.issue("PJ01")
    scene.pass_(minutes=1)
    bank = scene.issue("BN01")
    assert scene.call(2) == bank
    due = NINE + timedelta(minutes=16)
    assert why(scene, 2) == Because("due", 0, 2, (early,), policy="legal", kind="ordinary", due=due)


def test_reason_of_a_call_by_hand_names_whom_the_rule_would_have_called_before(scene: Scene) -> None:
    first, second = scene.issue("PJ01"), scene.issue("PJ01")
    preferential = scene.issue("BN01", preferential=True)
    scene.call(2, second)
    due = NINE + timedelta(minutes=20)
    assert why(scene, 2) == Because("by_hand", 0, 3, (preferential, first), policy="legal", kind="ordinary", due=due)


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
    with pytest.raises(KeyError):
        scene.day.line("PJ").remove(bank)
    assert len(scene.day.line("PJ")) == 1


def test_whoever_finishes_and_goes_on_here_is_called_by_the_rule_like_the_others(scene: Scene) -> None:
    goes_on = scene.issue("PJ01", pay_first=True)
    later = scene.issue("BN01")
    assert scene.serve(2) == goes_on
    scene.pass_(minutes=3)
    assert scene.finish_and_call(2) == later
    scene.start(2)
    assert scene.finish_and_call(2) == goes_on
    assert (scene.at_counter(2).stop, why(scene, 2).waited) == (1, 0)


def test_whoever_finishes_and_goes_on_here_counts_from_its_arrival_at_the_centre(scene: Scene) -> None:
    goes_on = scene.issue("PJ01", pay_first=True)
    assert scene.serve(2) == goes_on
    scene.pass_(minutes=6)
    later = scene.issue("BN01")
    assert scene.finish_and_call(2) == goes_on
    assert (scene.at_counter(2).stop, why(scene, 2).rule, why(scene, 2).waited) == (1, "arrival", 0)
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
    rank: dict[int, int] = {}
    for service, preferential in came:
        scene.issue(service, preferential=preferential)
    for queue in SMALL.counter[counter].queues:
        rank |= order.ranks(scene.day.line(queue), served(SMALL, queue, scene.day.day), scene.at)
    tickets = [scene.ticket(ticket) for ticket in rank]
    here = [t.id for t in tickets if SMALL.serves(counter, t.stop.queue, t.stop.service)]
    assert called_at(scene, counter, len(here)) == sorted(here, key=lambda ticket: (rank[ticket], ticket))
