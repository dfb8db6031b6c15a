"""One service day: its state, and the fold of its events, one file for each of their nouns."""

from __future__ import annotations

from shared.domain.day.call import Call as Call
from shared.domain.day.counter_state import CounterState as CounterState, CounterStatus as CounterStatus
from shared.domain.day.day import Day as Day
from shared.domain.day.steps import planned_stop as planned_stop
