"""A visit of several stops: what is planned, when a stop becomes callable, what changes the order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain import commands as c, events as e
from shared.domain.refusals import Code
from shared.domain.ticket import StopState
from tests.fakes.scene import Scene
from tests.fakes.small_centre import VISITS


@pytest.fixture
def small() -> Scene:
    scene = Scene(VISITS)
    scene.open(1, 2, 4)
    return scene


def finish_at(scene: Scene, counter: int) -> None:
    scene.serve(counter)
    scene.finish(counter)


def test_an_itinerary_plans_all_stops_of_its_service(small: Scene) -> None:
    ticket = small.issue("MT01", pay_first=True)
    assert small.queues(ticket) == ["BN", "MT", "PJ"]
    assert small.ticket(ticket).prefix == "MT"
    assert small.states(ticket) == [StopState.WAITING, StopState.PLANNED, StopState.PLANNED]


def test_a_payment_is_a_stop_only_of_who_says_that_it_is_not_paid(small: Scene) -> None:
    assert small.queues(small.issue("MT01")) == ["MT", "PJ"]
    assert small.queues(small.issue("PJ01", pay_first=True)) == ["BN", "PJ"]


def test_a_return_leg_can_be_called_when_its_time_comes(small: Scene) -> None:
    ticket = small.issue("MT01")
    finish_at(small, 4)
    assert small.ticket(ticket).state is StopState.RETURNING
    assert small.waiting("PJ") == []
    small.time_comes(minutes=19)
    assert small.refusal(c.CallNext(4)) == (Code.NOBODY_WAITING, {"counter": 4})
    small.time_comes(minutes=1)
    assert isinstance(small.last, e.StopPromised)
    assert small.ticket(ticket).stop.promised == (0, 5)
    assert small.call(4) == ticket


def test_a_return_leg_that_nobody_comes_for_expires(small: Scene) -> None:
    ticket = small.issue("MT01")
    finish_at(small, 4)
    small.time_comes(minutes=20)
    small.time_comes(minutes=29)
    assert small.ticket(ticket).state is StopState.WAITING
    small.time_comes(minutes=1)
    assert small.states(ticket) == [StopState.DONE, StopState.EXPIRED]


def test_time_brings_nothing_where_nothing_is_due(small: Scene) -> None:
    small.issue("MT01")
    assert small.order(c.PassTime()) == []


def test_stops_are_added_removed_and_reordered_at_a_counter(small: Scene) -> None:
    ticket = small.issue("MT01", pay_first=True)
    small.serve(1)
    small.plan(1, "PJ01", "MT01")
    assert small.queues(ticket) == ["BN", "PJ", "MT"]
    small.plan(1)
    assert small.queues(ticket) == ["BN"]
    small.plan(1, "PJ02")
    small.finish(1)
    assert small.waiting("PJ") == [ticket]


def test_free_stops_begin_where_the_wait_is_shortest(small: Scene) -> None:
    for _ in range(9):
        small.order(c.IssueTicket(queue="PJ"))
    ticket = small.issue("PJ02")
    issued = small.last
    assert isinstance(issued, e.TicketIssued)
    assert (small.queues(ticket), issued.reordered) == (["MT", "PJ"], "shorter_wait")
    assert small.ticket(ticket).goal.queue == "PJ"


def test_free_stops_that_wait_alike_keep_the_order_of_the_plan(small: Scene) -> None:
    assert small.queues(small.issue("PJ02")) == ["PJ", "MT"]


def test_the_next_free_stop_is_chosen_again_when_one_is_done(small: Scene) -> None:
    ticket = small.issue("PJ02")
    small.order(c.CallTicket(4, ticket))
    small.start(4)
    stops = (e.PlannedStop("PJ", "PJ01", free=True), e.PlannedStop("BN", "BN01", free=True))
    small.order(c.PlanStops(4, stops))
    for _ in range(9):
        small.order(c.IssueTicket(queue="PJ", preferential=True))
    events = small.order(c.FinishAttention(4))
    assert [type(event) for event in events] == [e.StopsReordered, e.AttentionFinished, e.StopPromised]
    assert small.queues(ticket) == ["PJ", "BN", "PJ"]


def test_who_waits_at_a_crowded_free_stop_goes_where_a_counter_has_nobody(small: Scene) -> None:
    small.close(4)
    first = small.issue("PJ01")
    ticket = small.issue("PJ02")
    assert small.queues(ticket) == ["PJ", "MT"]
    small.call(2, first)
    small.order(c.PassTime())
    assert small.queues(ticket) == ["PJ", "MT"]
    small.open(5)
    small.order(c.PassTime())
    assert small.queues(ticket) == ["MT", "PJ"]
    assert (small.waiting("MT"), small.waiting("PJ")) == ([ticket], [])
    assert small.call(5) == ticket


def test_arrival_at_the_centre_counts_at_every_stop(small: Scene) -> None:
    ticket = small.issue("PJ01", pay_first=True)
    small.pass_(minutes=5)
    later = small.issue("PJ01")
    finish_at(small, 1)
    assert small.waiting("PJ") == [ticket, later]


def test_a_cap_ends_with_its_slot(small: Scene) -> None:
    for _ in range(5):
        small.issue("PJ01")
    assert small.refusal(c.IssueTicket("PJ01")) == (
        Code.SERVICE_FULL,
        {"service": "PJ01", "cap": 5, "from_at": "2026-11-23T09:30:00-05:00"},
    )
    small.pass_(minutes=30)
    small.issue("PJ01")


def test_a_held_ticket_says_until_when(small: Scene) -> None:
    ticket = small.issue("PJ01")
    small.serve(2)
    small.hold(2)
    assert small.ticket(ticket).stop.held_until == small.at + timedelta(minutes=15)
