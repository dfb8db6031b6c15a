"""The published values and tables, to their last digit."""

from __future__ import annotations

from math import inf

import pytest

from shared.domain.erlang import counters_needed, load, mean_wait, quantile, two_class_wait, waits_at_all, within

TABLE = """
7   30 4 0.875  0.7379 10.3301 0.7473
7   30 5 0.700  0.3778  1.7632 0.9848
7   40 5 0.933  0.8386 17.6101 0.5895
7   40 6 0.778  0.4738  2.4873 0.9728
5   90 8 0.9375 0.8073  8.0725 0.8199
4  120 9 0.889  0.6533  2.6133 0.9846
12  20 5 0.800  0.5541  6.6494 0.8412
"""  # mean minutes, arrivals an hour, counters: load, P(wait), mean wait, P(W <= 15 min)


@pytest.mark.parametrize("row", [tuple(map(float, line.split())) for line in TABLE.split("\n") if line])
def test_the_reference_table(row: tuple[float, ...]) -> None:
    mean, hourly, counters, rho, waits, wait, in_15 = row
    given = (hourly / 60, mean, int(counters))
    assert load(*given) == pytest.approx(rho, abs=5e-4)
    assert round(waits_at_all(*given), 4) == waits
    assert round(mean_wait(*given), 4) == wait
    assert round(within(15, *given), 4) == in_15


def test_the_published_case() -> None:
    """100 calls in half an hour of three minutes, 14 agents."""
    given = (100 / 30, 3.0, 14)
    assert waits_at_all(*given) == pytest.approx(0.1741319335950498, abs=1e-15)
    assert within(20 / 60, *given) == pytest.approx(0.8883500191794669, abs=1e-15)
    assert mean_wait(*given) * 60 == pytest.approx(7.83593701, abs=1e-8)
    assert load(*given) == pytest.approx(0.7142857, abs=1e-7)
    assert counters_needed(0.8, 20 / 60, 100 / 30, 3.0) == 14
    assert counters_needed(0.8, 20 / 60, 25 / 10, 3.0) == 11


def test_too_few_counters_never_catch_up() -> None:
    assert waits_at_all(1, 10, 5) == 1
    assert mean_wait(1, 10, 5) == inf
    assert within(60, 1, 10, 10) == 0
    assert quantile(0.9, 1, 10, 10) == inf
    assert counters_needed(0.8, 15, 1, 10) > 10


def test_a_quantile_is_the_wait_that_its_share_does_not_exceed() -> None:
    given = (30 / 60, 7.0, 4)
    assert within(quantile(0.9, *given), *given) == pytest.approx(0.9)
    assert quantile(0.1, *given) == 0


def test_a_share_is_a_share() -> None:
    with pytest.raises(ValueError, match="between 0 and 1, not 80"):
        counters_needed(80, 15, 1, 1)


@pytest.mark.parametrize(
    ("ratio", "preferential", "ordinary"),
    [
        (1, 8.635, 8.635),
        (1.5, 6.430, 9.186),
        (2, 5.219, 9.489),
        (3, 3.925, 9.812),
        (4, 3.244, 9.982),
        (6, 2.540, 10.159),
        (10, 1.958, 10.304),
        (inf, 1.053, 10.530),
    ],
)
def test_the_two_class_table(ratio: float, preferential: float, ordinary: float) -> None:
    """Six counters, seven minutes, load 0.90, 20 % preferential."""
    wait = mean_wait(0.9 * 6 / 7, 7, 6)
    found = two_class_wait(0.9, wait, ratio, 0.2)
    assert found == (pytest.approx(preferential, abs=6e-4), pytest.approx(ordinary, abs=6e-4))
