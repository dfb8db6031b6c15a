"""Who sits where: counters open, pause, close, and the spells that this makes."""

from __future__ import annotations

from datetime import datetime

from shared.domain import events as e
from shared.domain.day.counter_state import CounterState, CounterStatus
from shared.domain.day.state import DayState
from shared.domain.day.steps import free
from shared.domain.spells import Spell

Facts = e.CounterOpened | e.CounterPaused | e.CounterClosed


def take(day: DayState, event: Facts, at: datetime) -> None:
    match event:
        case e.CounterOpened():
            _set(day, event.counter, CounterStatus.OPEN, event.advisor, "", at)
        case e.CounterPaused():
            _set(day, event.counter, CounterStatus.PAUSED, day.counter(event.counter).advisor, event.reason, at)
        case e.CounterClosed():
            _set(day, event.counter, CounterStatus.CLOSED, "", "", at)
            for ticket in day.tickets.values():
                free(day, ticket, event.counter)


def end_spells(day: DayState, at: datetime) -> None:
    """The day is over, for whoever still sits there."""
    for counter in day.counters:
        _end_spell(day, counter, at)
    day.counters.clear()


def _set(day: DayState, number: int, status: CounterStatus, advisor: str, reason: str, at: datetime) -> None:
    state = day.counters.setdefault(number, CounterState(number))
    state.status, state.advisor, state.reason, state.since = status, advisor, reason, at
    _end_spell(day, number, at)
    if status is not CounterStatus.CLOSED:
        paused = status is CounterStatus.PAUSED
        day.spells.setdefault(number, []).append(Spell(number, advisor, paused, at))


def _end_spell(day: DayState, counter: int, at: datetime) -> None:
    spells = day.spells.get(counter, [])
    if spells and spells[-1].until is None:
        spells[-1].until = at
