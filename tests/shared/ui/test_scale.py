from __future__ import annotations

import pytest

from shared.ui import scale
from shared.ui.scale import BOARD, COUNTER, KIOSK, Scale


def test_the_design_size_is_drawn_exactly() -> None:
    assert Scale.fitting(KIOSK, 1080, 1920).factor == 1


def test_a_kiosk_on_its_side_is_drawn_at_the_same_size() -> None:
    assert Scale.fitting(KIOSK, 1920, 1080).factor == 1


def test_a_smaller_window_holds_the_whole_design() -> None:
    assert Scale.fitting(KIOSK, 540, 900).factor == pytest.approx(900 / 1920)


def test_a_board_grows_with_its_panel_and_a_counter_does_not() -> None:
    assert Scale.fitting(BOARD, 3840, 2160).factor == 2
    assert Scale.fitting(COUNTER, 1920, 1080).factor == 1
    assert Scale.fitting(COUNTER, 1024, 576).factor == pytest.approx(1024 / 1366)


def test_something_never_becomes_nothing() -> None:
    assert Scale(0.3).px(1) == 1
    assert Scale(0.3).px(0) == 0


def test_px_follows_the_scale_in_use() -> None:
    scale.use(Scale(0.5))
    assert scale.px(56) == 28
    assert scale.factor() == 0.5
