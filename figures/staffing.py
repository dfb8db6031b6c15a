"""`suyana staffing`: how many counters for so many per cent within the ANS, by Erlang C and by replay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random

import click

from shared.domain.catalogue import Catalogue
from shared.domain.erlang import counters_needed
from shared.domain.generate import WEEKDAY, generate_day, profile
from shared.domain.indicators import Figures, figures, grouped
from shared.domain.measured import MeasuredStop, measured
from shared.domain.plan import ordinary_plan, resized
from shared.domain.replay import replay
from shared.domain.trace import Trace
from shared.reports.staffing import Advice, staffing_table
from shared.reports.table import as_text

ROUNDS = 12  # of looking for the fewest counters: each living all the days


def staffing_text(catalogue: Catalogue, day: date, seed: int, days: int, target: float) -> str:
    """The table. Raises ValueError on a day off, and for a target that is no share."""
    advice = staffing_advice(catalogue, day, seed, days, target)
    title = f"{catalogue.name}: {days} generated days, each a {day:%A}, seeds from {seed}"
    return as_text(staffing_table(title, advice, target))


def staffing_advice(catalogue: Catalogue, day: date, seed: int, days: int, target: float) -> list[Advice]:
    traces = [generate_day(catalogue, day, Random(seed + i), f"generated, seed {seed + i}") for i in range(days)]
    busiest = busiest_hour(catalogue, day)
    prefixes = [queue.prefix for queue in catalogue.queues]
    now = {prefix: len(catalogue.counters_of[prefix]) for prefix in prefixes}
    by_erlang = {
        queue.prefix: counters_needed(
            target,
            catalogue.limits_of(queue.prefix, day).wait,
            queue.demand * busiest / 60,
            queue.mean_minutes,
        )
        for queue in catalogue.queues
    }
    with click.progressbar(length=(ROUNDS + 2) * sum(len(trace.visits) for trace in traces), label="Living") as bar:
        as_now = _lived(catalogue, traces, now, bar.update)
        as_erlang = _lived(catalogue, traces, by_erlang, bar.update)
        needed = _fewest(catalogue, traces, by_erlang, target, bar.update)
    return [
        Advice(
            queue=queue.prefix,
            stops=round(as_now[queue.prefix].stops / days) if queue.prefix in as_now else 0,
            hourly=queue.demand * busiest,
            mean=queue.mean_minutes,
            limit=catalogue.limits_of(queue.prefix, day).wait,
            now=now[queue.prefix],
            kept_now=_kept(as_now, queue.prefix),
            erlang=by_erlang[queue.prefix],
            kept_erlang=_kept(as_erlang, queue.prefix),
            needed=needed[queue.prefix][0],
            kept_needed=needed[queue.prefix][1],
        )
        for queue in catalogue.queues
    ]


def busiest_hour(catalogue: Catalogue, day: date) -> float:
    """The share of a day's stops that comes in its busiest hour, the weekday counted."""
    span = catalogue.day_span(day)
    if span is None:
        raise ValueError(f"on {day} ({day:%A}) nobody attends in {catalogue.name}")
    hours = (span[1] - span[0]).total_seconds() / 3600
    start, most = 0.0, 0.0
    for end, share in profile(hours):
        most = max(most, share / ((end - start) * hours))
        start = end
    return most * WEEKDAY[day.weekday()]


def _lived(
    catalogue: Catalogue, traces: Sequence[Trace], counters: dict[str, int], passed: Callable[[int], None]
) -> dict[str, Figures]:
    stops: list[MeasuredStop] = []
    for trace in traces:
        other, plan = resized(catalogue, ordinary_plan(catalogue, trace.header.day), counters)
        stops += measured(other, replay(other, trace, plan, passed=passed).day)
    return {queue: figures(of) for queue, of in grouped(stops, "queue").items()}


def _fewest(
    catalogue: Catalogue, traces: Sequence[Trace], begin: dict[str, int], target: float, passed: Callable[[int], None]
) -> dict[str, tuple[int, float | None]]:
    """Each queue takes a counter while it falls short and gives one while it does not, all queues at once.

    A queue stands still once the number below its own fell short. Where rounds run out it keeps the last that was
    enough.
    """
    trying, enough = dict(begin), dict[str, tuple[int, float | None]]()
    short = dict.fromkeys(begin, 0)  # the largest number that fell short
    for _ in range(ROUNDS):
        lived = _lived(catalogue, traces, trying, passed)
        for queue, number in trying.items():
            kept = _kept(lived, queue)
            if kept is None or kept >= target:
                enough[queue] = (number, kept) if queue not in enough else min(enough[queue], (number, kept))
            else:
                short[queue] = max(short[queue], number)
        following = {q: max(1, enough[q][0] - 1) if q in enough else short[q] + 1 for q in trying}
        following = {q: enough[q][0] if q in enough and n <= short[q] else n for q, n in following.items()}
        if following == trying:
            break
        trying = following
    return {queue: enough.get(queue, (trying[queue], None)) for queue in begin}


def _kept(lived: dict[str, Figures], queue: str) -> float | None:
    return lived[queue].wait_share if queue in lived else None
