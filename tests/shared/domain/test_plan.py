"""The staffing of a generated day is the seed centre's; a recorded day keeps its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from shared.domain.catalogue import Catalogue
from shared.domain.plan import ordinary_plan, recorded_plan, resized
from tests.fakes.scene import Scene
from tests.fakes.small_centre import SMALL

TUESDAY = date(2026, 11, 24)


def at(catalogue: Catalogue, hour: float) -> dict[str, int]:
    """Counters attended by queue at an hour."""
    moment = ordinary_moment(catalogue, hour)
    attended = dict.fromkeys(catalogue.queue, 0)
    for post in ordinary_plan(catalogue, TUESDAY):
        if any(since <= moment < until for since, until in post.spans):
            attended[catalogue.counter[post.counter].queues[0]] += 1
    return attended


def ordinary_moment(catalogue: Catalogue, hour: float):  # type: ignore[no-untyped-def]
    span = catalogue.day_span(TUESDAY)
    assert span is not None
    return span[0].replace(hour=0, minute=0) + timedelta(hours=hour)


def test_eight_relieve_the_later_lunch_where_it_presses_most(region_sur: Catalogue) -> None:
    all_day, early, late = at(region_sur, 10), at(region_sur, 12.5), at(region_sur, 13.5)
    assert sum(all_day.values()) == 54
    assert (all_day["BN"], early["BN"], late["BN"]) == (6, 3, 3)
    relieved = {"RT", "RE", "PA", "PJ", "MT", "ST", "SR", "IN"}
    assert {q for q in all_day if late[q] == all_day[q] - (all_day[q] + 1) // 2 + 1} == relieved
    assert (late["SU"], early["SU"]) == (0, 1)  # one counter and no relief: it falls to zero


def test_more_counters_are_staffed_like_the_first_ones(region_sur: Catalogue) -> None:
    plan = ordinary_plan(region_sur, TUESDAY)
    catalogue, wider = resized(region_sur, plan, {"PJ": 4})
    assert len(catalogue.counters_of["PJ"]) == 4
    added = [post for post in wider if post.counter > 54]
    assert [post.spans for post in added] == [post.spans for post in plan if post.counter in (20, 21)]
    assert all(post.advisor in catalogue.advisor for post in added)


def test_fewer_counters_lose_the_queue_and_keep_their_others() -> None:
    plan = ordinary_plan(SMALL, TUESDAY)
    catalogue, narrower = resized(SMALL, plan, {"PJ": 1})
    assert [counter.number for counter in catalogue.counters_of["PJ"]] == [2]
    assert catalogue.counter[4].queues == ("MT",)
    assert 3 not in catalogue.counter
    assert all(post.counter != 3 for post in narrower)


def test_what_cannot_be_is_refused(region_sur: Catalogue) -> None:
    with pytest.raises(ValueError, match="no queue 'XX': there are BN, RT"):
        resized(region_sur, (), {"XX": 1})
    with pytest.raises(ValueError, match="PJ needs a counter"):
        resized(region_sur, (), {"PJ": 0})


def test_a_recorded_day_keeps_who_attended_and_when(scene: Scene) -> None:
    begin = scene.at
    scene.open(20, 21)
    scene.pass_(hours=3)
    scene.pause(20)
    scene.pass_(hours=1)
    scene.open(20)
    scene.pass_(hours=2)
    scene.close_day()
    plan = {post.counter: post for post in recorded_plan(scene.day)}
    hours = [timedelta(hours=hours) for hours in (0, 3, 4, 6)]
    assert plan[20].spans == ((begin, begin + hours[1]), (begin + hours[2], begin + hours[3]))
    assert plan[21].spans == ((begin, begin + hours[3]),)
    assert plan[20].advisor == scene.advisor(20)
