from __future__ import annotations

from itertools import combinations
from math import hypot

from sync.office.pages.map import APART, departments, marks
from sync.office.pages.projection import HEIGHT, WIDTH, project

LIMA = ((1, -12.05, -77.12), (2, -12.03, -76.94), (3, -11.99, -77.06), (4, -12.15, -76.97), (5, -11.88, -77.13))


def test_the_country_has_its_24_departments_and_callao() -> None:
    assert len(departments()) == 25
    assert all(path.startswith("M") and path.endswith("z") for name, path in departments().items() if name != "Callao")


def test_all_of_it_is_inside_the_drawing() -> None:
    for latitude, longitude in ((-0.04, -75.2), (-18.35, -70.3), (-4.7, -81.33), (-12.5, -68.66)):
        x, y = project(latitude, longitude)
        assert 0 < x < WIDTH
        assert 0 < y < HEIGHT


def test_a_centre_alone_is_where_it_is() -> None:
    (mark,) = marks(((1, -13.53, -71.97),))
    assert not mark.moved


def test_centres_that_lie_close_are_told_apart_and_keep_their_place() -> None:
    drawn = marks(LIMA)
    for one, other in combinations(drawn, 2):
        assert hypot(one.x - other.x, one.y - other.y) > APART - 1
    assert [(round(mark.at_x), round(mark.at_y)) for mark in drawn] == [
        tuple(map(round, project(latitude, longitude))) for _, latitude, longitude in LIMA
    ]


def test_two_centres_at_one_place_are_both_seen() -> None:
    one, other = marks(((1, -12.0, -77.0), (2, -12.0, -77.0)))
    assert hypot(one.x - other.x, one.y - other.y) > APART - 1


def test_no_centre_is_no_mark() -> None:
    assert marks(()) == ()


def test_three_hundred_centres_are_small_marks_without_numbers_inside_the_drawing() -> None:
    drawn = marks(tuple((n, -12.05 + n % 7 / 50, -77.05 + n % 5 / 50) for n in range(1, 301)))
    assert not any(mark.readable for mark in drawn)
    assert all(0 < mark.x < WIDTH and 0 < mark.y < HEIGHT for mark in drawn)
