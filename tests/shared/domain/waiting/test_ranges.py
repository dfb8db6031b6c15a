"""How a wait is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies as st

from shared.domain.waiting import STEP, call_window, range_of, round_up

seconds = st.floats(0, 12 * 3600)


@given(seconds, seconds)
def test_a_range_is_two_different_multiples_of_five_minutes_that_hold_the_second_figure(one: float, two: float) -> None:
    low, high = range_of(min(one, two), max(one, two))
    assert low % STEP == high % STEP == 0
    assert 0 <= low < high
    assert max(one, two) <= high * 60


@pytest.mark.parametrize(
    ("figures", "told"), [((0, 0), (0, 5)), ((60, 250), (0, 5)), ((301, 302), (5, 10)), ((1400, 1990), (25, 35))]
)
def test_both_figures_are_rounded_up(figures: tuple[float, float], told: tuple[int, int]) -> None:
    assert range_of(*figures) == told


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
