from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from display_board import layout as room
from display_board.layout import Box, Layout, lay_out
from shared.ui import fonts
from shared.ui.sight import capital_mm, pixels_per_mm
from shared.ui.tokens import HEAVY

BOARD = (1920, 1080)
SHAPES = [(1920, 1080), (1080, 1920), (3840, 2160), (2160, 3840), (1280, 720), (1366, 768), (1024, 768), (1920, 1200)]
ROOMS = [(3, 43), (5, 55), (8, 43), (10, 55), (10, 75), (12, 55), (15, 55), (15, 85), (25, 43)]


def inside(box: Box, width: int, height: int) -> bool:
    return box.x >= 0 and box.y >= 0 and box.x + box.width <= width and box.y + box.height <= height


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width and other.x < one.x + one.width and one.y < other.bottom and other.y < one.bottom
    )


def number_width(layout: Layout) -> float:
    return layout.newest_capitals / room.CAPITAL * room.NUMBER_EMS


@pytest.mark.parametrize(("distance", "millimetres"), [(0.6, 7.3), (5, 61), (10, 122), (15, 183)])
def test_a_capital_seen_under_seven_tenths_of_a_degree(distance: float, millimetres: float) -> None:
    assert capital_mm(0.7, distance) == pytest.approx(millimetres, abs=0.4)


def test_at_ten_metres_on_55_inches_the_newest_call_has_193_pixel_capitals() -> None:
    layout = lay_out(*BOARD, 10, 55)
    assert layout.newest_capitals == 193
    assert layout.recent_capitals == 97
    assert layout.reads_to_m == 10.0
    assert not layout.stacked


def test_four_recent_calls_are_seen_at_ten_metres_and_more_when_people_sit_nearer() -> None:
    assert len(lay_out(*BOARD, 10, 55).rows) == 4
    assert len(lay_out(*BOARD, 5, 55).rows) > 4


def test_rows_drop_before_letters_shrink() -> None:
    layouts = [lay_out(*BOARD, distance, 55) for distance in range(3, 16)]
    assert [len(layout.rows) for layout in layouts] == sorted((len(one.rows) for one in layouts), reverse=True)
    for distance, layout in zip(range(3, 16), layouts, strict=True):
        assert layout.reads_to_m >= distance, "as long as the width allows, letters keep their size"
    assert layouts[-1].rows == ()


def test_letters_shrink_only_when_the_widest_number_fills_the_board() -> None:
    layout = lay_out(*BOARD, 25, 43)
    assert layout.reads_to_m < 25
    assert number_width(layout) == pytest.approx(layout.number.width, rel=0.01)


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("who", ROOMS)
def test_the_widest_number_and_counter_always_have_their_width(size: tuple[int, int], who: tuple[int, int]) -> None:
    layout = lay_out(*size, *who)
    assert number_width(layout) <= layout.number.width + 1
    assert layout.newest_capitals / room.CAPITAL * room.COUNTER_EMS <= layout.counter.width
    need = layout.recent_capitals / room.CAPITAL * (room.ROW_NUMBER_EMS + room.ROW_COUNTER_EMS)
    assert all(row.width > need for row in layout.rows)


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("who", ROOMS)
def test_nothing_touches_anything_and_nothing_leaves_the_panel(size: tuple[int, int], who: tuple[int, int]) -> None:
    layout = lay_out(*size, *who)
    parts = (layout.newest, *layout.rows, layout.side)
    assert all(inside(part, *size) for part in parts)
    assert not any(overlap(one, other) for n, one in enumerate(parts) for other in parts[n + 1 :])
    inner = layout.newest._replace(x=0, y=0)
    assert inside(layout.number, inner.width, inner.height)
    assert inside(layout.counter, inner.width, inner.height)
    assert not overlap(layout.number, layout.counter)
    assert layout.side.height >= layout.px(room.SIDE_STRIP) - 1, "the clock is always there"
    assert all(row.height >= layout.recent_capitals * room.ROW_PITCH - 1 for row in layout.rows)


def test_the_same_panel_with_twice_the_pixels_looks_the_same() -> None:
    one, two = lay_out(1920, 1080, 10, 55), lay_out(3840, 2160, 10, 55)
    assert two.newest_capitals == pytest.approx(2 * one.newest_capitals, abs=2)
    assert len(one.rows) == len(two.rows)


def test_a_board_on_end_has_its_counter_below_the_number_and_the_side_panel_below_the_calls() -> None:
    layout = lay_out(1080, 1920, 8, 55)
    assert layout.stacked
    assert layout.counter.y > layout.number.y
    assert layout.side.y > layout.rows[-1].y
    assert len(layout.rows) >= 4


def test_a_pixel_is_known_from_the_panel() -> None:
    assert 1 / pixels_per_mm(1920, 1080, 55) == pytest.approx(0.634, abs=0.001)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("text", "tabular", "ems"),
    [
        ("RW 1888", False, room.NUMBER_EMS),
        ("888", False, room.COUNTER_EMS),
        ("RW 1888", True, room.ROW_NUMBER_EMS),
        ("888", True, room.ROW_COUNTER_EMS),
    ],
)
def test_the_widths_are_those_of_the_font(text: str, tabular: bool, ems: float) -> None:
    font = fonts.exact(1000, HEAVY, tabular=tabular)
    font.setWordSpacing(room.WORD_GAP * 1000)
    metrics = QFontMetricsF(font)
    assert metrics.capHeight() == pytest.approx(room.CAPITAL * 1000, abs=1)
    assert metrics.tightBoundingRect(text).width() <= ems * 1000
    assert metrics.tightBoundingRect(text).width() == pytest.approx(ems * 1000, rel=0.03)
