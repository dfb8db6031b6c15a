"""Another mind, a lost ticket, a family: one number, other stops; several numbers, one counter."""

from __future__ import annotations

import pytest

from shared.domain import commands as c
from shared.domain.refusals import Code
from shared.domain.ticket import StopState
from tests.fakes.scene import Scene
from tests.fakes.small_centre import VISITS


@pytest.fixture
def small() -> Scene:
    scene = Scene(VISITS)
    scene.open(2, 4)
    return scene


def test_another_service_under_the_same_number(small: Scene) -> None:
    ticket = small.issue("BN01")
    number = small.ticket(ticket).text
    small.order(c.ChangeService("PJ01", pay_first=True, ticket=ticket))
    assert small.states(ticket) == [StopState.CHANGED, StopState.WAITING, StopState.PLANNED]
    assert (small.queues(ticket), small.ticket(ticket).text) == (["BN", "BN", "PJ"], number)
    assert small.ticket(ticket).stop.promised == (0, 5)


def test_who_changes_their_mind_stands_where_the_centre_file_says(small: Scene) -> None:
    ticket = small.issue("BN01")
    small.pass_(minutes=5)
    other = small.issue("PJ01")
    small.pass_(minutes=1)
    small.order(c.ChangeService("PJ01", ticket=ticket))
    assert small.waiting("PJ") == [other, ticket]


def test_nothing_is_changed_at_a_counter(small: Scene) -> None:
    ticket = small.issue("BN01")
    small.call(2)
    refused = (Code.NOT_WAITING, {"ticket": ticket, "state": "called"})
    assert small.refusal(c.ChangeService("PJ01", ticket=ticket)) == refused


@pytest.mark.parametrize("written", ["BN 001", "bn1", "BN-1", " BN 0001 "])
def test_a_lost_ticket_is_found_by_its_number_as_people_write_it(small: Scene, written: str) -> None:
    small.issue("BN01")
    assert small.order(c.FindTicket(written)) == []


@pytest.mark.parametrize("written", ["", "BN", "001", "PJ 001", "BN 002", "BN 001 1"])
def test_no_other_ticket_is_taken_for_it(small: Scene, written: str) -> None:
    small.issue("BN01")
    assert small.refusal(c.FindTicket(written)) == (Code.UNKNOWN_CODE, {})


def family(scene: Scene, *services: str) -> list[int]:
    first = scene.issue(services[0])
    tickets = [first]
    for service in services[1:]:
        scene.order(c.IssueTicket(service, together_with=first))
        tickets.append(next(reversed(scene.day.tickets)))
    return tickets


def test_a_family_is_called_and_attended_together(small: Scene) -> None:
    one, other = family(small, "PJ01", "PJ02")
    small.order(c.ChangeService("PJ01", ticket=other))
    assert small.call(2) == one
    assert [call.ticket for call in small.day.calls] == [one, other]
    small.start(2)
    assert small.ticket(other).state is StopState.SERVING
    small.finish(2)
    assert (small.ticket(one).state, small.ticket(other).state) == (StopState.DONE, StopState.DONE)
    assert small.is_free(2)


def test_only_who_can_be_served_there_comes_along(small: Scene) -> None:
    one, other = family(small, "PJ01", "MT01")
    assert small.call(2) == one
    assert small.at_counter(2).together == ()
    assert small.ticket(other).state is StopState.WAITING


def test_a_family_is_held_and_resumed_together(small: Scene) -> None:
    one, other = family(small, "PJ01", "PJ01")
    small.serve(2)
    small.hold(2)
    assert set(small.day.held) == {one, other}
    small.resume(4, other)
    assert small.at_counter(4).together == (one,)


def test_a_family_that_pays_first_goes_on_together(small: Scene) -> None:
    first = small.issue("PJ01", pay_first=True)
    small.order(c.IssueTicket("PJ01", pay_first=True, together_with=first))
    small.serve(2)
    assert small.finish_and_call(2) == first
    assert len(small.at_counter(2).together) == 1


def test_the_stops_planned_at_a_counter_are_those_of_the_whole_family(small: Scene) -> None:
    one, other = family(small, "PJ01", "PJ01")
    small.serve(2)
    small.plan(2, "MT01")
    assert small.queues(one) == small.queues(other) == ["PJ", "MT"]
    small.finish(2)
    assert small.call(4) == one
    assert small.at_counter(4).together == (other,)


def test_a_closed_day_leaves_nobody_of_a_family_behind(small: Scene) -> None:
    tickets = family(small, "PJ01", "PJ01")
    small.serve(2)
    small.close_day()
    assert {small.ticket(ticket).state for ticket in tickets} == {StopState.LEFT}
