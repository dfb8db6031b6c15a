from __future__ import annotations

from sync.pace import ALONE, FEW, FIRST, LARGEST, MOST, QUICK, SMALLEST, Pace


def test_a_few_pieces_go_at_first_and_they_grow_while_they_are_answered_quickly() -> None:
    pace = Pace()
    assert (pace.size, pace.lanes) == (FIRST, FEW)
    sizes = []
    for _ in range(5):
        pace.worked(QUICK / 2)
        sizes.append(pace.size)
    assert (sizes[0], sizes[-1], pace.lanes) == (2 * FIRST, LARGEST, FEW)


def test_a_slow_line_gets_small_pieces_and_more_of_them() -> None:
    pace = Pace()
    for seconds in (QUICK / 2, QUICK / 2, QUICK * 3):
        pace.worked(seconds)
    assert (pace.size, pace.lanes) == (FIRST, MOST)


def test_a_piece_that_is_not_answered_halves_the_next_and_it_recovers_on_a_slow_line_too() -> None:
    pace = Pace()
    for _ in range(10):
        pace.failed()
    assert (pace.size, pace.lanes) == (SMALLEST, ALONE)
    for _ in range(5):
        pace.worked(QUICK * 3)
    assert pace.size == FIRST


def test_a_busy_office_gets_one_larger_piece_at_a_time_until_it_is_quick_again() -> None:
    pace = Pace()
    for _ in range(10):
        pace.busy()
        pace.worked(QUICK * 3)
    assert (pace.size, pace.lanes) == (LARGEST, ALONE)
    pace.worked(QUICK / 2)
    assert pace.lanes == FEW
    pace.worked(QUICK * 3)
    assert (pace.size, pace.lanes) == (FIRST, MOST)
