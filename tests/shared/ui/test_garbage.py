"""Garbage is collected between two events of the screen's own thread, and never elsewhere."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from shared.ui import garbage
from shared.ui.garbage import Garbage


class Knot:
    """Refers to itself: only the collector can take it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector() -> Iterator[Garbage]:
    made = Garbage()
    made.start()
    yield made
    made.stop()
    gc.disable()  # as all tests run


@pytest.mark.usefixtures("collector")
def test_no_allocation_collects() -> None:
    assert not gc.isenabled()
    gone = weakref.ref(Knot())
    _ = [[] for _ in range(100_000)]
    assert gone() is not None


def test_a_second_later_it_is_collected(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "EVERY_MS", 10)
    collector = Garbage()
    collector.start()
    gone = weakref.ref(Knot())
    qtbot.waitUntil(lambda: gone() is None)
    collector.stop()
    gc.disable()  # as all tests run


def test_what_has_grown_old_goes_with_a_full_round(collector: Garbage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "FULL_EVERY", 3)
    knot = Knot()
    gone = weakref.ref(knot)
    collector.collect()
    collector.collect()
    del knot
    collector.collect()
    assert gone() is None


def test_stopping_gives_the_collector_back(collector: Garbage) -> None:
    collector.stop()
    assert gc.isenabled()
