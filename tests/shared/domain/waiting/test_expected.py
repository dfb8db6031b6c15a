"""The promise of real scenes: who counts, which counters count, and what is learnt of it."""

from __future__ import annotations

from datetime import time

import pytest
from msgspec.structs import replace

from shared.domain import commands as c, events as e, observed
from shared.domain.catalogue import Advisor, Catalogue, Counter
from shared.domain.pace import ALL
from shared.domain.promised import expected_wait
from shared.domain.waiting import Expected, expected, serves_from, whoever_comes
from tests.fakes.scene import Scene, folded, picture
from tests.fakes.small_centre import SMALL

PREFERENTIAL = True


def centre(*counters: Counter) -> Catalogue:
    """The small centre with other counters."""
    people = tuple(Advisor(f"a{n:03d}", "") for n in range(1, 10))
    return replace(SMALL, counters=counters, advisors=people)


PJ_ALONE = centre(Counter(1, ("PJ",)), Counter(2, ("PJ",)), Counter(3, ("BN", "MT")))


@pytest.fixture
def pj() -> Scene:
    """Two counters for PJ alone, both busy, and one for the rest."""
    scene = Scene(PJ_ALONE)
    scene.open(1, 2, 3)
    for counter in (1, 2):
        scene.issue("PJ01")
        scene.serve(counter)
    return scene


def of(scene: Scene, service: str = "PJ01", *, preferential: bool = False, queue: str = "PJ") -> Expected:
    joining = whoever_comes(scene.at, service, preferential=preferential)
    found = expected(scene.catalogue, scene.day, queue, joining, scene.at)
    assert found
    return found


def test_who_has_preference_waits_for_those_with_preference_only(pj: Scene) -> None:
    for _ in range(5):
        pj.issue("PJ01")
    pj.issue("PJ01", preferential=True)
    assert of(pj).ahead == 6
    assert of(pj, preferential=True).ahead == 1
    assert of(pj).seconds > of(pj, preferential=True).seconds


def test_those_with_preference_who_will_still_come_are_counted_from_their_share(pj: Scene) -> None:
    for _ in range(8):
        pj.issue("PJ01")
    before = of(pj).seconds
    for minute in range(12):  # they come and are called away by hand: the line stays as it is
        pj.pass_(seconds=1)
        pj.cancel(pj.issue("PJ01", preferential=True)) if minute else None
    assert of(pj).ahead == 8
    assert of(pj).seconds > before
    assert of(pj, preferential=True).seconds[0] < before[0]


def test_who_pays_first_and_came_earlier_will_be_ahead_when_they_come_over() -> None:
    scene = Scene(PJ_ALONE)
    scene.open(1, 2, 3)
    for counter in (1, 2):
        scene.issue("PJ01")
        scene.serve(counter)
    for _ in range(4):
        scene.issue("PJ01")
    before = of(scene).seconds
    scene.issue("PJ01", pay_first=True)
    scene.serve(3)
    scene.pass_(seconds=1)
    assert of(scene).ahead == 4
    assert of(scene).seconds > before


def test_a_counter_that_closes_raises_the_range_and_one_that_opens_lowers_it(pj: Scene) -> None:
    for _ in range(6):
        pj.issue("PJ01")
    before = of(pj).seconds
    pj.finish(2)
    pj.close(2)
    assert of(pj).seconds > before
    pj.open(2)
    assert of(pj).seconds < before


def test_nobody_serving_gives_no_number() -> None:
    scene = Scene(PJ_ALONE)
    assert expected_wait(scene.catalogue, scene.day, "PJ", "PJ01", scene.at) is None
    scene.open(1)
    scene.pause(1)
    assert expected_wait(scene.catalogue, scene.day, "PJ", "PJ01", scene.at) is None


def test_counters_that_do_not_serve_this_service_do_not_count_and_nor_do_those_who_need_them() -> None:
    scene = Scene(centre(Counter(1, ("PJ",), ("PJ01",)), Counter(2, ("PJ",), ("PJ02",)), Counter(3, ("BN", "MT"))))
    scene.open(1, 2)
    for service, counter in (("PJ01", 1), ("PJ02", 2)):
        scene.issue(service)
        scene.serve(counter)
    for _ in range(6):
        scene.issue("PJ02")
    assert of(scene, "PJ01").ahead == 0
    assert of(scene, "PJ02").ahead == 6


def test_a_counter_that_serves_another_queue_too_is_shared_by_load() -> None:
    scene = Scene(centre(Counter(1, ("PJ", "MT")), Counter(2, ("MT",)), Counter(3, ("BN",))))
    scene.open(1, 2)
    for counter in (1, 2):
        scene.issue("MT01")
        scene.serve(counter)
    scene.issue("PJ01")
    alone = of(scene).seconds
    for _ in range(8):
        scene.issue("MT01")
    assert of(scene).seconds > alone


def test_a_stay_that_just_began_lasts_longer_than_one_that_is_about_to_end(pj: Scene) -> None:
    at_first = of(pj).seconds
    pj.pass_(minutes=4)
    assert of(pj).seconds < at_first


LUNCH = replace(
    PJ_ALONE,
    counters=(
        Counter(1, ("PJ",), lunch=(time(12), time(13))),
        Counter(2, ("PJ",), lunch=(time(13), time(14))),
        Counter(3, ("BN", "MT")),
    ),
)


@pytest.fixture
def noon() -> Scene:
    """A quarter to twelve, both counters of PJ busy for three minutes; counter 1 leaves at twelve."""
    scene = Scene(LUNCH)
    scene.pass_(hours=2, minutes=42)
    scene.open(1, 2, 3)
    for counter in (1, 2):
        scene.issue("PJ01")
        scene.serve(counter)
    scene.pass_(minutes=3)
    return scene


def test_lunch_that_comes_is_waited_through(noon: Scene) -> None:
    for _ in range(12):
        noon.issue("PJ01")
    with_lunch = of(noon)
    without = expected(PJ_ALONE, noon.day, "PJ", whoever_comes(noon.at, "PJ01"), noon.at)
    assert without
    assert with_lunch.seconds > without.seconds


def test_who_is_at_lunch_counts_from_when_they_are_back(noon: Scene) -> None:
    for _ in range(25):
        noon.issue("PJ01")
    noon.pass_(minutes=17)
    noon.finish(1)
    noon.pause(1)
    back = of(noon).seconds
    never = expected(PJ_ALONE, noon.day, "PJ", whoever_comes(noon.at, "PJ01"), noon.at)
    assert never
    assert back < never.seconds


def test_where_all_are_at_lunch_it_says_from_when_somebody_attends(noon: Scene) -> None:
    noon.finish(2)
    noon.close(2)
    noon.pass_(minutes=15)
    noon.finish(1)
    noon.pause(1)
    assert expected_wait(LUNCH, noon.day, "PJ", "PJ01", noon.at) is None
    from_when = serves_from(LUNCH, noon.day, "PJ", "PJ01", noon.at)
    assert from_when
    assert from_when.astimezone(LUNCH.timezone).time() == time(13)


def test_a_second_stop_has_its_own_promise_made_when_it_becomes_callable() -> None:
    scene = Scene(PJ_ALONE)
    scene.open(1, 3)
    ticket = scene.issue("PJ01", pay_first=True)
    scene.serve(3)
    assert scene.ticket(ticket).stops[1].promised is None
    events = scene.order(c.FinishAttention(3))
    promised = events[-1]
    assert isinstance(promised, e.StopPromised)
    assert (promised.stop, promised.wait, promised.expected) == (1, (0, 5), (0, 0))
    assert scene.ticket(ticket).stops[1].promised == (0, 5)


def test_a_release_keeps_its_promise_and_a_transfer_makes_another(pj: Scene) -> None:
    ticket = pj.at_counter(1).ticket
    first = pj.ticket(ticket).stops[0].promised
    pj.release(ticket)
    assert pj.ticket(ticket).stop.promised == first
    pj.call(1, ticket)
    pj.start(1)
    pj.transfer(1, "MT", "MT01")
    assert pj.ticket(ticket).stop.queue == "MT"
    assert pj.ticket(ticket).stop.promised == (0, 5)


def test_promises_that_were_kept_are_counted_when_they_meet_their_hour(pj: Scene) -> None:
    kept, broken = pj.issue("PJ01"), pj.issue("PJ01")
    pj.pass_(minutes=5)
    pj.finish(1)
    pj.call(1, kept)
    pj.start(1)
    pj.pass_(hours=1)
    pj.finish(2)
    pj.call(2, broken)
    found = pj.day.observed.kept["PJ"]
    assert (found.called, found.kept) == (4, 3)  # two were called at once


def test_a_day_learns_from_its_own_turns_and_hands_it_on(pj: Scene) -> None:
    opened = pj.log[1].event
    assert isinstance(opened, e.DayOpened)
    prior = next(one for one in opened.learnt if (one.service, one.hour) == ("PJ01", ALL))
    assert prior.mean == 285
    for _ in range(40):
        pj.pass_(minutes=10)
        pj.issue("PJ01")
        pj.finish_and_call(1)
        pj.start(1)
    pj.close_day()
    pj.pass_(hours=24 - 6)
    pj.open_day()
    again = pj.last
    assert isinstance(again, e.DayOpened)
    learnt = next(one for one in again.learnt if (one.service, one.hour) == ("PJ01", ALL))
    assert 440 < learnt.mean < 610
    assert learnt.weight > prior.weight


def test_a_past_day_folds_from_its_own_log_alone(pj: Scene) -> None:
    """What was learnt before is in its `day_opened`: without the days before it comes to the same."""
    for _ in range(5):
        pj.pass_(minutes=10)
        pj.issue("PJ01")
        pj.finish_and_call(1)
        pj.start(1)
    pj.close_day()
    pj.pass_(hours=24)
    opening = len(pj.log)
    pj.open_day()
    pj.open(1)
    for _ in range(3):
        pj.issue("PJ01")
    pj.serve(1)
    pj.pass_(minutes=7)
    pj.finish(1)
    alone = folded([pj.log[0], *pj.log[opening:]])
    assert picture(alone) == picture(pj.hall)


def test_a_turn_while_somebody_waits_counts_from_the_end_of_the_one_before(pj: Scene) -> None:
    """The steps between two citizens are part of what the next ones wait for."""
    pj.issue("PJ01")
    pj.pass_(minutes=5)
    pj.finish(1)
    pj.pass_(minutes=2)
    pj.call(1)
    pj.start(1)
    pj.pass_(minutes=5)
    before = pj.day.observed.pace.of["PJ01"][ALL].mean
    pj.finish(1)
    after = pj.day.observed.pace.of["PJ01"][ALL]
    assert after.mean - before == pytest.approx((7 * 60 - before) / after.weight)


def test_preferential_calls_move_factors_of_their_own(pj: Scene) -> None:
    for _ in range(12):
        pj.issue("PJ01", preferential=PREFERENTIAL)
        pj.pass_(minutes=45)
        pj.finish_and_call(1)
        pj.start(1)
    factors = pj.day.observed.factors
    assert set(factors) == {observed.PREFERENTIAL}
    assert factors[observed.PREFERENTIAL].high > factors[observed.PREFERENTIAL].low > 1
    pj.close_day()
    pj.pass_(hours=24)
    pj.open_day()
    assert isinstance(pj.last, e.DayOpened)
    assert [one.queue for one in pj.last.corrected] == [observed.PREFERENTIAL]


def test_calls_move_the_factors_towards_what_was_promised(pj: Scene) -> None:
    for _ in range(12):
        pj.issue("PJ01")
        pj.pass_(minutes=45)
        pj.finish_and_call(1)
        pj.start(1)
    factors = pj.day.observed.factors["PJ"]
    assert factors.low > 1
    assert factors.high > factors.low
    pj.close_day()
    pj.pass_(hours=24)
    pj.open_day()
    assert isinstance(pj.last, e.DayOpened)
    assert pj.last.corrected == (e.Corrected("PJ", round(factors.low, 4), round(factors.high, 4)),)
    assert pj.day.observed.factors["PJ"].high == pytest.approx(factors.high, abs=1e-4)
