"""The fold of a day: what it says of what has not happened, and what it keeps of what has."""

from __future__ import annotations

from datetime import date

import pytest

from shared.domain.day import CounterState, CounterStatus, Day
from shared.domain.refusals import Code, Refusal
from shared.domain.ticket import Outcome
from tests.fakes.scene import Scene


def test_a_counter_that_never_opened_is_closed_and_a_line_that_nobody_joined_is_empty() -> None:
    day = Day(date(2026, 11, 23))
    assert day.counter(20) == CounterState(20, CounterStatus.CLOSED)
    assert list(day.line("PJ")) == []
    assert not day.counters
    assert not day.lines


def test_asking_for_a_ticket_of_another_day_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        Day(date(2026, 11, 23)).ticket(7)
    assert (refused.value.code, refused.value.params) == (Code.UNKNOWN_TICKET, {"ticket": 7})


def test_ids_of_tickets_attentions_and_calls_count_from_one() -> None:
    day = Day(date(2026, 11, 23))
    assert (day.next_ticket, day.next_attention, day.next_call) == (2026112300001, 2026112300001, 1)


def test_attentions_are_kept_at_their_counter_in_the_order_in_which_they_ended(scene: Scene) -> None:
    scene.open(20)
    for _ in range(4):
        scene.issue("PJ01")
    first = scene.serve(20)
    scene.hold(20)
    scene.call(20)
    scene.absent(20)
    scene.serve(20)
    scene.finish(20)
    scene.release(scene.call(20))
    outcomes = [attention.outcome for attention in scene.day.ended_at_counter[20]]
    assert outcomes == [Outcome.HELD, Outcome.ABSENT, Outcome.SERVED, Outcome.RELEASED]
    assert scene.day.ended_at_counter[20][0].ticket == first


def test_each_stop_has_its_own_promise_made_when_it_becomes_callable(scene: Scene) -> None:
    scene.open(1, 20)
    visit = scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    assert [stop.promised for stop in scene.ticket(visit).stops] == [(0, 5), None]
    scene.close(20)
    scene.finish(1)
    assert [stop.promised for stop in scene.ticket(visit).stops] == [(0, 5), None]
    scene.open(20)
    scene.serve(20)
    another = scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.finish(1)
    assert [stop.promised for stop in scene.ticket(another).stops] == [(0, 5), (5, 15)]


def test_stop_remembers_the_counter_that_attended_it(scene: Scene) -> None:
    scene.open(1, 20)
    visit = scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.finish(1)
    scene.serve(20)
    assert [stop.counter for stop in scene.ticket(visit).stops] == [1, 20]
