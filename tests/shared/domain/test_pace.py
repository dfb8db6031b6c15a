"""Turns are learnt: from the centre file's mean to the true one, and after it where it changes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, strategies as st

from shared.domain.catalogue import Catalogue
from shared.domain.events import Learnt
from shared.domain.generate import lognormal
from shared.domain.pace import ALL, PRESENTATION, Pace, first_pace, turn_of


def taught(pace: Pace, mean: float, turns: int, seed: int = 1, hour: int = 15) -> Pace:
    random = Random(seed)
    for _ in range(turns):
        pace.note("PJ01", hour, lognormal(mean, 0.7, random))
    return pace


def begun(mean: float = 240.0) -> Pace:
    return Pace.learnt_before([Learnt("PJ01", ALL, 20.0, mean, 0.7)])


def test_until_something_is_seen_the_centre_file_says_it(region_sur: Catalogue) -> None:
    turn = turn_of(region_sur, Pace(), "PJ", "PJ01", 15)
    assert turn.mean == region_sur.queue["PJ"].mean_minutes * 60 + PRESENTATION


def test_every_service_begins_with_what_is_known_of_it(region_sur: Catalogue) -> None:
    first = {(one.service, one.hour): one for one in first_pace(region_sur, taught(begun(), 600.0, 300))}
    assert {service for service, _ in first} == set(region_sur.service) | set(region_sur.queue)
    assert first["PJ01", ALL].mean == pytest.approx(600, rel=0.12)
    assert first["PJ02", ALL].mean == 285


def test_the_mean_comes_to_the_true_one_whatever_the_file_said() -> None:
    """Within 8 % after 2,000 turns: the standard error of a memory of 400 is 0.7 / sqrt(800), 2.5 %."""
    turn = taught(begun(60.0), 400.0, 2000).turn("PJ01", 15)
    assert turn
    assert turn.mean == pytest.approx(400, rel=0.08 + 0.05)
    assert turn.variation == pytest.approx(0.7, abs=0.15)


def test_a_change_is_followed() -> None:
    pace = taught(taught(begun(), 240.0, 2000), 480.0, 1500, seed=2)
    turn = pace.turn("PJ01", 15)
    assert turn
    assert turn.mean == pytest.approx(480, rel=0.15)


def test_an_hour_is_learnt_apart_and_begins_with_the_whole_day() -> None:
    pace = taught(taught(begun(), 240.0, 600, hour=14), 480.0, 600, hour=19)
    morning, noon, evening = (pace.turn("PJ01", hour) for hour in (14, 19, 22))
    assert morning
    assert noon
    assert evening
    assert morning.mean < 300 < 400 < noon.mean
    assert morning.mean < evening.mean < noon.mean


def test_a_finish_that_was_forgotten_does_not_count_for_hours() -> None:
    pace = taught(begun(), 240.0, 400)
    before = pace.turn("PJ01", 22)
    pace.note("PJ01", 22, 5 * 3600.0)
    after = pace.turn("PJ01", 22)
    assert before
    assert after
    assert after.mean < before.mean * 1.3


def test_what_was_learnt_is_carried_to_another_day() -> None:
    pace = taught(begun(), 500.0, 300)
    again = Pace.learnt_before(pace.learnt())
    for hour in (15, 22):
        one, other = pace.turn("PJ01", hour), again.turn("PJ01", hour)
        assert one
        assert other
        assert other.mean == pytest.approx(one.mean, abs=0.1)
        assert other.variation == pytest.approx(one.variation, abs=0.01)


@given(st.lists(st.floats(0, 1e6), max_size=50), st.floats(0, 1e5))
def test_a_turn_is_always_positive_and_finite(seconds: list[float], mean: float) -> None:
    pace = begun(mean)
    for one in seconds:
        pace.note("PJ01", 15, one)
    turn = pace.turn("PJ01", 15)
    assert turn
    assert 0 < turn.mean <= 1e7
    assert 0.1 <= turn.variation <= 2.0
