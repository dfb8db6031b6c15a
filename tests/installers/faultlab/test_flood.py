"""A flood slows nobody else, and the device that makes it gets no more than its share."""

from __future__ import annotations

from pathlib import Path

from installers.faultlab.flood import ROW, p99
from tests.fakes.shown import short_form_of


def test_a_flood_slows_nobody_else_and_without_limits_takes_all(tmp_path: Path) -> None:
    short_form_of(ROW, tmp_path)


def test_the_hundredth_that_waits_longest_is_left_out() -> None:
    assert p99([0.01] * 99 + [5.0]) == 5.0
    assert p99([0.01] * 199 + [5.0]) == 0.01
    assert p99([]) == float("inf")
