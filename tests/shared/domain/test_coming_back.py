"""Ways back: the absent in their grace, the last mistake undone, the ticket that is sent and returns."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Calls
from shared.domain.refusals import Code
from shared.domain.ticket import Outcome, StopState
from tests.fakes.scene import Scene, folded, picture
from tests.fakes.small_centre import VISITS


@pytest.fixture
def small() -> Scene:
    scene = Scene(VISITS)
    scene.open(2, 4)
    return scene


def called_in_vain(scene: Scene, counter: int) -> int:
    ticket = scene.call(counter)
    scene.pass_(seconds=30)
    scene.recall(counter)
    scene.pass_(seconds=30)
    scene.absent(counter)
    return ticket


def with_calls(calls: Calls) -> Scene:
    scene = Scene(replace(VISITS, calls=calls))
    scene.open(2, 4)
    return scene


def test_absent_only_after_enough_calls_with_time_between(small: Scene) -> None:
    ticket = small.issue("PJ01")
    small.call(2)
    few = {"ticket": ticket, "calls": 1, "needed": 2, "seconds": 30}
    assert small.refusal(c.MarkAbsent(2)) == (Code.TOO_FEW_CALLS, few)
    assert small.refusal(c.Recall(2)) == (Code.CALLED_JUST_NOW, {"ticket": ticket, "seconds": 30})
    small.pass_(seconds=30)
    small.recall(2)
    assert small.refusal(c.MarkAbsent(2)) == (Code.TOO_FEW_CALLS, few | {"calls": 2})
    small.pass_(seconds=30)
    small.absent(2)
    assert small.ticket(ticket).state is StopState.ABSENT


def test_who_comes_back_in_time_waits_again_with_all_stops(small: Scene) -> None:
    ticket = small.issue("MT01", pay_first=True)
    called_in_vain(small, 2)
    assert small.states(ticket) == [StopState.ABSENT, StopState.CANCELLED, StopState.CANCELLED]
    small.pass_(minutes=10)
    small.returns(ticket)
    assert small.states(ticket) == [StopState.WAITING, StopState.PLANNED, StopState.PLANNED]
    assert small.call(2) == ticket


@pytest.mark.parametrize(("place", "expected"), [("arrival", 1), ("first", 0), ("tail", 2)])
def test_where_who_comes_back_stands_is_written_in_the_centre_file(place: str, expected: int) -> None:
    scene = with_calls(Calls(grace_minutes=10, returns_to=place))
    before, ticket = scene.issue("PJ01"), scene.issue("PJ01")
    scene.call(2, ticket)
    scene.absent(2)
    scene.pass_(minutes=1)
    scene.issue("PJ01")
    scene.pass_(minutes=1)
    scene.returns(ticket)
    assert scene.waiting("PJ").index(ticket) == expected
    assert before in scene.waiting("PJ")


def test_first_in_line_never_passes_a_preferential_ticket() -> None:
    scene = with_calls(Calls(grace_minutes=10, returns_to="first"))
    ticket = scene.issue("PJ01")
    scene.call(2)
    scene.absent(2)
    preferential = scene.issue("PJ01", preferential=True)
    scene.returns(ticket)
    assert scene.call(2) == preferential


def test_a_grace_in_tickets_ends_when_so_many_of_the_queue_were_called() -> None:
    scene = with_calls(Calls(grace_tickets=2))
    ticket = scene.issue("PJ01")
    scene.call(2)
    scene.absent(2)
    for counter in (2, 4):
        scene.pass_(hours=1)
        scene.issue("BN01")
        scene.issue("PJ01")
        scene.order(c.CallTicket(counter, scene.waiting("PJ")[0]))
    assert scene.refusal(c.ReturnTicket(ticket)) == (Code.GRACE_OVER, {"ticket": ticket})


def test_without_any_grace_an_absent_ticket_has_ended() -> None:
    scene = with_calls(Calls())
    ticket = scene.issue("PJ01")
    scene.call(2)
    scene.absent(2)
    assert scene.refusal(c.ReturnTicket(ticket)) == (Code.NOT_ABSENT, {"ticket": ticket, "state": "absent"})


def test_a_wrong_call_goes_back_to_its_place(small: Scene) -> None:
    ticket, other = small.issue("PJ01"), small.issue("PJ01")
    small.call(2, other)
    small.undo(2)
    assert small.waiting("PJ") == [ticket, other]
    assert small.is_free(2)
    assert next(iter(small.day.attentions.values())).outcome is Outcome.UNDONE


def test_a_wrong_call_of_a_pending_ticket_leaves_it_pending(small: Scene) -> None:
    ticket = small.issue("PJ01")
    small.serve(2)
    small.hold(2)
    small.resume(4, ticket)
    small.undo(4)
    assert small.ticket(ticket).state is StopState.HELD


def test_a_wrong_finish_is_reopened_and_the_next_stop_planned_again(small: Scene) -> None:
    ticket = small.issue("PJ01", pay_first=True)
    small.serve(2)
    small.finish(2)
    assert small.waiting("PJ") == [ticket]
    small.undo(2)
    assert (small.states(ticket), small.waiting("PJ")) == ([StopState.SERVING, StopState.PLANNED], [])
    small.finish(2)
    assert small.waiting("PJ") == [ticket]


def test_finish_and_call_are_undone_one_after_the_other(small: Scene) -> None:
    first, second = small.issue("PJ01"), small.issue("PJ01")
    small.serve(2)
    assert small.finish_and_call(2) == second
    small.undo(2)
    small.undo(2)
    assert small.at_counter(2).ticket == first
    assert small.waiting("PJ") == [second]


def test_a_finish_is_not_undone_once_the_ticket_was_called_elsewhere(small: Scene) -> None:
    small.issue("PJ01", pay_first=True)
    small.serve(2)
    small.finish(2)
    small.call(4)
    assert small.refusal(c.Undo(2)) == (Code.NOTHING_TO_UNDO, {"counter": 2})


def test_a_transferred_ticket_comes_back_to_the_counter_that_wants_it(small: Scene) -> None:
    small.open(5)
    ticket = small.issue("PJ01")
    small.serve(2)
    small.order(c.TransferTicket(2, "MT", back=True))
    assert small.queues(ticket) == ["PJ", "MT", "PJ"]
    small.issue("PJ01")
    small.serve(5)
    small.finish(5)
    other = small.waiting("PJ")[1]
    assert small.refusal(c.CallTicket(4, ticket)) == (Code.NOT_SERVED_HERE, {"ticket": ticket, "counter": 4})
    assert small.call(4) == other
    assert small.call(2) == ticket


def test_who_should_come_back_to_a_counter_that_closes_goes_to_any(small: Scene) -> None:
    small.open(5)
    ticket = small.issue("PJ01")
    small.serve(2)
    small.order(c.TransferTicket(2, "MT", back=True))
    small.serve(5)
    small.finish(5)
    small.close(2)
    assert small.call(4) == ticket


def wanted_back(small: Scene) -> int:
    """At counter 2, which is on a pause while counter 4 attends the same."""
    small.open(5)
    ticket = small.issue("PJ01")
    small.serve(2)
    small.order(c.TransferTicket(2, "MT", back=True))
    small.serve(5)
    small.finish(5)
    small.pause(2)
    return ticket


def test_a_short_pause_keeps_who_should_come_back(small: Scene) -> None:
    ticket = wanted_back(small)
    small.time_comes(minutes=9)
    assert small.refusal(c.CallNext(4)) == (Code.NOBODY_WAITING, {"counter": 4})
    small.open(2)
    small.time_comes(minutes=9)
    assert small.call(2) == ticket


def test_after_ten_minutes_of_a_pause_any_counter_may_call_who_should_come_back(small: Scene) -> None:
    ticket = wanted_back(small)
    small.time_comes(minutes=10)
    assert small.last == e.StopFreed(ticket, 2, 2)
    assert small.call(4) == ticket
    assert picture(folded(small.log)) == picture(small.hall)


def test_where_no_other_counter_attends_the_same_there_is_nothing_to_free(small: Scene) -> None:
    wanted_back(small)
    small.close(4)
    events = len(small.log)
    small.time_comes(minutes=30)
    assert len(small.log) == events


def test_a_transfer_stands_where_the_centre_file_says(small: Scene) -> None:
    ticket = small.issue("PJ01")
    small.serve(2)
    small.pass_(minutes=1)
    other = small.issue("MT01")
    small.pass_(minutes=1)
    small.transfer(2, "MT")
    assert small.waiting("MT") == [other, ticket]
    assert small.ticket(ticket).stop.promised is not None


def test_a_note_is_in_no_event(small: Scene) -> None:
    small.issue("PJ01")
    small.serve(2)
    small.order(c.TransferTicket(2, "MT", note="Trae el DNI de su hijo"))
    assert all(b"hijo" not in e.encode_event(recorded.event) for recorded in small.log)
    assert any(isinstance(recorded.event, e.TicketTransferred) and recorded.event.note for recorded in small.log)
