"""The wait, as a promise: who can be ahead (`people`), which counters (`counters`), the law of the wait from both
(`law`), how it is told (`ranges`), and all together (`expected`). What it is learnt from is in `observed` and `pace`.
"""

from shared.domain.waiting.counters import serves_from
from shared.domain.waiting.expected import Expected, expected, whoever_comes
from shared.domain.waiting.ranges import STEP, Range, call_window, range_of, round_up

__all__ = [
    "STEP",
    "Expected",
    "Range",
    "call_window",
    "expected",
    "range_of",
    "round_up",
    "serves_from",
    "whoever_comes",
]
