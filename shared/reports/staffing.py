"""How many counters each queue needs, by Erlang C and by living a day again, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shared.reports.table import Table


@dataclass(frozen=True)
class Advice:
    """One queue. stops: a day; hourly: in its busiest hour. limit: ANS of the wait, minutes. kept: shares, 0 to 1."""

    queue: str
    stops: int
    hourly: float
    mean: float
    limit: int
    now: int
    kept_now: float | None
    erlang: int
    kept_erlang: float | None
    needed: int
    kept_needed: float | None


def staffing_table(title: str, advice: Sequence[Advice], target: float) -> Table:
    def percent(share: float | None) -> float | None:
        return None if share is None else round(share * 100, 1)

    columns = (
        *("queue", "stops", "peak an hour", "mean min", "ANS min", "counters now", "replay %"),
        *("by Erlang C", "replay %", "by replay", "replay %"),
    )
    rows = [
        (
            *(one.queue, one.stops, one.hourly, one.mean, one.limit, one.now, percent(one.kept_now)),
            *(one.erlang, percent(one.kept_erlang), one.needed, percent(one.kept_needed)),
        )
        for one in advice
    ]
    totals = (
        *("all", sum(one.stops for one in advice), None, None, None, sum(one.now for one in advice), None),
        *(sum(one.erlang for one in advice), None, sum(one.needed for one in advice), None),
    )
    notes = (
        f"For {target:.0%} of the stops called within the ANS. By Erlang C: counters attended in the busiest hour, for",
        "arrivals at random and exponential times. By replay: counters of the plan, lunches and payments included,",
        "the fewest at which the generated days kept the target.",
    )
    return Table(title, columns, [*rows, totals], notes)
