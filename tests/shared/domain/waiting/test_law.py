"""The law of the wait, against what is known exactly and against counters that are lived through with fixed seeds."""

from __future__ import annotations

import re
from heapq import heapify, heapreplace
from math import exp, inf, log, sqrt
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from shared.domain.generate import lognormal
from shared.domain.pace import Turn
from shared.domain.waiting.law import LONGEST, Z90, Law, Residual, Server, gamma_quantile
from shared.domain.waiting.ranges import range_of

TURN = Turn(300.0, 0.7)
turns = st.builds(Turn, st.floats(20, 3000), st.floats(0.1, 2.0))
aways = st.one_of(st.just((inf, inf)), st.tuples(st.floats(0, 7200), st.floats(1, 7200)).map(lambda a: (a[0], sum(a))))
servers = st.builds(Server, st.floats(0.05, 1.0), turns, turns, st.one_of(st.just(-1.0), st.floats(0, 7200)), aways)
halls = st.lists(servers, min_size=1, max_size=12)
coming = st.lists(st.floats(0, 7200), max_size=10)


def chance(shape: int, x: float) -> float:
    """P(Gamma(shape, 1) <= x), as 1 minus a sum of Poisson terms."""
    term, below = exp(-x), 0.0
    for k in range(shape):
        below += term
        term *= x / (k + 1)
    return 1 - below


@pytest.mark.parametrize("shape", [1, 2, 5, 20, 100])
def test_quantiles_are_those_of_the_gamma_law(shape: int) -> None:
    assert chance(shape, gamma_quantile(shape, 0.0)) == pytest.approx(0.5, abs=0.005)
    assert chance(shape, gamma_quantile(shape, Z90)) == pytest.approx(0.9, abs=0.003)


def busy(number: int, turn: Turn = TURN, age: float = 0.0) -> list[Server]:
    return [Server(1.0, turn, turn, age) for _ in range(number)]


@pytest.mark.parametrize(("counters", "ahead"), [(1, 0), (1, 3), (2, 1), (3, 6), (6, 0), (6, 20)])
def test_half_of_the_waits_end_by_the_first_figure_and_nine_in_ten_by_the_second(counters: int, ahead: int) -> None:
    """1,500 halls found at a random moment, seed 5: each figure within three standard errors of what it says, and 0.06
    for the first (0.04 for the second) that the law leaves where the line is short."""
    random, halls = Random(5), 1500
    above_low = above_high = 0
    for _ in range(halls):
        ages, ends = zip(*(found_at_random(random) for _ in range(counters)), strict=True)
        low, high = Law([Server(1.0, TURN, TURN, age) for age in ages], ahead).figures()
        wait = lived_through(list(ends), ahead, random)
        above_low += wait > low
        above_high += wait > high
    assert above_low / halls == pytest.approx(0.5, abs=0.06 + 3 * sqrt(0.25 / halls))
    assert above_high / halls == pytest.approx(0.1, abs=0.04 + 3 * sqrt(0.09 / halls))


def found_at_random(random: Random) -> tuple[float, float]:
    """(since when, until when) of the turn that somebody who comes finds at a counter that was never free."""
    since = -40 * TURN.mean
    while (until := since + lognormal(*TURN, random)) < 0:
        since = until
    return -since, until


def lived_through(ends: list[float], ahead: int, random: Random) -> float:
    heapify(ends)
    for _ in range(ahead):
        heapreplace(ends, ends[0] + lognormal(*TURN, random))
    return ends[0]


def test_a_free_counter_for_everybody_is_no_wait() -> None:
    assert Law([Server(1.0, TURN, TURN)], 0).figures() == (0.0, 0.0)
    assert Law([Server(0.3, TURN, TURN), *busy(2)], 0).figures() == (0.0, 0.0)
    assert Law([Server(1.0, TURN, TURN)], 1).figures() > (0.0, 0.0)


@given(halls, st.floats(0, 150), coming, st.floats(0, 0.05))
def test_figures_are_finite_in_order_and_never_negative(
    hall: list[Server], ahead: float, on_the_way: list[float], rate: float
) -> None:
    low, high = Law(hall, ahead, on_the_way, rate).figures()
    assert 0 <= low <= high <= LONGEST


@given(st.integers(1, 12), st.integers(0, 100), st.floats(60, 1200), st.floats(0, 600))
def test_more_people_ahead_never_shorten_the_wait(counters: int, ahead: int, mean: float, age: float) -> None:
    hall = busy(counters, Turn(mean, 0.7), age)
    fewer, more = Law(hall, ahead).figures(), Law(hall, ahead + 1).figures()
    assert more[0] >= fewer[0] - 3
    assert more[1] >= fewer[1] - 3


@given(st.integers(2, 12), st.integers(0, 60), st.floats(60, 1200))
def test_a_counter_that_closes_never_shortens_the_wait(counters: int, ahead: int, mean: float) -> None:
    all_of_them, one_less = busy(counters, Turn(mean, 0.7)), busy(counters - 1, Turn(mean, 0.7))
    with_all, without = Law(all_of_them, ahead).figures(), Law(one_less, ahead).figures()
    assert without[0] > with_all[0] - 3
    assert without[1] > with_all[1] - 3


def test_who_comes_later_and_goes_before_lengthens_the_wait() -> None:
    hall = busy(2)
    plain = Law(hall, 10).figures()
    assert Law(hall, 10, rate=0.001).figures() > plain
    assert Law(hall, 10, coming=[60.0, 90.0]).figures() > plain
    assert Law(hall, 10, coming=[5 * 3600.0]).figures() == plain


def test_lunch_is_waited_through() -> None:
    leaves_for_lunch = Server(1.0, TURN, TURN, 10.0, (600.0, 4200.0))
    assert Law([leaves_for_lunch], 0).figures()[0] < 600
    low, high = Law([leaves_for_lunch], 8).figures()
    assert 4200 <= low < high
    alone, with_another = Law([leaves_for_lunch], 8).figures(), Law([leaves_for_lunch, *busy(1)], 8).figures()
    assert with_another < alone


def test_a_counter_at_lunch_takes_somebody_as_it_comes_back() -> None:
    low, high = Law([Server(1.0, TURN, TURN, away=(0.0, 900.0))], 0).figures()
    assert low == pytest.approx(900, abs=10)
    assert high == pytest.approx(900, abs=10)


def test_what_remains_of_a_turn_is_short_at_its_usual_end_and_long_after_it() -> None:
    at_first, late = Residual(TURN, 0.0), Residual(TURN, 1500.0)
    assert at_first.expected == pytest.approx(300)
    assert late.expected > Residual(TURN, 200.0).expected
    assert Residual(TURN, 1e9).expected == pytest.approx(300)
    assert at_first.by(1e7)[0] == pytest.approx(1)


def test_exponential_turns_give_the_gamma_law() -> None:
    """A turn whose age says nothing: with one counter and variation 1 the first figure of nobody ahead is log 2."""
    without_memory = Server(1.0, Turn(300.0, 1.0), Turn(300.0, 1.0), 1e12)
    low, high = Law([without_memory], 0).figures()
    assert low == pytest.approx(300 * log(2), rel=0.05)
    assert high == pytest.approx(300 * log(10), rel=0.05)


def test_what_people_are_told_in_the_documentation_is_what_the_hall_says() -> None:
    page = Path(__file__).parents[4].joinpath("docs", "algorithms.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) to (\d+) \|$", page, re.MULTILINE)
    assert len(rows) == 7
    for people, counters, free, mean, low, high in (tuple(map(int, row)) for row in rows):
        turn = Turn(mean * 60.0, 0.7)
        hall = [Server(1.0, turn, turn, -1.0 if n < free else mean * 30.0) for n in range(counters)]
        assert range_of(*Law(hall, people).figures()) == (low, high)
