"""The wait as a range, against the exact law: P(Gamma(n) <= x) is the chance of at least n Poisson events by x."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.waiting import STEP, Z90, call_window, gamma_quantile, round_up, wait_range

ahead, counters, means = st.integers(0, 200), st.integers(1, 20), st.floats(0.5, 30)


def chance(shape: int, x: float) -> float:
    """P(Gamma(shape, 1) <= x), as 1 minus a sum of Poisson terms."""
    term, below = exp(-x), 0.0
    for k in range(shape):
        below += term
        term *= x / (k + 1)
    return 1 - below


def exact(shape: int, p: float) -> float:
    """The quantile, by halving."""
    low, high = 0.0, 10.0 * shape + 20
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if chance(shape, middle) < p else (low, middle)
    return low


def test_exact_quantiles_of_this_file_are_those_of_the_exponential_law() -> None:
    assert exact(1, 0.5) == pytest.approx(log(2))
    assert exact(1, 0.9) == pytest.approx(log(10))


@pytest.mark.parametrize(("z", "p"), [(0.0, 0.5), (Z90, 0.9)])
@pytest.mark.parametrize("shape", [1, 2, 3, 5, 8, 13, 30, 100, 300])
def test_quantiles_are_those_of_the_gamma_law(shape: int, z: float, p: float) -> None:
    assert gamma_quantile(shape, z) == pytest.approx(exact(shape, p), rel=0.014 if shape == 1 else 0.005)


@pytest.mark.parametrize("shape", [1, 2, 5, 20, 100])
def test_half_of_the_waits_end_by_the_first_figure_and_nine_in_ten_by_the_second(shape: int) -> None:
    assert chance(shape, gamma_quantile(shape, 0.0)) == pytest.approx(0.5, abs=0.005)
    assert chance(shape, gamma_quantile(shape, Z90)) == pytest.approx(0.9, abs=0.003)


@pytest.mark.parametrize(
    ("people", "open_counters", "free", "mean", "expected"),
    [
        (0, 1, 1, 4.0, (0, 5)),  # a free counter
        (0, 1, 0, 4.0, (5, 10)),  # P50 2.8, P90 9.1
        (11, 2, 0, 4.0, (25, 35)),  # twelve ends, one every 2 min: P50 23.3, P90 33.2
        (12, 6, 0, 3.0, (5, 10)),  # thirteen ends, one every 30 s: P50 6.3, P90 8.9, kept apart
        (3, 2, 2, 4.0, (5, 10)),  # two of the three are about to be called: two ends, P50 3.4, P90 7.8
        (30, 2, 0, 10.0, (155, 195)),
    ],
)
def test_range_of_a_hall_that_can_be_counted_by_hand(
    people: int, open_counters: int, free: int, mean: float, expected: tuple[int, int]
) -> None:
    assert wait_range(people, open_counters, free, mean) == expected


def test_what_people_are_told_in_the_documentation_is_what_the_hall_says() -> None:
    page = Path(__file__).parents[3].joinpath("docs", "algorithms.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) to (\d+) \|$", page, re.MULTILINE)
    told = [tuple(map(int, row)) for row in rows]
    assert len(told) == 7
    for people, open_counters, free, mean, low, high in told:
        assert wait_range(people, open_counters, free, mean) == (low, high)


def test_nothing_is_promised_while_no_counter_is_open() -> None:
    assert wait_range(0, 0, 0, 4.0) is None


@given(ahead, counters, st.data(), means)
def test_with_a_free_counter_for_everybody_the_wait_is_under_five_minutes(
    people: int, open_counters: int, data: st.DataObject, mean: float
) -> None:
    free = data.draw(st.integers(0, open_counters))
    assert (wait_range(people, open_counters, free, mean) == (0, STEP)) or people >= free


@given(ahead, counters, st.data(), means)
def test_range_is_two_different_multiples_of_five_minutes(
    people: int, open_counters: int, data: st.DataObject, mean: float
) -> None:
    free = data.draw(st.integers(0, open_counters))
    low, high = wait_range(people, open_counters, free, mean) or (0, 0)
    assert low % STEP == high % STEP == 0
    assert 0 <= low < high


@given(ahead, counters, means)
def test_more_people_ahead_never_shorten_the_wait(people: int, open_counters: int, mean: float) -> None:
    fewer, more = wait_range(people, open_counters, 0, mean), wait_range(people + 1, open_counters, 0, mean)
    assert fewer
    assert more
    assert fewer[0] <= more[0]
    assert fewer[1] <= more[1]


@given(ahead, counters, st.booleans(), means)
def test_one_more_counter_never_lengthens_the_wait(people: int, open_counters: int, idle: bool, mean: float) -> None:
    fewer, more = wait_range(people, open_counters, 0, mean), wait_range(people, open_counters + 1, int(idle), mean)
    assert fewer
    assert more
    assert more[0] <= fewer[0]
    assert more[1] <= fewer[1]


@pytest.mark.parametrize(("minutes", "rounded"), [(0.0, 0), (0.1, 5), (5.0, 5), (5.01, 10), (33.2, 35)])
def test_minutes_are_rounded_up_to_five(minutes: float, rounded: int) -> None:
    assert round_up(minutes) == rounded


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, second, tzinfo=UTC)


def test_hours_of_a_call_are_full_five_minutes_that_hold_the_whole_range() -> None:
    assert call_window(at(10, 24, 31), (10, 15)) == (at(10, 30), at(10, 40))
    assert call_window(at(10, 25), (10, 15)) == (at(10, 35), at(10, 40))
    assert call_window(at(23, 58), (5, 10)) == (at(0, 0).replace(day=24), at(0, 10).replace(day=24))


def test_no_call_is_promised_before_the_ticket_was_issued() -> None:
    assert call_window(at(10, 24, 31), (0, 5)) == (at(10, 24, 31), at(10, 30))


def test_no_hours_without_a_range() -> None:
    assert call_window(at(10, 24), None) is None
