from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from shared.ui.sight import CAPITAL, capital_mm, degrees_of, letters_px, pixels_per_mm


@pytest.mark.parametrize(("distance_m", "mm"), [(0.6, 7.3), (10.0, 122.2)])
def test_a_capital_of_0_7_degrees_is_as_high_as_the_table_says(distance_m: float, mm: float) -> None:
    assert capital_mm(0.7, distance_m) == pytest.approx(mm, abs=0.05)


def test_a_panel_of_21_5_inches_has_four_pixels_a_millimetre() -> None:
    assert pixels_per_mm(1080, 1920, 21.5) == pytest.approx(4.034, abs=0.001)


@given(st.floats(0.3, 1.0), st.floats(21.5, 100))
def test_letters_are_never_seen_smaller_than_was_asked(distance_m: float, inches: float) -> None:
    per_mm = pixels_per_mm(1080, 1920, inches)
    assert degrees_of(letters_px(0.7, distance_m, per_mm) * CAPITAL / per_mm, distance_m) >= 0.7
