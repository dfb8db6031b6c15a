"""A day lived again goes through the fold, keeps the law under *legal*, and says what another rule would do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Itinerary, Leg
from shared.domain.generate import generate_day
from shared.domain.indicators import Group, day_figures
from shared.domain.measured import measured
from shared.domain.plan import Plan, Post, ordinary_plan, recorded_plan
from shared.domain.policy import Policy, Rule
from shared.domain.recorded import as_it_was, left_out, overtakes, trace_of
from shared.domain.replay import Outcome, Waiter, replay
from shared.domain.ticket import ENDED, StopState
from shared.domain.trace import Header, Hold, Task, Trace, Visit
from tests.fakes.scene import Scene

SATURDAY = date(2026, 11, 28)
OPENS = datetime(2026, 11, 28, 13, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def saturday(region_sur: Catalogue) -> Trace:
    return generate_day(region_sur, SATURDAY, Random(4), "seed 4", factor=1.5)


def lived(catalogue: Catalogue, *visits: Visit, counters: Sequence[int] = (20,)) -> Outcome:
    """A few visits at a few counters that stay all morning."""
    plan: Plan = tuple(Post(counter, f"a{counter:03d}", ((OPENS, OPENS + timedelta(hours=5)),)) for counter in counters)
    return replay(catalogue, Trace(Header(catalogue.id, SATURDAY, "by hand"), visits), plan)


def visit(minute: float, *tasks: Task, preferential: bool = False) -> Visit:
    return Visit(OPENS + timedelta(minutes=minute), tasks, preferential)


PJ = Task("PJ", "PJ02", attention=600, presentation=60)


def test_nobody_is_lost_and_the_law_is_kept(region_sur: Catalogue, saturday: Trace) -> None:
    outcome = replay(region_sur, saturday, ordinary_plan(region_sur, SATURDAY))
    assert len(outcome.day.tickets) == len(saturday.visits)
    assert all(ticket.state in ENDED for ticket in outcome.day.tickets.values())
    assert outcome.violations == 0
    assert outcome.overtakes > 0
    assert not outcome.day.is_open
    assert day_figures(region_sur, outcome.day)[Group("centre", "")].attentions > 1000


def test_the_same_day_twice_is_the_same(region_sur: Catalogue, saturday: Trace) -> None:
    one, two = (replay(region_sur, saturday, ordinary_plan(region_sur, SATURDAY)) for _ in range(2))
    assert measured(region_sur, one.day) == measured(region_sur, two.day)


def test_the_times_are_those_of_the_trace(region_sur: Catalogue) -> None:
    outcome = lived(region_sur, visit(0, PJ), visit(1, PJ))
    first, second = measured(region_sur, outcome.day)
    assert (first.wait, first.presentation, first.attention) == (0, 60, 600)
    assert (second.wait, second.presentation, second.attention) == (600, 60, 600)
    assert outcome.last["PJ"] == OPENS + timedelta(minutes=22)


def test_who_never_comes_is_absent_and_who_lost_patience_is_called_in_vain(region_sur: Catalogue) -> None:
    outcome = lived(
        region_sur,
        visit(0, replace(PJ, absent=True)),
        visit(0.5, PJ),
        visit(1, replace(PJ, patience=60)),
        visit(2, replace(PJ, patience=60, says_so=True)),
        visit(3, replace(PJ, patience=6000)),
    )
    states = [ticket.state for ticket in outcome.day.tickets.values()]
    assert states == [StopState.ABSENT, StopState.DONE, StopState.ABSENT, StopState.CANCELLED, StopState.DONE]


def test_a_payment_comes_first_and_who_is_sent_on_goes_on(region_sur: Catalogue) -> None:
    outcome = lived(
        region_sur,
        visit(0, Task("BN", "BN01", 120), Task("PJ", "PJ01", 240)),
        visit(1, Task("PJ", "PJ02", 60, sent_on=True), Task("BN", "BN02", 60)),
        counters=(1, 20),
    )
    itineraries = [[stop.queue for stop in ticket.stops] for ticket in outcome.day.tickets.values()]
    assert itineraries == [["BN", "PJ"], ["PJ", "BN"]]
    assert all(ticket.state is StopState.DONE for ticket in outcome.day.tickets.values())


def test_a_return_leg_comes_when_its_time_has_come(region_sur: Catalogue) -> None:
    tasks = (Task("BN", "BN01", 60, 0), Task("MT", "MT01", 60, 0), Task("ME", "ME01", 60, 0))
    late = replace(visit(1, *tasks), goal="MT01")
    outcome = lived(region_sur, replace(visit(0, *tasks), goal="MT01"), late, counters=(1, 24, 25))
    first, second = outcome.day.tickets.values()
    assert [stop.state for stop in first.stops] == [StopState.DONE] * 3
    waits = [stop.wait for stop in measured(region_sur, outcome.day) if stop.queue == "ME"]
    assert waits == [0, 0]
    assert second.stops[2].eligible_at == OPENS + timedelta(minutes=48)


def test_a_return_leg_that_nobody_attends_expires(region_sur: Catalogue) -> None:
    tasks = (Task("BN", "BN01", 60, 0), Task("MT", "MT01", 60, 0), Task("ME", "ME01", 60, 0))
    outcome = lived(region_sur, replace(visit(0, *tasks), goal="MT01"), counters=(1, 24))
    (ticket,) = outcome.day.tickets.values()
    assert ticket.state is StopState.EXPIRED


def test_free_stops_are_looked_at_as_the_hub_does(region_sur: Catalogue) -> None:
    free = tuple(Leg(code, free=True) for code in ("SU01", "TR01"))
    centre = replace(region_sur, itineraries=(Itinerary("two", "SU01", free),))
    tasks = (Task("SU", "SU01", 1800, 0), Task("TR", "TR01", 60, 0))
    busy = visit(0, Task("SU", "SU01", 600, 0))
    visits = (replace(busy, goal="SU01", tasks=tasks), replace(visit(1, *tasks), goal="SU01"))
    numbers = [next(k.number for k in centre.counters_of[queue]) for queue in ("SU", "TR")]
    outcome = lived(centre, *visits, counters=numbers)
    assert all(ticket.state is StopState.DONE for ticket in outcome.day.tickets.values())
    assert {stop.queue: stop.attention for stop in measured(centre, outcome.day)} == {"SU": 1800, "TR": 60}
    assert [[stop.queue for stop in ticket.stops] for ticket in outcome.day.tickets.values()][1] == ["TR", "SU"]


def test_a_counter_ends_its_attention_before_lunch(region_sur: Catalogue) -> None:
    spans = ((OPENS, OPENS + timedelta(minutes=5)), (OPENS + timedelta(minutes=30), OPENS + timedelta(hours=2)))
    trace = Trace(Header(region_sur.id, SATURDAY, ""), (visit(0, PJ), visit(1, PJ)))
    outcome = replay(region_sur, trace, (Post(20, "a020", spans),))
    first, second = measured(region_sur, outcome.day)
    assert first.attention == 600
    assert second.wait == 29 * 60


def test_a_ticket_that_the_rules_do_not_give_is_counted(region_sur: Catalogue) -> None:
    outcome = lived(region_sur, visit(60 * 6, PJ))
    assert outcome.refused == {"entity_closed": 1}
    assert not outcome.day.tickets


def test_another_policy_is_lived_through_the_same_fold(region_sur: Catalogue) -> None:
    visits = (visit(0, PJ), visit(1, PJ), visit(2, PJ, preferential=True))
    legal = lived(region_sur, *visits)
    queues = tuple(replace(queue, policy=Policy(Rule.FCFS)) for queue in region_sur.queues)
    first_come = lived(replace(region_sur, queues=queues), *visits)
    assert [stop.wait for stop in measured(region_sur, legal.day)] == [0, 1260, 540]
    assert [stop.wait for stop in measured(region_sur, first_come.day)] == [0, 600, 1200]
    assert (legal.overtakes, legal.violations) == (1, 0)
    assert (first_come.overtakes, first_come.violations) == (0, 1)


def test_a_rule_of_ones_own_goes_into_the_fold_as_calls_by_hand(region_sur: Catalogue) -> None:
    def last_come(who: Sequence[Waiter], now: float, counter: int) -> Waiter:
        assert 8.5 <= now / 3600 < 9
        assert counter == 20
        return max(who)

    trace = Trace(Header(region_sur.id, SATURDAY, ""), (visit(0, PJ), visit(1, PJ), visit(2, PJ)))
    plan = (Post(20, "a020", ((OPENS, OPENS + timedelta(hours=4)),)),)
    outcome = replay(region_sur, trace, plan, last_come)
    assert [stop.wait for stop in measured(region_sur, outcome.day)] == [0, 1260, 540]
    assert {attention.because.rule for attention in outcome.day.attentions.values()} == {"by_hand"}
    assert outcome.overtakes == 1


def test_an_empty_day_can_be_lived(region_sur: Catalogue) -> None:
    outcome = lived(region_sur)
    assert not outcome.day.tickets
    assert not outcome.day.is_open


def test_a_recorded_day_lived_under_its_own_rules_goes_as_it_went(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.open(20)
    scene.issue("PJ02")
    scene.call(20)
    scene.pass_(minutes=1)
    gives_up = scene.issue("PJ02")
    scene.issue("PJ02")
    scene.issue("PJ02", preferential=True)
    scene.start(20)
    scene.pass_(minutes=4)
    scene.cancel(gives_up)
    scene.finish(20)
    for absent in (False, True):
        scene.call(20)
        scene.pass_(minutes=2)
        if absent:
            scene.absent(20)
        else:
            scene.start(20)
            scene.pass_(minutes=6)
            scene.finish(20)
    scene.pass_(hours=1)
    scene.close_day()
    trace, hall, proof = trace_of(scene.log)
    assert hall.day is not None
    tasks = [visit.tasks[0] for visit in trace.visits]
    assert [(t.attention, t.presentation, t.absent, t.patience, t.says_so) for t in tasks] == [
        (240, 60, False, None, False),
        (300, 45, False, 240, True),
        (300, 140, True, None, False),  # called twice, ten seconds apart
        (360, 120, False, None, False),
    ]
    outcome = replay(region_sur, trace, recorded_plan(hall.day))
    again, was = measured(region_sur, outcome.day), measured(region_sur, scene.day)
    assert [(s.wait, s.attention, s.state) for s in again] == [(s.wait, s.attention, s.state) for s in was]
    assert not any(as_it_was(scene.day).values())
    assert overtakes(scene.day) == 1
    assert (proof.calls, proof.faults) == (3, [])


def test_who_was_sent_on_is_sent_on_again(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.open(1)
    scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.pass_(minutes=3)
    scene.transfer(1, "RC", "RC01")
    scene.close_day()
    trace, hall, _ = trace_of(scene.log)
    payment, sent, goal = trace.visits[0].tasks
    assert (payment.queue, payment.attention, payment.sent_on) == ("BN", 180, True)
    assert (sent.queue, sent.attention, goal.queue) == ("RC", 240, "PJ")
    assert hall.day is not None
    outcome = replay(region_sur, trace, recorded_plan(hall.day))
    (ticket,) = outcome.day.tickets.values()
    assert [stop.queue for stop in ticket.stops] == ["BN", "RC", "PJ"]


def test_who_is_left_pending_is_called_back_by_the_first_that_is_free(region_sur: Catalogue) -> None:
    pending = replace(PJ, held=(Hold(120, away=300, presentation=30, reason="copies"),))
    for_good = replace(PJ, held=(Hold(60),))
    outcome = lived(region_sur, visit(0, pending), visit(1, PJ), visit(2, for_good), visit(3, PJ, preferential=True))
    first, second, third, _ = measured(region_sur, outcome.day)
    assert (first.attention, second.attention) == (600, 600)
    assert [ticket.state for ticket in outcome.day.tickets.values()][2] is StopState.LEFT
    assert third.attention == 60
    assert [a.because.rule for a in outcome.day.attentions.values()].count("resumed") == outcome.by_people == 1
    assert outcome.violations == 0


def test_a_release_and_a_call_by_hand_happen_again(region_sur: Catalogue) -> None:
    taken = replace(PJ, released=(90.0,))
    by_hand = replace(PJ, by_hand=60.0)
    outcome = lived(region_sur, visit(0, taken), visit(1, PJ), visit(2, by_hand))
    rules = [(a.ticket % 100, a.because.rule, a.outcome) for a in outcome.day.attentions.values()]
    assert [(ticket, rule) for ticket, rule, _ in rules] == [
        (1, "arrival"),
        (1, "arrival"),
        (3, "by_hand"),
        (2, "arrival"),
    ]
    assert rules[0][2] is not rules[1][2]
    assert (outcome.overtakes, outcome.by_people) == (0, 1)


def test_a_family_is_attended_together_and_an_appointment_dates_its_ticket(region_sur: Catalogue) -> None:
    family = [replace(visit(minute, PJ), group=7) for minute in (1, 1.1)]
    outcome = lived(region_sur, visit(0, PJ), *family)
    assert [attention.together for attention in outcome.day.attentions.values()][1] != ()
    assert len(outcome.day.attentions) == 2
    last = list(outcome.day.attentions.values())[1]
    assert last.started_at
    assert last.ended_at == last.started_at + timedelta(seconds=1200)
    slot = OPENS + timedelta(minutes=10)
    task = Task("LC", "LC01", 600, 30)
    late = replace(visit(40, task), slot=slot)
    outcome = lived(region_sur, replace(visit(1, task), slot=slot), late, counters=(30,))
    first, second = outcome.day.tickets.values()
    assert (first.slot, first.late, second.slot, second.late) == (slot, None, None, slot)


def test_who_is_too_early_for_an_appointment_waits_until_it_can_be_checked_in(region_sur: Catalogue) -> None:
    slot = OPENS + timedelta(minutes=60)
    outcome = lived(region_sur, replace(visit(1, Task("LC", "LC01", 600, 30)), slot=slot), counters=(30,))
    (ticket,) = outcome.day.tickets.values()
    assert ticket.issued_at == slot - timedelta(minutes=region_sur.appointments.early_minutes)


def test_what_people_did_is_read_off_the_log_and_done_again(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.open(20)
    first, second, third = (scene.issue("PJ02") for _ in range(3))
    scene.call(20)
    scene.pass_(minutes=1)
    scene.order(c.ReleaseTicket(first))
    scene.pass_(minutes=1)
    scene.order(c.CallTicket(20, third))
    scene.start(20)
    scene.pass_(minutes=3)
    scene.hold(20)
    scene.pass_(minutes=5)
    scene.resume(20, third)
    scene.start(20)
    scene.pass_(minutes=2)
    scene.finish(20)
    for _ in (first, second):
        scene.serve(20)
        scene.pass_(minutes=4)
        scene.finish(20)
    scene.close_day()
    trace, hall, _ = trace_of(scene.log)
    assert hall.day is not None
    tasks = [visit.tasks[0] for visit in trace.visits]
    assert [(task.released, task.by_hand) for task in tasks] == [((60.0,), None), ((), None), ((), 120.0)]
    assert tasks[2].held == (Hold(180, 300, 0, "copies"),)
    assert tasks[2].attention == 300
    assert as_it_was(hall.day) == {"called by hand": 1, "released": 1, "left pending": 1}
    assert not any(left_out(hall.day).values())
    outcome = replay(region_sur, trace, recorded_plan(hall.day))
    assert all(ticket.state is StopState.DONE for ticket in outcome.day.tickets.values())
    assert {a.because.rule for a in outcome.day.attentions.values()} >= {"by_hand", "resumed"}
