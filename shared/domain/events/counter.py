"""Counters, and who attends there."""

from __future__ import annotations

from shared.domain.events.fact import Fact


class CounterOpened(Fact, frozen=True, tag="counter_opened"):
    """An advisor attends at a counter."""

    counter: int
    advisor: str


class CounterPaused(Fact, frozen=True, tag="counter_paused"):
    """A counter calls nobody for a while."""

    counter: int
    reason: str


class CounterClosed(Fact, frozen=True, tag="counter_closed"):
    """Nobody attends at this counter any more."""

    counter: int
