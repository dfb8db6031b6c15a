"""Where everything stands on a board, and how large its letters are, from who must read it: pure arithmetic.

Sizes without another unit are pixels of the window, which fills the panel. `unit` is a 1080th of its short side.
"""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from shared.ui.sight import CAPITAL, DEGREES, capital_mm, degrees_of, pixels_per_mm

NEWEST_DEGREES = DEGREES
RECENT_DEGREES = 0.35

# Of Atkinson Hyperlegible Next, weight 800, in font heights; a test measures them.
WORD_GAP = -0.07  # added to a space: letters and figures of one number belong together
NUMBER_EMS = 4.16 + WORD_GAP  # "RW 1888", the widest number there is
COUNTER_EMS = 1.83  # "888"
ROW_NUMBER_EMS = 4.34  # the same with figures of one width: rows are columns of numbers
ROW_COUNTER_EMS = 1.83

# In units.
BAND, MARGIN, PAD, EDGE = 20, 28, 36, 20
COUNTER_PAD, CAPTION, CAPTION_BLOCK = 26, 44, 94
NEWEST_LEAST, RECENT_LEAST = 150, 72  # capitals, however near people sit
SLACK = 16  # round letters reach over and under the capitals
ROW_GAP, ROW_CAPTION = 56, 120  # the caption stands partly in the gap
SIDE_LEAST, SIDE_BEST, SIDE_TALL, SIDE_STRIP = 520, 690, 620, 108

ROW_PITCH = 1.56  # row height in capitals
ROWS_MOST = 6


class Box(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        return self.y + self.height


class Layout(NamedTuple):
    """A board laid out. `number` and `counter` are inside `newest`; capitals are heights of the letter H.

    stacked: the newest call's counter stands below its number. row_caption: *Módulo* fits before a row's counter.
    """

    unit: float
    newest: Box
    number: Box
    counter: Box
    stacked: bool
    newest_capitals: int
    rows: tuple[Box, ...]
    recent_capitals: int
    row_caption: bool
    side: Box
    reads_to_m: float

    def px(self, units: float) -> int:
        return max(1, round(units * self.unit))


def lay_out(width: int, height: int, distance_m: float, panel_inches: float) -> Layout:
    """The board for people `distance_m` away. Rows drop before letters shrink; letters shrink only for the width."""
    density = pixels_per_mm(width, height, panel_inches)
    unit = min(width, height) / 1080
    wanted = max(ceil(capital_mm(NEWEST_DEGREES, distance_m) * density), floor(NEWEST_LEAST * unit))
    capitals, stacked = _newest_capitals(width, height, unit, wanted)
    newest, number, counter = _newest(width, unit, capitals, stacked)
    smaller = max(ceil(capital_mm(RECENT_DEGREES, distance_m) * density), floor(RECENT_LEAST * unit))
    smaller = min(smaller, capitals, floor((width - _u(2 * MARGIN + 2 * PAD + ROW_GAP, unit)) / _row_ems() * CAPITAL))
    room = Box(
        _u(MARGIN, unit),
        newest.bottom + _u(MARGIN, unit),
        newest.width,
        height - newest.bottom - 2 * _u(MARGIN, unit),
    )
    rows, side = _below_newest(room, unit, smaller)
    caption = bool(rows) and rows[0].width - _row_need(unit, smaller) >= _u(ROW_CAPTION, unit)
    reads_to = degrees_of(capitals / density, 1.0) / NEWEST_DEGREES
    return Layout(unit, newest, number, counter, stacked, capitals, rows, smaller, caption, side, round(reads_to, 1))


def _newest_capitals(width: int, height: int, unit: float, wanted: int) -> tuple[int, bool]:
    """The newest call's capitals, and whether its counter must go below its number to have them."""
    inner = width - _u(2 * MARGIN, unit)
    rest = height - _u(BAND + 3 * MARGIN + SIDE_STRIP, unit)
    beside_pads = _u(2 * PAD, unit) + _u(2 * COUNTER_PAD + EDGE, unit)
    beside = floor((inner - beside_pads) / (NUMBER_EMS + COUNTER_EMS) * CAPITAL)
    beside = min(beside, rest - _newest_height(unit, 0, False))
    below = floor((inner - _u(2 * PAD, unit)) / NUMBER_EMS * CAPITAL)
    below = min(below, (rest - _newest_height(unit, 0, True)) // 2)
    if wanted <= beside or below <= beside:
        return max(1, min(wanted, beside)), False
    return max(1, min(wanted, below)), True


def _newest_height(unit: float, capitals: int, stacked: bool) -> int:
    if stacked:
        return _u(CAPTION_BLOCK + EDGE + 4 * PAD, unit) + 2 * capitals
    return _u(CAPTION_BLOCK + EDGE + PAD, unit) + capitals


def _newest(width: int, unit: float, capitals: int, stacked: bool) -> tuple[Box, Box, Box]:
    """The gold box, and in it the number and the dark box of the counter."""
    pad, edge, caption, slack = (_u(units, unit) for units in (PAD, EDGE, CAPTION_BLOCK, SLACK))
    margin, height = _u(MARGIN, unit), _newest_height(unit, capitals, stacked)
    newest = Box(margin, _u(BAND, unit) + margin, width - 2 * margin, height)
    if stacked:
        top = caption + capitals + _u(PAD + EDGE, unit)
        number = Box(pad, caption - slack, newest.width - 2 * pad, capitals + 2 * slack)
        return newest, number, Box(edge, top, newest.width - 2 * edge, height - top - edge)
    counter_width = ceil(capitals / CAPITAL * COUNTER_EMS) + _u(2 * COUNTER_PAD, unit)
    counter = Box(newest.width - edge - counter_width, edge, counter_width, height - 2 * edge)
    return newest, Box(pad, caption - slack, counter.x - 2 * pad, capitals + 2 * slack), counter


def _below_newest(room: Box, unit: float, capitals: int) -> tuple[tuple[Box, ...], Box]:
    """The rows, and the side panel: beside them where there is width for both, else below them."""
    gap, pitch = _u(MARGIN, unit), ROW_PITCH * capitals
    side_width = min(room.width - gap - _row_need(unit, capitals), _u(SIDE_BEST, unit))
    if side_width >= _u(SIDE_LEAST, unit) and room.height >= pitch:
        rows = _rows(room._replace(width=room.width - gap - side_width), pitch)
        return rows, Box(room.x + room.width - side_width, room.y, side_width, room.height)
    tall = min(room.height, _u(SIDE_TALL, unit))
    if room.height - gap - tall < 2 * pitch:
        tall = _u(SIDE_STRIP, unit)
    above = room.height - gap - tall
    if above < pitch:
        return (), room
    return _rows(room._replace(height=above), pitch), Box(room.x, room.bottom - tall, room.width, tall)


def _rows(room: Box, pitch: float) -> tuple[Box, ...]:
    count = min(ROWS_MOST, floor(room.height / pitch))
    edges = [room.y + round(room.height * n / count) for n in range(count + 1)]
    return tuple(Box(room.x, edges[n], room.width, edges[n + 1] - edges[n]) for n in range(count))


def _row_ems() -> float:
    return ROW_NUMBER_EMS + ROW_COUNTER_EMS


def _row_need(unit: float, capitals: int) -> int:
    """The width a row needs for "RW 1888" and "888"."""
    return ceil(capitals / CAPITAL * _row_ems()) + _u(2 * PAD + ROW_GAP, unit)


def _u(units: float, unit: float) -> int:
    return round(units * unit)
