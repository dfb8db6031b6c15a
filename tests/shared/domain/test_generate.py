"""A generated day has the demand, the mixes and the times of its centre, and a seed makes it again."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random
from statistics import fmean, stdev

import pytest
from msgspec.structs import replace

from shared.domain.catalogue import Catalogue
from shared.domain.generate import generate_day, lognormal, own_demand, poisson, profile, slot_at
from shared.domain.trace import Trace

TUESDAY, SATURDAY, SUNDAY = date(2026, 11, 24), date(2026, 11, 28), date(2026, 11, 29)


@pytest.fixture(scope="module")
def week(region_sur: Catalogue) -> list[Trace]:
    return [generate_day(region_sur, TUESDAY, Random(seed), f"seed {seed}") for seed in range(10)]


def test_the_same_seed_makes_the_same_day(region_sur: Catalogue) -> None:
    one, two, other = (generate_day(region_sur, TUESDAY, Random(seed), "") for seed in (1, 1, 2))
    assert one == two
    assert one != other


def test_stops_are_the_demand_of_the_centre_file(region_sur: Catalogue, week: list[Trace]) -> None:
    planned = Counter(
        task.queue for trace in week for visit in trace.visits for task in visit.tasks if not task.sent_on
    )
    for queue in region_sur.queues:
        assert planned[queue.prefix] / len(week) == pytest.approx(queue.demand, rel=0.15), queue.prefix
    assert sum(planned.values()) / len(week) == pytest.approx(2500, rel=0.02)


def test_payments_are_stops_of_the_bank_and_not_on_top(region_sur: Catalogue) -> None:
    demand = own_demand(region_sur)
    assert sum(demand[code] for code in demand if code.startswith("BN")) == pytest.approx(95)
    assert sum(demand[code] for code in demand if code.startswith("ME")) == pytest.approx(45)  # 75 are return legs
    assert (demand["PJ01"], demand["IN01"], demand["MT01"], demand["RT01"], demand["PA01"]) == (85, 60, 75, 115, 190)
    assert sum(demand.values()) == pytest.approx(1900)


def test_people_are_as_the_published_mixes_say(week: list[Trace]) -> None:
    visits = [visit for trace in week for visit in trace.visits]

    def share(of: list[bool]) -> float:
        return sum(of) / len(visits)

    assert share([visit.preferential for visit in visits]) == pytest.approx(0.18, abs=0.01)
    assert share([len(v.tasks) > 1 and not v.tasks[0].sent_on for v in visits]) == pytest.approx(0.27, abs=0.01)
    assert share([any(t.sent_on for t in v.tasks) for v in visits]) == pytest.approx(0.06, abs=0.01)
    assert share([any(t.absent for t in v.tasks) for v in visits]) == pytest.approx(0.04, abs=0.01)
    assert share([any(t.patience is not None for t in v.tasks) for v in visits]) == pytest.approx(0.05, abs=0.01)


def test_appointments_pending_tickets_and_families_are_in_it(region_sur: Catalogue, week: list[Trace]) -> None:
    visits = [visit for trace in week for visit in trace.visits]
    booked = [visit for visit in visits if visit.slot]
    window = region_sur.appointments
    assert len(booked) / len(visits) == pytest.approx(0.115, abs=0.015)
    assert all(region_sur.service[visit.goal or visit.tasks[-1].service].appointment for visit in booked)
    assert all(visit.slot and visit.slot - visit.at < timedelta(minutes=window.early_minutes) for visit in booked)
    late = [v for v in booked if v.slot and v.at - v.slot > timedelta(minutes=window.late_minutes)]
    assert len(late) / len(booked) == pytest.approx(0.05, abs=0.02)
    assert sum(any(task.held for task in v.tasks) for v in visits) / len(visits) == pytest.approx(0.03, abs=0.01)
    groups = Counter(visit.group for visit in week[0].visits if visit.group)
    assert groups
    assert set(groups.values()) == {2}
    assert {visit.language for visit in visits} == set(region_sur.languages)
    assert 0 < sum(visit.sign for visit in visits) < 0.01 * len(visits)


def test_languages_are_those_of_the_centre(region_sur: Catalogue) -> None:
    centre = replace(region_sur, languages=("es", "qu", "ay"))
    spoken = Counter(visit.language for visit in generate_day(centre, TUESDAY, Random(1), "").visits)
    assert set(spoken) == {"es", "qu", "ay"}
    assert spoken["es"] > 0.9 * sum(spoken.values())


def test_the_first_hour_brings_fifteen_per_cent(region_sur: Catalogue, week: list[Trace]) -> None:
    span = region_sur.day_span(TUESDAY)
    assert span is not None
    visits = [visit.at for trace in week for visit in trace.visits]
    first = sum(at < span[0] + timedelta(hours=1) for at in visits) / len(visits)
    assert first == pytest.approx(0.15, abs=0.01)
    assert all(span[0] <= at < span[1] for at in visits)


def test_a_saturday_is_shorter_and_quieter_and_a_sunday_is_refused(region_sur: Catalogue) -> None:
    saturday = generate_day(region_sur, SATURDAY, Random(1), "")
    assert len(saturday.visits) == pytest.approx(1900 * 0.55, rel=0.1)
    assert max(visit.at for visit in saturday.visits).hour < 13
    with pytest.raises(ValueError, match=r"2026-11-29 \(Sunday\) nobody attends"):
        generate_day(region_sur, SUNDAY, Random(1), "")


def test_every_profile_adds_up_to_a_day() -> None:
    for hours in (4.5, 8.5, 9.5, 12):
        ends, shares = zip(*profile(hours), strict=True)
        assert sum(shares) == pytest.approx(1)
        assert ends[-1] == 1
        assert list(ends) == sorted(ends)
    assert slot_at(9.5, 0.0) == (0, pytest.approx(1 / 9.5))
    assert slot_at(9.5, 1.0)[1] == 1


def test_times_at_the_counter_have_their_mean_and_variation() -> None:
    random = Random(3)
    times = [lognormal(300, 0.7, random) for _ in range(20_000)]
    assert fmean(times) == pytest.approx(300, rel=0.02)
    assert stdev(times) / fmean(times) == pytest.approx(0.7, rel=0.05)
    assert fmean(poisson(7.5, random) for _ in range(5_000)) == pytest.approx(7.5, rel=0.03)
