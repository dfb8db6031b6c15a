"""The ministry's definitions, from the fold of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Limits
from shared.domain.indicators import Figures, Group, day_figures, figures, flat, grouped, spread, unflat
from shared.domain.measured import MeasuredStop, measured
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene, folded

CENTRE = Group("centre", "")


def of(scene: Scene) -> dict[Group, Figures]:
    return day_figures(scene.catalogue, scene.day)


def attended(scene: Scene, counter: int, wait: float, presentation: float, attention: float) -> None:
    """One citizen of PJ at a counter, all in minutes."""
    scene.issue("PJ02")
    scene.pass_(minutes=wait)
    scene.call(counter)
    scene.pass_(minutes=presentation)
    scene.start(counter)
    scene.pass_(minutes=attention)
    scene.finish(counter)


def test_wait_presentation_attention_and_total_are_the_ministrys(scene: Scene) -> None:
    scene.open(20)
    attended(scene, 20, wait=5, presentation=1, attention=4)
    (stop,) = measured(scene.catalogue, scene.day)
    assert (stop.wait, stop.presentation, stop.attention) == (300, 60, 240)
    assert stop.total == 540  # wait + attention: the presentation is in neither


def test_a_time_that_does_not_exist_is_no_zero(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ02")
    scene.issue("PJ02")
    scene.pass_(minutes=5)
    scene.call(20)
    called, waiting = measured(scene.catalogue, scene.day)
    assert (called.wait, called.presentation, called.attention, called.total) == (300, None, None, None)
    assert (waiting.wait, waiting.wait_in_time) == (None, None)
    found = of(scene)[CENTRE]
    assert (found.wait.count, found.wait.mean, found.attention.mean) == (1, 300, None)


def test_the_second_stop_waits_from_the_end_of_the_first(scene: Scene) -> None:
    scene.open(1, 20)
    scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.pass_(minutes=3)
    scene.finish(1)
    scene.pass_(minutes=7)
    scene.serve(20)
    payment, goal = measured(scene.catalogue, scene.day)
    assert (payment.queue, payment.wait, payment.attention) == ("BN", 0, 180)
    assert (goal.queue, goal.wait) == ("PJ", 420)


def test_tickets_stops_attentions_and_coded_services_are_counted_apart(scene: Scene) -> None:
    scene.open(1, 20)
    scene.issue("PJ01", pay_first=True)
    scene.serve(1)
    scene.finish(1)
    scene.serve(20)
    scene.hold(20)
    scene.resume(20, scene.day.next_ticket - 1)
    scene.start(20)
    scene.code(20, "PJ01", "PJ02", "PJ03")
    scene.finish(20)
    found = of(scene)[CENTRE]
    assert (found.tickets, found.stops, found.attentions, found.services) == (1, 2, 3, 4)


def test_time_left_pending_is_neither_wait_nor_attention(scene: Scene) -> None:
    scene.open(20)
    ticket = scene.issue("PJ02")
    scene.serve(20)
    scene.pass_(minutes=2)
    scene.hold(20)
    scene.pass_(minutes=30)
    scene.resume(20, ticket)
    scene.start(20)
    scene.pass_(minutes=3)
    scene.finish(20)
    (stop,) = measured(scene.catalogue, scene.day)
    assert (stop.wait, stop.attention, stop.attentions) == (0, 300, 2)


def test_a_release_forgets_the_call_before_it(scene: Scene) -> None:
    scene.open(20)
    ticket = scene.issue("PJ02")
    scene.pass_(minutes=2)
    scene.call(20)
    scene.release(ticket)
    assert measured(scene.catalogue, scene.day)[0].wait is None
    scene.pass_(minutes=8)
    scene.call(20)
    assert measured(scene.catalogue, scene.day)[0].wait == 600


def test_who_comes_back_after_being_absent_waits_again(scene: Scene) -> None:
    scene.open(20)
    ticket = scene.issue("PJ02")
    scene.call(20)
    scene.absent(20)
    scene.pass_(minutes=3)
    scene.returns(ticket)
    scene.pass_(minutes=4)
    scene.serve(20)
    (stop,) = measured(scene.catalogue, scene.day)
    assert (stop.wait, stop.attentions) == (240, 1)
    assert of(scene)[CENTRE].absent == 0


def test_an_undone_call_was_none(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ02")
    scene.pass_(minutes=2)
    scene.call(20)
    scene.undo(20)
    assert measured(scene.catalogue, scene.day)[0].wait is None
    scene.pass_(minutes=2)
    scene.serve(20)
    assert measured(scene.catalogue, scene.day)[0].wait == 240


def test_a_group_has_one_stay_and_each_ticket_its_wait(scene: Scene) -> None:
    first = scene.issue("PJ02")
    scene.pass_(minutes=1)
    scene.order(c.IssueTicket("PJ02", together_with=first))
    scene.open(20)
    scene.serve(20)
    scene.pass_(minutes=5)
    scene.finish(20)
    one, two = measured(scene.catalogue, scene.day)
    assert (one.wait, two.wait) == (60, 0)
    assert (one.attention, two.attention) == (300, 300)
    found = of(scene)[CENTRE]
    assert (found.tickets, found.stops, found.attentions, found.services) == (2, 2, 1, 1)


def test_no_shows_and_those_who_left_before_the_call_are_told_apart(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ02")
    scene.call(20)
    scene.absent(20)
    scene.cancel(scene.issue("PJ02"))
    scene.issue("PJ02")
    scene.close_day()
    found = of(scene)[CENTRE]
    assert (found.absent, found.cancelled, found.left) == (1, 1, 1)
    assert found.absent_share == 1
    assert found.abandoned_share == pytest.approx(2 / 3)


def test_percentiles_are_values_that_occurred() -> None:
    found = spread([float(n) for n in range(1, 21)])
    assert (found.count, found.mean, found.p50, found.p90, found.p95, found.max) == (20, 10.5, 10, 18, 19, 20)
    assert spread([7.0]).p95 == 7
    assert spread([]).p50 is None


def test_ans_uses_the_limits_valid_on_that_day(region_sur: Catalogue) -> None:
    limits = (Limits(15, 8), Limits(3, 8, date(2026, 11, 24)))
    queues = tuple(msgspec.structs.replace(queue, limits=limits) for queue in region_sur.queues)
    scene = Scene(msgspec.structs.replace(region_sur, queues=queues))
    shares = []
    for _ in range(2):
        scene.open(20)
        attended(scene, 20, wait=5, presentation=0, attention=2)
        shares.append(of(scene)[CENTRE].wait_share)
        scene.close_day()
        scene.at = scene.at.replace(hour=14) + timedelta(days=1)
        scene.open_day()
    assert shares == [1, 0]


def test_minutes_of_a_logged_interruption_do_not_count_for_the_ans(scene: Scene) -> None:
    scene.open(20)
    down = scene.at + timedelta(minutes=2)
    attended(scene, 20, wait=20, presentation=0, attention=2)
    plain, excused = (
        measured(scene.catalogue, scene.day, interruptions)[0]
        for interruptions in (None, {"PJ": [(down, down + timedelta(minutes=10))]})
    )
    assert (plain.wait_in_time, excused.wait_in_time) == (False, True)
    assert excused.wait == plain.wait == 1200


def test_groups_add_up_to_the_centre(scene: Scene) -> None:
    Crowd(scene, 5).act(400)
    scene.close_day()
    found = of(scene)
    for by in ("class", "entity", "queue", "hour"):  # by service those are left out of whom only the queue is known
        assert sum(f.stops for group, f in found.items() if group.by == by) == found[CENTRE].stops
    assert sum(f.wait.count for group, f in found.items() if group.by == "advisor") == found[CENTRE].wait.count


def test_days_make_a_month_with_percentiles_of_all_its_stops(scene: Scene) -> None:
    crowd = Crowd(scene, 6)
    crowd.act(200)
    stops = measured(scene.catalogue, scene.day)
    crowd.night()
    crowd.act(200)
    stops += measured(scene.catalogue, scene.day)
    assert list(grouped(stops, "day")) == ["2026-11-23", "2026-11-24"]
    (month,) = grouped(stops, "month").items()
    assert month[0] == "2026-11"
    waits = sorted(stop.wait for stop in stops if stop.wait is not None)
    assert figures(month[1]).wait.max == waits[-1]


def test_the_order_of_events_decides_and_nothing_else(scene: Scene) -> None:
    Crowd(scene, 9).act(300)
    scene.close_day()
    hall = folded(scene.log)
    assert hall.day is not None
    assert day_figures(hall.centre.catalogue, hall.day) == of(scene)


def test_occupancy_is_the_share_of_the_opening_hours_with_somebody_signed_in(region_sur: Catalogue) -> None:
    scene = Scene(region_sur, at=datetime(2026, 11, 23, 13, 30, tzinfo=UTC))  # 08:30, it opens
    scene.open(20)
    scene.pass_(hours=1)
    scene.pause(20)  # lunch is still a signed-in counter
    scene.pass_(hours=1)
    scene.open(20, 21)
    scene.pass_(minutes=57)
    scene.close(20)
    scene.pass_(hours=8)  # beyond the closing hour
    scene.close_day()
    found = of(scene)
    twenty, late, idle = (found[Group("counter", number)].staffing for number in ("20", "21", "1"))
    assert (twenty.occupancy, twenty.punctual) == (pytest.approx(2.95 / 9.5, abs=1e-4), 1)
    assert (late.occupancy, late.punctual) == (pytest.approx(7.5 / 9.5, abs=1e-4), 0)
    assert (idle.occupancy, idle.punctual) == (0, None)
    assert found[Group("queue", "PJ")].staffing.staffed == 2


def test_a_promise_is_kept_when_the_call_came_no_later_than_said(scene: Scene) -> None:
    scene.open(20)
    attended(scene, 20, wait=4, presentation=0, attention=1)
    attended(scene, 20, wait=6, presentation=0, attention=1)
    found = of(scene)[CENTRE]
    assert (found.promised, found.kept, found.in_range) == (2, 1, 1)
    assert found.bias == 240


def test_figures_survive_being_a_row(scene: Scene) -> None:
    Crowd(scene, 4).act(200)
    for found in of(scene).values():
        assert unflat(flat(found)) == found


def test_a_stop_that_is_only_planned_is_not_measured(scene: Scene) -> None:
    scene.issue("PJ01", pay_first=True)
    (only,) = measured(scene.catalogue, scene.day)
    assert isinstance(only, MeasuredStop)
    assert only.queue == "BN"
    assert scene.refusal(c.CancelTicket(only.ticket)) is None
    assert of(scene)[CENTRE].cancelled == 1
