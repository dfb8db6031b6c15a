"""The ministry's definitions, from the fold of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import msgspec
import pytest

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue, Limits, Opening
from shared.domain.indicators import Figures, Group, day_figures, figures, flat, grouped, spread, unflat
from shared.domain.measured import MeasuredStop, measured
from shared.domain.staffing import together
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
    attended(scene, 20, wait=20, presentation=0, attention=10)
    (plain,) = measured(scene.catalogue, scene.day)
    scene.order(c.NoteInterruption("system", down, down + timedelta(minutes=10), queue="PJ"))
    scene.order(c.NoteInterruption("line", scene.at - timedelta(minutes=4), scene.at, entity="pj"))
    (excused,) = measured(scene.catalogue, scene.day)
    assert (plain.wait_in_time, plain.attention_in_time) == (False, False)
    assert (excused.wait_in_time, excused.attention_in_time) == (True, True)
    assert (excused.wait_in_time_whole, excused.attention_in_time_whole) == (False, False)
    assert (excused.excluded, excused.attention_excluded) == (600, 240)
    assert excused.wait == plain.wait == 1200
    found = of(scene)[CENTRE]
    assert (found.wait_share, found.wait_share_whole, found.excluded) == (1, 0, 840)


def test_an_interruption_of_another_entity_excuses_nobody(scene: Scene) -> None:
    """The control: what happens elsewhere must not make the figures of a queue better."""
    scene.open(20)
    down = scene.at
    attended(scene, 20, wait=20, presentation=0, attention=2)
    scene.order(c.NoteInterruption("system", down, scene.at, entity="bn"))
    scene.order(c.NoteInterruption("system", down, scene.at, service="PJ01"))  # and this one came for PJ02
    (stop,) = measured(scene.catalogue, scene.day)
    assert (stop.excluded, stop.wait_in_time) == (0, False)


def test_an_interruption_that_goes_on_at_the_close_ends_there(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ02")
    scene.pass_(minutes=5)
    scene.order(c.BeginInterruption("system", queue="PJ"))
    scene.pass_(minutes=30)
    scene.call(20)
    scene.close_day()
    (stop,) = measured(scene.catalogue, scene.day)
    assert (stop.wait, stop.excluded) == (2100, 1800)
    hall = folded(scene.log)
    assert hall.day is not None
    assert day_figures(hall.centre.catalogue, hall.day) == of(scene)


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


def punctual(scene: Scene, by: str, key: str) -> tuple[int, int]:
    """How often advisors were on time, and how often they were due."""
    staffing = of(scene)[Group(by, key)].staffing
    return staffing.on_time, staffing.due


def at_work(catalogue: Catalogue, **own: object) -> Scene:
    """Half past eight, and the first advisor has these hours."""
    first, *rest = catalogue.advisors
    advisors = (msgspec.structs.replace(first, **own), *rest)
    without_lunch = tuple(msgspec.structs.replace(k, lunch=None) for k in catalogue.counters)
    centre = msgspec.structs.replace(catalogue, advisors=advisors, counters=without_lunch)
    return Scene(centre, at=datetime(2026, 11, 23, 13, 30, tzinfo=UTC))


def test_who_is_signed_in_when_the_entity_opens_is_on_time(region_sur: Catalogue) -> None:
    scene = at_work(region_sur)
    scene.open(1)
    scene.pass_(minutes=1)
    scene.open(2)
    scene.close_day()
    assert (punctual(scene, "advisor", "a001"), punctual(scene, "advisor", "a002")) == ((1, 1), (0, 1))
    assert punctual(scene, "centre", "") == punctual(scene, "queue", "BN") == (1, 2)


def test_an_advisors_own_hours_go_before_those_of_the_counter(region_sur: Catalogue) -> None:
    nine = Opening((0,), time(9), time(17))
    scene = at_work(region_sur, hours=(nine,))
    scene.pass_(minutes=29)
    scene.open(1)
    scene.pass_(hours=1)
    scene.close_day()
    assert punctual(scene, "advisor", "a001") == (1, 1)
    assert of(scene)[Group("counter", "1")].staffing.punctual == 0  # nobody was there when the entity opened


@pytest.mark.parametrize(("minutes_late", "on_time"), [(0, 2), (1, 1)])
def test_whoever_is_back_when_lunch_ends_is_on_time(region_sur: Catalogue, minutes_late: int, on_time: int) -> None:
    scene = at_work(region_sur, lunch=(time(12), time(13)))
    scene.open(1)
    scene.pass_(hours=3, minutes=40)
    scene.pause(1)
    scene.pass_(minutes=50 + minutes_late)
    scene.open(1)
    scene.pass_(hours=1)
    scene.close_day()
    assert punctual(scene, "advisor", "a001") == (on_time, 2)


def test_who_changes_counters_is_measured_once(region_sur: Catalogue) -> None:
    scene = at_work(region_sur)
    scene.open(1)
    scene.pass_(hours=1)
    scene.close(1)
    scene.order(c.OpenCounter(20, "a001"))
    scene.close_day()
    assert punctual(scene, "centre", "") == (1, 1)
    assert punctual(scene, "queue", "PJ") == (0, 0)


def test_days_of_a_month_add_up(region_sur: Catalogue) -> None:
    scene = at_work(region_sur)
    scene.open(1)
    scene.pass_(hours=1)
    scene.close_day()
    one = of(scene)[CENTRE].staffing
    both = together([one, one])
    assert (both.on_time, both.due, both.counters) == (2, 2, 2 * one.counters)
    assert (both.occupancy, both.punctual) == (one.occupancy, one.punctual)
