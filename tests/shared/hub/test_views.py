"""What is kept of the views of a moment before is what would be made anew."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.ending import Override
from shared.domain.policy import Policy, Rule
from shared.domain.waiting import Range
from shared.hub.steady import Steady
from shared.hub.views import Shown, Views
from shared.lan.messages import DeviceRole, Hello
from shared.lan.views import (
    CounterView,
    OutlookView,
    PassingView,
    ProofView,
    QueueView,
    ServiceView,
    WaitingView,
)
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL, VISITS

SUPERVISOR = Hello((1, 1), DeviceRole.SUPERVISOR, "desk")
EVERYBODY = [
    SUPERVISOR,
    Hello((1, 1), DeviceRole.KIOSK, "kiosk"),
    Hello((1, 1), DeviceRole.ORIENTATOR, "door"),
    *(Hello((1, 1), DeviceRole.BOARD, "board", zone=zone) for zone in ("", "1", "2")),
    *(Hello((1, 1), DeviceRole.COUNTER, "counter", counter.number) for counter in SMALL.counters),
]


def seen(scene: Scene) -> Views:
    """Views as they are after everybody was shown them."""
    views = Views(scene.hall, scene.at)
    for hello in EVERYBODY:
        views.of(hello)
    return views


def test_ticket_left_pending_and_resumed_elsewhere_in_one_group_is_shown_at_one_counter(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.open(20, 21)
    ticket = scene.issue("PJ01")
    scene.serve(20)
    before = Views(scene.hall, scene.at)
    before.of(SUPERVISOR)
    so_far = len(scene.log)
    scene.hold(20)
    scene.resume(21, ticket)
    now = Views(scene.hall, scene.at)
    now.carry_over(before, scene.log[so_far:])
    left, resumed = (now.of(SUPERVISOR)[f"counter/{number}"] for number in (20, 21))
    assert isinstance(left, CounterView)
    assert isinstance(resumed, CounterView)
    assert left.attention is None
    assert resumed.attention
    assert resumed.attention.ticket == ticket


@pytest.mark.parametrize("seed", range(5))
def test_carried_views_are_those_made_anew(seed: int) -> None:
    scene = Scene(VISITS)
    scene.open(1, 2, 4, 6)
    crowd = Crowd(scene, seed)
    for group in range(60):
        before, so_far = seen(scene), len(scene.log)
        crowd.act(1 + group % 4)
        carried, anew = Views(scene.hall, scene.at), Views(scene.hall, scene.at)
        carried.carry_over(before, scene.log[so_far:])
        for hello in EVERYBODY:
            assert without_waits(carried.of(hello)) == without_waits(anew.of(hello))


def without_waits(shown: Shown) -> Shown:
    """A wait goes on with the time, and with what happens in other queues: those of the rest are made every 15 s."""
    return {
        key: replace(view, wait=None) if isinstance(view, QueueView | ServiceView) else view
        for key, view in shown.items()
        if not isinstance(view, OutlookView)
    }


def rows(scene: Scene) -> dict[str, WaitingView]:
    shown = Views(scene.hall, scene.at).of(SUPERVISOR)
    return {key: view for key, view in shown.items() if isinstance(view, WaitingView)}


@pytest.mark.parametrize("policy", [Policy(), Policy(Rule.STRICT), Policy(Rule.FCFS), Policy(guard=30)])
def test_a_call_changes_no_row_of_those_who_go_on_waiting(policy: Policy) -> None:
    """Else every call would send the whole line to every counter again."""
    scene = Scene(replace(SMALL, queues=tuple(replace(q, policy=policy) for q in SMALL.queues)))
    scene.open(2)
    for minute in range(20):
        scene.issue(("PJ01", "BN01", "PJ02")[minute % 3], preferential=minute % 4 == 0)
        scene.pass_(minutes=1)
    before = rows(scene)
    called = scene.call(2)
    after = rows(scene)
    assert before.keys() - after.keys() == {f"waiting/{called}"}
    assert after.items() <= before.items()


@pytest.mark.parametrize(
    "policy",
    [Policy(Rule.RATIO, ratio=2), Policy(Rule.ACCUMULATING, preferential=3.0), Policy(guard=4), Policy(Rule.STRICT)],
)
def test_under_every_policy_the_ranks_of_a_queue_are_the_order_of_its_calls(policy: Policy) -> None:
    scene = Scene(replace(SMALL, queues=tuple(replace(q, policy=policy) for q in SMALL.queues)))
    scene.open(4)
    for minute in range(14):
        scene.issue(("PJ01", "PJ02")[minute % 2], preferential=minute % 3 == 1)
        scene.pass_(minutes=1)
    told = [view.ticket for view in sorted(rows(scene).values(), key=lambda view: (view.rank, view.ticket))]
    called = []
    for _ in told:
        called.append(scene.serve(4))
        scene.finish(4)
    assert called == told


def test_a_row_says_what_places_it_there_and_until_when_it_should_be_called() -> None:
    scene = Scene(SMALL)
    scene.issue("PJ01")
    scene.issue("PJ01", preferential=True, sign=True)
    ordinary, preferential = sorted(rows(scene).values(), key=lambda v: v.ticket)
    assert (ordinary.reason, ordinary.due) == ("due", scene.at + timedelta(minutes=20))
    assert (preferential.reason, preferential.due, preferential.sign) == ("preferential", None, True)


def test_a_counter_is_shown_only_whom_its_advisor_may_be_given() -> None:
    people = tuple(replace(a, skills=("PJ02",)) if a.id == "a002" else a for a in SMALL.advisors)
    scene = Scene(replace(SMALL, advisors=people))
    scene.open(2)
    scene.issue("PJ01")
    scene.issue("BN01")
    given = scene.issue("PJ02")
    shown = Views(scene.hall, scene.at).of(Hello((1, 1), DeviceRole.COUNTER, "counter", 2))
    assert [view.ticket for view in shown.values() if isinstance(view, WaitingView)] == [given]
    assert scene.refusal(c.CallTicket(2, given - 1)) is not None
    assert scene.call(2) == given


def test_a_counter_is_told_what_goes_on_that_keeps_it_from_attending_and_nothing_else() -> None:
    scene = Scene(SMALL)
    scene.open(2, 4)
    scene.order(c.BeginInterruption("system", queue="BN"))
    scene.order(c.BeginInterruption("line", queue="PJ"))
    scene.order(c.BeginInterruption("power"))

    def told(counter: int) -> set[str]:
        shown = Views(scene.hall, scene.at).of(Hello((1, 1), DeviceRole.COUNTER, "c", counter=counter))
        return {key for key in shown if key.startswith("interruption/")}

    assert (told(2), told(4)) == (
        {"interruption/1", "interruption/2", "interruption/3"},
        {"interruption/2", "interruption/3"},
    )
    scene.order(c.EndInterruption(3))
    assert told(4) == {"interruption/2"}
    shown = Views(scene.hall, scene.at).of(Hello((1, 1), DeviceRole.BOARD, "b"))
    assert not any(key.startswith("interruption/") for key in shown)


def test_only_the_supervisor_is_shown_the_proof_of_the_day() -> None:
    scene = Scene(SMALL)
    scene.open(4)
    ordinary = scene.issue("PJ01")
    scene.issue("PJ01", preferential=True)
    scene.call(4, ordinary)
    for hello in EVERYBODY:
        shown = Views(scene.hall, scene.at).of(hello)
        if hello.role is DeviceRole.SUPERVISOR:
            assert shown["proof"] == ProofView(1, 0, 0, 1)
            passing = shown["passing/exception-1"]
            assert isinstance(passing, PassingView)
            assert (passing.number, passing.who, passing.passed) == ("PJ 001", "a004", ("PJ 002",))
        else:
            assert not any(key.startswith(("proof", "passing")) for key in shown)


def wait_of(views: Views) -> tuple[Range | None, Range | None]:
    """Of a service at the kiosk, and of its queue at the board."""
    service = views.of(Hello((1, 1), DeviceRole.KIOSK, "kiosk"))["service/PJ01"]
    queue = views.of(Hello((1, 1), DeviceRole.BOARD, "board"))["queue/PJ"]
    assert isinstance(service, ServiceView)
    assert isinstance(queue, QueueView)
    return service.wait, queue.wait


def test_a_range_on_the_screens_changes_at_most_once_a_minute(region_sur: Catalogue) -> None:
    scene, steady = Scene(region_sur), Steady()

    def now() -> tuple[Range | None, Range | None]:
        return wait_of(Views(scene.hall, scene.at, steady=steady))

    assert now() == (None, None)
    scene.open(20)
    assert now() == ((0, 5), (0, 5))
    scene.issue("PJ01")
    scene.serve(20)
    for _ in range(6):
        scene.pass_(seconds=9)
        scene.issue("PJ01")
        assert now() == ((0, 5), (0, 5))
    scene.pass_(seconds=9)
    grown = now()
    assert grown[0] == grown[1] != (0, 5)
    scene.pass_(seconds=30)
    for _ in range(5):
        scene.issue("PJ01")
    assert now() == grown
    scene.finish(20)
    scene.close(20)
    assert now() == (None, None)


def test_what_the_slip_says_is_of_its_own_moment(region_sur: Catalogue) -> None:
    scene, steady = Scene(region_sur), Steady()
    scene.open(20)
    for _ in range(8):
        scene.issue("PJ01")
        wait_of(Views(scene.hall, scene.at, steady=steady))
    assert wait_of(Views(scene.hall, scene.at, steady=steady))[0] == (5, 15)
    promised = scene.ticket(scene.issue("PJ01")).stop.promised
    assert promised
    assert promised[0] > 20


def test_no_more_numbers_and_lunch_are_shown_with_their_hours(region_sur: Catalogue) -> None:
    scene = Scene(region_sur)
    scene.pass_(hours=4, minutes=5)  # 13:05
    scene.open(20)
    scene.pause(20)
    kiosk = Hello((1, 1), DeviceRole.KIOSK, "kiosk")
    at_lunch = Views(scene.hall, scene.at).of(kiosk)["service/PJ01"]
    assert isinstance(at_lunch, ServiceView)
    assert (at_lunch.wait, at_lunch.serves_from) == (None, None)  # counter 20 is relieved, it has no lunch of its own
    scene.open(21)
    scene.pause(21)
    scene.order(c.SetLastTicket("BN", Override.STOPPED))
    shown = Views(scene.hall, scene.at).of(kiosk)
    payment, other = shown["service/BN01"], shown["service/PJ01"]
    assert isinstance(payment, ServiceView)
    assert isinstance(other, ServiceView)
    assert payment.state == "last_ticket"
    assert payment.opens_at
    assert payment.opens_at.isoformat() == "2026-11-24T08:30:00-05:00"
    assert other.state == "open"
