"""Numbers given without the hub come into their place: once, with their arrival, and nobody is left out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from shared.domain import commands as c, events as e
from shared.domain.measured import measured
from shared.domain.recorded import trace_of
from shared.domain.refusals import Code
from shared.domain.ticket import StopState
from tests.fakes.scene import NINE, Scene, folded, picture
from tests.fakes.small_centre import SMALL, VISITS

TAKEN = NINE - timedelta(minutes=20)
HASH = "ab" * 32


@pytest.fixture
def small() -> Scene:
    scene = Scene(SMALL)
    scene.open(1, 2, 4)
    return scene


def spare(number: int = 1, first: str = "r1", **more: object) -> c.MergeSpare:
    facts: dict[str, object] = {"service": "PJ01", "token": HASH} | more
    taken = facts.pop("taken_at", TAKEN)
    assert isinstance(taken, datetime)
    return c.MergeSpare("A", number, first, taken, **facts)  # type: ignore[arg-type]


def test_a_kiosk_gets_one_letter_once_and_no_two_the_same(small: Scene) -> None:
    for device in ("kiosk-1", "kiosk-2"):
        small.order(c.TakeLetter(device=device))
    assert small.order(c.TakeLetter(device="kiosk-1")) == []
    small.order(c.TakeLetter("E", "kiosk-3"))
    small.order(c.TakeLetter("E", "kiosk-4"))
    assert small.hall.centre.letters == {"kiosk-1": "A", "kiosk-2": "B", "kiosk-3": "E", "kiosk-4": "C"}


def test_a_spare_number_becomes_a_ticket_with_the_arrival_of_its_citizen(small: Scene) -> None:
    small.at = NINE - timedelta(minutes=30)
    before = small.issue("PJ02")
    small.at = NINE
    after = small.issue("PJ02")
    issued, merged = small.order(spare())
    assert isinstance(issued, e.TicketIssued)
    assert isinstance(merged, e.SpareTicketMerged)
    ticket = small.ticket(issued.ticket)
    assert (ticket.text, ticket.own_text, ticket.issued_at, merged.was) == ("A 001", "PJ 003", TAKEN, "new")
    assert small.waiting("PJ") == [before, ticket.id, after]
    assert issued.ahead == 1
    assert issued.wait is None


def test_an_order_that_the_hub_had_carried_out_keeps_its_one_ticket(small: Scene) -> None:
    ticket = small.issue("PJ01")
    (merged,) = small.order(spare(ticket=ticket))
    assert isinstance(merged, e.SpareTicketMerged)
    assert merged.was == "waiting"
    assert small.ticket(ticket).text == "A 001"
    assert small.ticket(ticket).issued_at == NINE
    assert len(small.day.tickets) == 1


@pytest.mark.parametrize("how", ["called", "serving", "absent", "held"])
def test_who_had_been_called_meanwhile_waits_again(small: Scene, how: str) -> None:
    ticket, other = small.issue("PJ02"), small.issue("PJ02")
    small.call(2)
    if how in ("serving", "held"):
        small.start(2)
    if how == "held":
        small.hold(2)
    if how == "absent":
        small.absent(2)
    merged, *_ = small.order(spare(ticket=ticket, service="PJ02"))
    assert isinstance(merged, e.SpareTicketMerged)
    assert merged.was == "called"
    assert small.waiting("PJ") == [ticket, other]
    assert small.is_free(2)


@pytest.mark.parametrize("how", ["finished", "cancelled"])
def test_who_had_ended_meanwhile_has_its_stops_again(small: Scene, how: str) -> None:
    ticket = small.issue("PJ01")
    if how == "cancelled":
        small.cancel(ticket)
    else:
        small.serve(2)
        small.finish(2)
    (merged,) = small.order(spare(ticket=ticket, pay_first=True))
    assert isinstance(merged, e.SpareTicketMerged)
    assert merged.was == "ended"
    assert small.queues(ticket)[1:] == ["BN", "PJ"]
    assert small.waiting("BN") == [ticket]
    assert small.call(1) == ticket


def test_the_same_number_is_merged_once_under_any_request(small: Scene) -> None:
    small.order(spare())
    assert small.order(spare()) == []
    assert len(small.day.tickets) == 1


def test_another_number_for_the_same_order_has_no_ticket(small: Scene) -> None:
    small.order(spare(1))
    (voided,) = small.order(spare(2))
    assert isinstance(voided, e.SpareNumberVoided)
    assert voided.why == "taken"
    assert len(small.day.tickets) == 1


def test_a_number_that_nobody_took_is_a_row_and_no_ticket(small: Scene) -> None:
    ticket = small.issue("PJ01")
    voided, cancelled = small.order(spare(ticket=ticket, void="not_printed"))
    assert isinstance(voided, e.SpareNumberVoided)
    assert voided.why == "not_printed"
    assert isinstance(cancelled, e.TicketCancelled)
    assert small.waiting("PJ") == []


def test_a_number_of_yesterday_has_no_ticket(small: Scene) -> None:
    (voided,) = small.order(spare(taken_at=NINE - timedelta(days=1)))
    assert isinstance(voided, e.SpareNumberVoided)
    assert voided.why == "other_day"


def test_no_rule_of_the_hall_stands_in_the_way_of_a_paper_that_was_given(small: Scene) -> None:
    small.order(c.SuspendService("PJ01"))
    small.at = NINE + timedelta(hours=12)
    assert [type(event) for event in small.order(spare())] == [e.TicketIssued, e.SpareTicketMerged]


def test_a_service_that_is_gone_is_told_and_not_forgotten(small: Scene) -> None:
    (voided,) = small.order(spare(service="XX01"))
    assert isinstance(voided, e.SpareNumberVoided)
    assert voided.why == "unknown_service"


def test_a_number_from_a_clock_that_is_ahead_was_taken_now(small: Scene) -> None:
    issued, _ = small.order(spare(taken_at=NINE + timedelta(minutes=5)))
    assert isinstance(issued, e.TicketIssued)
    assert issued.taken_at == NINE


@pytest.mark.parametrize("written", ["A 001", "a1", "PJ 001"])
def test_a_ticket_is_found_by_either_of_its_numbers(small: Scene, written: str) -> None:
    small.order(spare())
    assert small.refusal(c.FindTicket(written)) is None


def test_numbers_of_the_roll_get_tickets_spread_over_the_time_it_was_used(small: Scene) -> None:
    order = c.EnterPaper(11, 13, NINE - timedelta(minutes=40), NINE - timedelta(minutes=20), queue="PJ")
    assert len(small.order(order)) == 6
    tickets = [small.ticket(ticket) for ticket in small.waiting("PJ")]
    assert [ticket.text for ticket in tickets] == ["R 011", "R 012", "R 013"]
    assert [(NINE - ticket.issued_at).total_seconds() / 60 for ticket in tickets] == [40, 30, 20]
    assert len({ticket.number for ticket in tickets}) == 3
    assert small.order(replace(order, last=14)) != []
    assert [small.ticket(ticket).text for ticket in small.waiting("PJ")][-1] == "R 014"


@pytest.mark.parametrize(("first", "last"), [(5, 4), (0, 3), (1, 101), (990, 1000)])
def test_a_range_that_is_none_is_refused(small: Scene, first: int, last: int) -> None:
    order = c.EnterPaper(first, last, TAKEN, NINE, queue="PJ")
    assert small.refusal(order) == (Code.RANGE_NOT_RIGHT, {"most": 100})


def test_who_was_attended_by_hand_does_not_wait_for_ever(small: Scene) -> None:
    served, absent = small.issue("PJ01", pay_first=True), small.issue("PJ02")
    small.order(c.NoteAttended(1, "served", TAKEN, served))
    assert small.states(served) == [StopState.DONE, StopState.WAITING]
    (noted,) = small.order(c.NoteAttended(2, "absent", TAKEN, number="pj 2"))
    assert isinstance(noted, e.AttendedByHand)
    assert (noted.ticket, noted.advisor) == (absent, small.advisor(2))
    assert small.states(absent) == [StopState.ABSENT]
    assert small.refusal(c.NoteAttended(2, "served", TAKEN, absent)) == (
        Code.NOT_WAITING,
        {"ticket": absent, "state": "absent"},
    )


def test_by_hand_is_noted_only_where_it_can_be_attended(small: Scene) -> None:
    ticket = small.issue("MT01")
    assert small.refusal(c.NoteAttended(1, "served", TAKEN, ticket)) == (
        Code.NOT_SERVED_HERE,
        {"ticket": ticket, "counter": 1},
    )


def merges(event: object, ticket: int) -> bool:
    return isinstance(event, e.SpareTicketMerged) and event.ticket == ticket


def calls(event: object, ticket: int) -> bool:
    return isinstance(event, e.TicketCalled) and event.ticket == ticket


AT_COUNTER = {"start": c.StartAttention(2), "end": c.FinishAttention(2), "absent": c.MarkAbsent(2)}
STEPS = st.lists(
    st.sampled_from(["lost answer", "lost order", "in time", "merge", "again", "call", "start", "end", "absent"]),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_each_citizen_has_exactly_one_ticket_whatever_is_lost(steps: list[str]) -> None:
    """A kiosk loses answers and orders; counters go on; every citizen is called by the number on the own paper."""
    scene = Scene(VISITS)
    scene.open(2)
    papers: list[str] = []  # what each citizen holds
    spares: list[c.MergeSpare] = []
    for step in [*steps, "merge"]:
        scene.pass_(seconds=31)
        if step in ("lost answer", "lost order"):
            issued = scene.issue("PJ02") if step == "lost answer" else 0
            number = len(spares) + 1
            spares.append(c.MergeSpare("A", number, f"r{number}", scene.at, "PJ02", token=f"t{number}", ticket=issued))
            papers.append(f"A {number:03d}")
        elif step == "in time":
            papers.append(scene.ticket(scene.issue("PJ02")).text)
        elif step in ("merge", "again"):
            for one in spares:
                scene.order(one)
        elif step == "call" and scene.is_free(2):
            scene.refusal(c.CallNext(2))
        elif not scene.is_free(2):
            scene.refusal(AT_COUNTER.get(step, c.Recall(2)))
    assert sorted(ticket.text for ticket in scene.day.tickets.values()) == sorted(papers)
    for ticket in scene.day.tickets.values():
        told = max((r.seq for r in scene.log if merges(r.event, ticket.id)), default=0)
        called = any(calls(r.event, ticket.id) for r in scene.log if r.seq > told)
        assert called or ticket.state is StopState.WAITING, f"{ticket.text} is called by its own number, or waits"
    assert picture(folded(scene.log)) == picture(scene.hall)


def test_a_day_with_all_of_it_has_its_figures_and_can_be_lived_again(small: Scene) -> None:
    small.order(c.EnterPaper(1, 3, TAKEN, NINE, queue="PJ"))
    given, other = small.issue("PJ01"), small.issue("PJ02")
    small.serve(2)
    small.order(spare(ticket=given))
    small.order(spare(2, "r2"))
    small.order(spare(3, "r3", void="not_printed"))
    small.order(c.NoteAttended(2, "served", NINE, other))
    small.pass_(minutes=5)
    small.close_day()
    stops = measured(small.catalogue, small.day)
    assert len(stops) == 6
    assert all(stop.wait is None or stop.wait >= 0 for stop in stops)
    trace, _, _ = trace_of(small.log)
    assert [visit.at for visit in trace.visits].count(TAKEN) == 2
