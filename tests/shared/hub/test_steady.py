"""A range that people read changes at most once a minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from shared.domain.waiting import Range
from shared.hub.steady import Steady

NINE = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def shown(*waits: tuple[float, Range | None]) -> list[Range | None]:
    """What people read at these seconds, where this is what is expected then."""
    steady = Steady()
    return [steady.shown("PJ", wait, NINE + timedelta(seconds=second)) for second, wait in waits]


def test_a_range_is_held_for_a_minute_and_then_shows_what_it_has_become() -> None:
    first, second, third = (5, 10), (10, 15), (15, 20)
    assert shown((0, first), (15, second), (59, third), (60, third), (75, first)) == [first, first, first, third, third]


def test_a_range_that_stayed_for_long_changes_at_once() -> None:
    assert shown((0, (5, 10)), (600, (5, 10)), (601, (10, 15))) == [(5, 10), (5, 10), (10, 15)]


def test_that_nobody_serves_is_said_at_once_and_so_is_that_somebody_does() -> None:
    assert shown((0, (5, 10)), (1, None), (2, (0, 5)), (3, (5, 10))) == [(5, 10), None, (0, 5), (0, 5)]


def test_each_queue_keeps_still_by_itself() -> None:
    steady = Steady()
    assert steady.shown("PJ", (5, 10), NINE) == (5, 10)
    assert steady.shown("BN", (0, 5), NINE) == (0, 5)
    assert steady.shown("PJ", (10, 15), NINE + timedelta(seconds=70)) == (10, 15)
