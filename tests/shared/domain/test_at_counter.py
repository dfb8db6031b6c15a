"""What an advisor does at a counter, and what becomes of the ticket."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.catalogue import Catalogue
from shared.domain.day import Call, CounterStatus
from shared.domain.refusals import Code
from shared.domain.ticket import Outcome, StopState
from tests.fakes.scene import Scene

DONE, WAITING, HELD, CALLED = StopState.DONE, StopState.WAITING, StopState.HELD, StopState.CALLED
CANCELLED, ABSENT, TRANSFERRED = StopState.CANCELLED, StopState.ABSENT, StopState.TRANSFERRED


@pytest.fixture
def scene(region_sur: Catalogue) -> Scene:
    """Two counters of Poder Judicial, the one that follows narrowed to PJ02, and one of the bank."""
    counters = tuple(replace(k, services=("PJ02",)) if k.number == 21 else k for k in region_sur.counters)
    scene = Scene(replace(region_sur, counters=counters))
    scene.open(1, 20, 21)
    return scene


# opening, pausing, closing


def test_counter_remembers_who_attends_and_since_when(scene: Scene) -> None:
    state = scene.day.counter(20)
    assert (state.status, state.advisor, state.since) == (CounterStatus.OPEN, "a020", scene.at)


def test_opening_again_what_is_open_changes_nothing(scene: Scene) -> None:
    assert scene.order(c.OpenCounter(20, "a020")) == []


def test_a_counter_has_one_advisor_and_an_advisor_one_counter(scene: Scene) -> None:
    assert scene.refusal(c.OpenCounter(20, "a022")) == (Code.COUNTER_TAKEN, {"counter": 20, "advisor": "a020"})
    assert scene.refusal(c.OpenCounter(22, "a020")) == (Code.ADVISOR_ELSEWHERE, {"advisor": "a020", "counter": 20})
    scene.close(20)
    assert scene.refusal(c.OpenCounter(22, "a020")) is None
    assert scene.refusal(c.OpenCounter(20, "a022")) is None


def test_only_its_own_advisor_comes_back_to_a_paused_counter(scene: Scene) -> None:
    scene.pause(20, "lunch")
    state = scene.day.counter(20)
    assert (state.status, state.advisor, state.reason) == (CounterStatus.PAUSED, "a020", "lunch")
    assert scene.refusal(c.OpenCounter(20, "a022")) == (Code.COUNTER_TAKEN, {"counter": 20, "advisor": "a020"})
    scene.open(20)
    assert (scene.day.counter(20).status, scene.day.counter(20).reason) == (CounterStatus.OPEN, "")


@pytest.mark.parametrize("reason", c.PAUSE_REASONS)
def test_every_reason_for_a_pause_is_taken(scene: Scene, reason: str) -> None:
    scene.pause(20, reason)
    assert scene.day.counter(20).reason == reason


def test_counter_calls_nobody_while_it_is_paused_or_closed(scene: Scene) -> None:
    scene.issue("PJ01")
    scene.pause(20)
    assert scene.refusal(c.CallNext(20)) == (Code.COUNTER_PAUSED, {"counter": 20})
    scene.close(20)
    assert scene.refusal(c.CallNext(20)) == (Code.COUNTER_NOT_OPEN, {"counter": 20})
    assert scene.refusal(c.PauseCounter(20, "lunch")) == (Code.COUNTER_NOT_OPEN, {"counter": 20})


def test_closing_what_is_closed_changes_nothing(scene: Scene) -> None:
    assert scene.order(c.CloseCounter(22)) == []


def test_nobody_leaves_a_counter_with_a_citizen_at_it(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.call(20)
    busy = (Code.COUNTER_BUSY, {"counter": 20, "ticket": ticket})
    for command in (c.PauseCounter(20, "lunch"), c.CloseCounter(20), c.CallNext(20), c.CallTicket(20, ticket)):
        assert scene.refusal(command) == busy
    assert scene.refusal(c.ResumeTicket(20, ticket)) == busy


# calling


def test_called_ticket_is_at_its_counter_and_in_no_line(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.call(20)
    assert scene.states(ticket) == [CALLED]
    assert scene.waiting("PJ") == []
    attention = scene.at_counter(20)
    assert (attention.ticket, attention.stop, attention.counter, attention.advisor) == (ticket, 0, 20, "a020")
    assert (attention.called_at, attention.started_at, attention.calls) == (scene.at, None, 1)


def test_two_counters_never_call_the_same_ticket(scene: Scene) -> None:
    first, second = scene.issue("PJ02"), scene.issue("PJ02")
    assert (scene.call(20), scene.call(21)) == (first, second)


def test_narrowed_counter_calls_only_its_services(scene: Scene) -> None:
    scene.issue("PJ01")
    assert scene.refusal(c.CallNext(21)) == (Code.NOBODY_WAITING, {"counter": 21})
    orientation = scene.issue("PJ02")
    assert scene.call(21) == orientation


def test_ticket_of_a_bare_queue_can_be_called_at_a_narrowed_counter(scene: Scene) -> None:
    scene.order(c.IssueTicket(queue="PJ"))
    assert scene.call(21)


def test_calling_by_hand_takes_exactly_this_one(scene: Scene) -> None:
    _first, second = scene.issue("PJ01"), scene.issue("PJ01")
    assert scene.call(20, second) == second


def test_by_hand_only_who_waits_and_is_served_here_is_called(scene: Scene) -> None:
    bank, court = scene.issue("BN01"), scene.issue("PJ01")
    assert scene.refusal(c.CallTicket(20, bank)) == (Code.NOT_SERVED_HERE, {"ticket": bank, "counter": 20})
    assert scene.refusal(c.CallTicket(21, court)) == (Code.NOT_SERVED_HERE, {"ticket": court, "counter": 21})
    scene.call(20)
    assert scene.refusal(c.CallTicket(21, court)) == (Code.NOT_WAITING, {"ticket": court, "state": "called"})
    assert scene.refusal(c.CallTicket(21, 7)) == (Code.UNKNOWN_TICKET, {"ticket": 7})


def test_each_call_and_recall_has_its_own_place_among_the_calls(scene: Scene) -> None:
    first, second = scene.issue("PJ01"), scene.issue("BN01")
    scene.call(20)
    scene.call(1)
    scene.pass_(seconds=20)
    scene.recall(20)
    assert scene.day.calls[1:] == [
        Call(second, 1, recall=False, at=scene.day.attentions[2026112300002].called_at),
        Call(first, 20, recall=True, at=scene.at),
    ]
    assert scene.at_counter(20).calls == 2
    assert isinstance(scene.last, e.TicketRecalled)
    assert scene.last.call == 3


# attending


def test_own_service_is_ticked_beforehand_and_what_is_coded_replaces_it(scene: Scene) -> None:
    scene.issue("PJ01")
    scene.serve(20)
    assert scene.at_counter(20).services == ("PJ01",)
    scene.code(20, "PJ03", "BN01", "PJ03")
    assert scene.at_counter(20).services == ("PJ03", "BN01")
    scene.code(20)
    assert scene.at_counter(20).services == ()


def test_ticket_of_a_bare_queue_has_nothing_ticked(scene: Scene) -> None:
    scene.order(c.IssueTicket(queue="PJ"))
    scene.serve(20)
    assert scene.at_counter(20).services == ()


def test_finished_ticket_is_done_and_its_counter_free(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.serve(20)
    attention = scene.at_counter(20)
    scene.pass_(minutes=4)
    scene.finish(20)
    assert scene.states(ticket) == [DONE]
    assert scene.is_free(20)
    assert attention.ended_at == scene.at


def test_finish_and_call_is_one_order(scene: Scene) -> None:
    first, second = scene.issue("PJ01"), scene.issue("PJ01")
    scene.serve(20)
    assert [type(event) for event in scene.order(c.CallNext(20, finish=True))] == [e.AttentionFinished, e.TicketCalled]
    assert (scene.states(first), scene.states(second)) == ([DONE], [CALLED])


def test_finish_and_call_with_nobody_waiting_does_neither(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.serve(20)
    assert scene.refusal(c.CallNext(20, finish=True)) == (Code.NOBODY_WAITING, {"counter": 20})
    assert scene.at_counter(20).ticket == ticket


def test_before_the_start_there_is_nothing_to_finish_and_after_it_nobody_is_absent(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.call(20)
    here = {"ticket": ticket}
    for command in (
        c.FinishAttention(20),
        c.CallNext(20, finish=True),
        c.CodeServices(20, ("PJ01",)),
        c.HoldTicket(20, "form"),
        c.TransferTicket(20, "BN"),
    ):
        assert scene.refusal(command) == (Code.NOT_STARTED, here)
    scene.start(20)
    for again in (c.StartAttention(20), c.Recall(20), c.MarkAbsent(20)):
        assert scene.refusal(again) == (Code.ALREADY_STARTED, here)


# the other ways out


def test_absent_ends_the_whole_visit(scene: Scene) -> None:
    ticket = scene.issue("PJ01", pay_first=True)
    scene.call(1)
    attention = scene.at_counter(1)
    scene.absent(1)
    assert scene.states(ticket) == [ABSENT, CANCELLED]
    assert (attention.outcome, attention.services) == (Outcome.ABSENT, ())
    assert scene.is_free(1)
    assert scene.waiting("PJ") == []


def test_pending_ticket_stands_in_no_line_and_comes_back_in_a_new_attention(scene: Scene) -> None:
    ticket = scene.issue("PJ02")
    scene.serve(20)
    first = scene.at_counter(20)
    scene.hold(20, "copies")
    assert (scene.states(ticket), scene.ticket(ticket).stop.held_reason) == ([HELD], "copies")
    assert (scene.waiting("PJ"), list(scene.day.held), scene.is_free(20)) == ([], [ticket], True)
    assert scene.refusal(c.CallTicket(20, ticket)) == (Code.NOT_WAITING, {"ticket": ticket, "state": "held"})
    scene.resume(21, ticket)
    second = scene.at_counter(21)
    assert (first.outcome, second.ticket, second.because.rule) == (Outcome.HELD, ticket, "resumed")
    assert second.id != first.id
    assert not scene.day.held


@pytest.mark.parametrize("reason", c.HOLD_REASONS)
def test_every_reason_for_leaving_a_ticket_pending_is_taken(scene: Scene, reason: str) -> None:
    ticket = scene.issue("PJ01")
    scene.serve(20)
    scene.hold(20, reason)
    assert scene.ticket(ticket).stop.held_reason == reason


def test_pending_ticket_comes_back_only_where_its_service_is_attended(scene: Scene) -> None:
    ticket = scene.issue("PJ01")
    scene.serve(20)
    scene.hold(20)
    assert scene.refusal(c.ResumeTicket(21, ticket)) == (Code.NOT_SERVED_HERE, {"ticket": ticket, "counter": 21})


def test_transferred_ticket_keeps_its_number_and_its_arrival(scene: Scene) -> None:
    wrong = scene.issue("PJ01")
    scene.pass_(minutes=1)
    others = [scene.issue("BN01"), scene.issue("BN01")]
    scene.serve(20)
    scene.transfer(20, "BN", "BN01")
    assert scene.ticket(wrong).text == "PJ 001"
    assert scene.states(wrong) == [TRANSFERRED, WAITING]
    assert scene.waiting("BN") == [wrong, *others]
    assert scene.call(1) == wrong


def test_transfer_comes_before_the_stops_that_were_planned(scene: Scene) -> None:
    ticket = scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.transfer(1, "MT")
    assert [(stop.queue, stop.state) for stop in scene.ticket(ticket).stops] == [
        ("BN", TRANSFERRED),
        ("MT", WAITING),
        ("PJ", StopState.PLANNED),
    ]
    scene.open(22)
    scene.serve(22)
    scene.finish(22)
    assert scene.waiting("PJ") == [ticket]


def test_transfer_goes_to_a_queue_and_service_that_exist_and_belong_together(scene: Scene) -> None:
    scene.issue("PJ01")
    scene.serve(20)
    assert scene.refusal(c.TransferTicket(20, "XX")) == (Code.UNKNOWN_QUEUE, {"queue": "XX"})
    assert scene.refusal(c.TransferTicket(20, "BN", "XX01")) == (Code.UNKNOWN_SERVICE, {"service": "XX01"})
    assert scene.refusal(c.TransferTicket(20, "BN", "MT01")) == (
        Code.NOT_OF_QUEUE,
        {"service": "MT01", "queue": "BN"},
    )
    assert scene.refusal(c.TransferTicket(20, "PJ", "PJ02")) == (Code.SAME_QUEUE, {"queue": "PJ"})
