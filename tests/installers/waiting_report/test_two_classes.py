"""The simulation that drives the order straight, and its intervals."""

from __future__ import annotations

from random import Random

import pytest

from figures.policies import read_policy
from installers.waiting_report.starvation import GuardWatch
from installers.waiting_report.two_classes import Interval, interval, simulate
from shared.domain.erlang import mean_wait


def nothing(_: int) -> None:
    pass


def test_a_short_run_lies_near_the_law() -> None:
    waits = simulate(read_policy("fcfs"), 60_000, 2, nothing)
    everybody = interval(waits.preferential + waits.ordinary)
    assert everybody.mean == pytest.approx(mean_wait(0.9 * 6 / 7, 7, 6), rel=0.25)
    assert len(waits.preferential) / (len(waits.preferential) + len(waits.ordinary)) == pytest.approx(0.2, abs=0.01)


def test_an_interval_holds_the_mean_it_was_drawn_from() -> None:
    random = Random(1)
    found = interval([random.expovariate(1 / 5) for _ in range(30_000)])
    assert found.holds(5)
    assert not found.holds(6)
    assert found.relative < 0.03
    assert Interval(2.0, 0.1).relative == 0.05


def test_a_guard_is_never_broken_and_its_lack_shows() -> None:
    watches = {}
    for text in ("legal, guard 20", "legal"):
        watches[text] = GuardWatch(20)
        simulate(read_policy(text), 4_000, 5, nothing, 1.1, watches[text])
    assert watches["legal, guard 20"].calls > 2_000
    assert watches["legal, guard 20"].broken == 0
    assert watches["legal"].broken > 0
