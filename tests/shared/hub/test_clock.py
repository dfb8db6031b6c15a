"""The centre's clock: what the machine's clock does never reaches a duration, and what it cannot be is not believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from shared.hub.clock import Clock, Doubt, Pretence

LAST = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # of the last event: Monday, 18:00 in Lima


class Machine:
    """A machine whose two clocks the test moves."""

    def __init__(self, at: datetime = LAST) -> None:
        self.wall = at.timestamp()
        self.monotonic = 1000.0

    def clock(self, not_before: datetime | None = LAST, *, trusted: bool = False) -> Clock:
        return Clock(not_before, wall=lambda: self.wall, monotonic=lambda: self.monotonic, trusted=trusted)

    def pass_(self, **time: float) -> None:
        seconds = timedelta(**time).total_seconds()
        self.wall += seconds
        self.monotonic += seconds

    def step(self, **time: float) -> None:
        self.wall += timedelta(**time).total_seconds()


def test_only_what_passes_moves_it() -> None:
    machine = Machine()
    clock = machine.clock()
    before = clock.now()
    machine.step(days=-1000)
    machine.pass_(minutes=3)
    machine.step(days=2000)
    assert clock.now() - before == timedelta(minutes=3)


def test_a_step_is_told_once_and_a_slow_drift_never() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.step(hours=1)
    assert clock.step() == pytest.approx(3600)
    assert clock.step() == 0.0
    machine.step(seconds=4)
    assert clock.step() == 0.0


@pytest.mark.parametrize("seed", range(20))
def test_it_never_goes_back_whatever_happens(seed: int) -> None:
    machine, random = Machine(), Random(seed)
    clock = machine.clock()
    before = clock.now()
    for _ in range(200):
        machine.step(seconds=random.choice((-1, 1)) * 10 ** random.uniform(0, 8))
        machine.pass_(seconds=random.uniform(0, 60))
        clock.step()
        assert clock.now() >= before
        before = clock.now()


@pytest.mark.parametrize(
    ("machine", "doubt"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), Doubt.BEHIND),
        (datetime(2000, 1, 1, tzinfo=UTC), Doubt.BEHIND),
        (LAST - timedelta(hours=2), Doubt.BEHIND),
        (LAST - timedelta(minutes=30), Doubt.NONE),
        (LAST + timedelta(days=44), Doubt.NONE),
        (LAST + timedelta(days=46), Doubt.AHEAD),
        (datetime(2036, 2, 7, tzinfo=UTC), Doubt.AHEAD),
    ],
)
def test_a_clock_that_cannot_be_right_is_not_believed(machine: datetime, doubt: Doubt) -> None:
    clock = Machine(machine).clock()
    assert clock.doubt(LAST) in (doubt, Doubt.DIFFERS if doubt is Doubt.NONE else doubt)
    assert clock.now() == (max(machine, LAST) if doubt is Doubt.NONE else LAST)


def test_a_centre_that_was_shut_for_long_can_say_that_its_clock_is_right() -> None:
    machine = Machine(LAST + timedelta(days=300))
    assert machine.clock(trusted=True).now() == LAST + timedelta(days=300)
    assert machine.clock(trusted=True).doubt(LAST) is Doubt.NONE


def test_a_first_start_with_a_dead_battery_is_told_and_later_forgiven() -> None:
    machine = Machine(datetime(2000, 1, 1, tzinfo=UTC))
    clock = machine.clock(None)
    first = clock.now()
    assert clock.doubt(None) is Doubt.BEHIND
    machine.wall = LAST.timestamp()
    assert clock.doubt(first) is Doubt.DIFFERS
    clock.follow(first)
    assert (clock.now(), clock.doubt(first)) == (LAST, Doubt.NONE)


def test_it_follows_the_machine_forward_and_back_but_never_below_the_last_event() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.step(hours=10)
    clock.follow(LAST)
    assert clock.now() == LAST + timedelta(hours=10)
    machine.step(hours=-5)
    clock.follow(LAST)
    assert clock.now() == LAST + timedelta(hours=5)
    machine.step(minutes=-330)
    clock.follow(LAST)
    assert clock.now() == LAST


def test_it_follows_no_clock_that_is_in_doubt() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.step(days=3650)
    clock.follow(LAST)
    assert clock.now() == LAST
    assert clock.doubt(LAST) is Doubt.AHEAD


def test_a_pretended_clock_doubts_nothing() -> None:
    clock = Clock(LAST, Pretence(datetime(2030, 1, 1, tzinfo=UTC)))
    assert clock.doubt(LAST) is Doubt.NONE
    clock.follow(LAST)
    assert clock.now().year == 2030
