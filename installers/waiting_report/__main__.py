"""The report, chapter by chapter: `python -m installers.waiting_report`, or `make waiting-report`.

Every chapter says what it must show and whether it does; the exit status is 1 where one does not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from math import inf
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

import click

from installers.waiting_report import by_policy as other_policies, promise as promising, starvation as starving
from installers.waiting_report.side_by_side import side_by_side, visits
from installers.waiting_report.two_classes import COUNTERS, LOAD, MEAN, PREFERENTIAL, Interval, interval, simulate
from shared.domain import erlang
from shared.domain.centre_file import load_centre
from shared.domain.generate import generate_day
from shared.domain.indicators import spread
from shared.domain.plan import ordinary_plan
from shared.domain.policy import Policy, Rule
from shared.domain.replay import replay
from shared.reports.table import Cell, Table, as_text

CENTRES = Path(__file__).parents[1] / "centres"
TUESDAY = date(2026, 11, 24)
ARRIVALS, SEED = 1_200_000, 3
PRECISION = 0.05  # largest half-width of an interval, of its mean
REPLAY_SECONDS = 5.0
Passed = Callable[[int], None]


class Chapter(NamedTuple):
    """One chapter. `length`: steps of its progress bar. `write`: the text, and whether it shows what it must."""

    name: str
    length: int
    write: Callable[[Passed], tuple[str, bool]]


# mean minutes, arrivals an hour, counters; P(wait), mean wait, P(W <= 15 min): from the literature's formulas
ERLANG = (
    (7, 30, 4, 0.7379, 10.3301, 0.7473),
    (7, 30, 5, 0.3778, 1.7632, 0.9848),
    (7, 40, 5, 0.8386, 17.6101, 0.5895),
    (7, 40, 6, 0.4738, 2.4873, 0.9728),
    (5, 90, 8, 0.8073, 8.0725, 0.8199),
    (4, 120, 9, 0.6533, 2.6133, 0.9846),
    (12, 20, 5, 0.5541, 6.6494, 0.8412),
)
TWO_CLASSES = (  # policy, ratio of rates; mean waits of preferential and ordinary tickets
    (Policy(Rule.FCFS), 1.0, 8.635, 8.635),
    (Policy(Rule.ACCUMULATING, preferential=3.0), 3.0, 3.925, 9.812),
    (Policy(Rule.STRICT), inf, 1.053, 10.530),
)


def erlang_table(passed: Passed) -> tuple[str, bool]:
    """The reference values, computed again."""
    rows: list[tuple[Cell, ...]] = []
    good = True
    for mean, hourly, counters, *expected in ERLANG:
        given = (hourly / 60, float(mean), counters)
        found = [erlang.waits_at_all(*given), erlang.mean_wait(*given), erlang.within(15, *given)]
        same = [round(value, 4) for value in found] == expected
        good = good and same
        load = f"{erlang.load(*given):.3f}"
        rows.append((mean, hourly, counters, load, *(f"{value:.4f}" for value in found), "yes" if same else "NO"))
    published = erlang.counters_needed(0.8, 20 / 60, 100 / 30, 3.0)
    notes = (f"100 calls in 30 minutes of 3 minutes, 80 % within 20 s: {published} counters (published: 14)",)
    columns = ("service min", "arrivals/h", "counters", "load", "P(wait)", "Wq min", "P(W<=15)", "as published")
    passed(1)
    return as_text(Table("Erlang C", columns, rows, notes)), good and published == 14


def two_classes(passed: Passed) -> tuple[str, bool]:
    """Mean waits by class, within the run's own 95 % interval."""
    rows: list[tuple[Cell, ...]] = []
    good = True
    for policy, ratio, *reference in TWO_CLASSES:
        law = erlang.two_class_wait(LOAD, erlang.mean_wait(LOAD * COUNTERS / MEAN, MEAN, COUNTERS), ratio, PREFERENTIAL)
        waits = simulate(policy, ARRIVALS, SEED, passed)
        for name, values, value, exact in zip(("preferential", "ordinary"), waits, reference, law, strict=True):
            found = interval(values)
            holds = found.holds(value) and found.relative <= PRECISION
            good = good and holds
            p95 = (spread(values).p95 or 0.0, exact)
            rows.append(
                (policy.text, name, *_interval(found, value), f"{p95[1]:.3f}", p95[0], "yes" if holds else "NO")
            )
    notes = (
        f"M/M/{COUNTERS}, {MEAN:g} minutes, load {LOAD:.2f}, {PREFERENTIAL:.0%} preferential: {ARRIVALS} arrivals",
        f"through `shared.domain.order`, seed {SEED}, interval by 30 batch means; half-width at most {PRECISION:.0%}.",
    )
    columns = ("policy", "class", "mean", "95 % interval", "half %", "reference", "by the law", "p95", "inside")
    return as_text(Table("Two classes", columns, rows, notes)), good


def _interval(found: Interval, reference: float) -> tuple[Cell, ...]:
    low, high = found.mean - found.half, found.mean + found.half
    return f"{found.mean:.3f}", f"{low:.3f} to {high:.3f}", found.relative * 100, f"{reference:.3f}"


def starvation(passed: Passed) -> tuple[str, bool]:
    table = starving.starvation(passed)
    bounded = {text: after for text, after, _ in table.rows}
    good = all(bool(broken) == (text == starving.CONTROL) for text, _, broken in table.rows)
    return as_text(table), good and "never" in str(bounded["legal"]) and "never" not in str(bounded["legal, guard 30"])


def peers(passed: Passed) -> tuple[str, bool]:
    table = side_by_side(load_centre(CENTRES / "region-sur.toml"), passed)
    against = {row[0]: row[-1] for row in table.rows}
    return as_text(table), against["Suyana: legal"] == 0 and against["Suyana: fcfs"] != 0  # fcfs is the control


def replay_time(passed: Passed) -> tuple[str, bool]:
    """A whole day of the largest centre, on one core, the rules' fold included."""
    catalogue = load_centre(CENTRES / "lima-norte.toml")
    demand = sum(queue.demand for queue in catalogue.queues)
    rows: list[tuple[Cell, ...]] = []
    for seed in (1, 2, 3):
        trace = generate_day(catalogue, TUESDAY, Random(seed), f"seed {seed}")
        plan = ordinary_plan(catalogue, TUESDAY)
        before = perf_counter()
        outcome = replay(catalogue, trace, plan)
        rows.append((seed, trace.stops, len(outcome.day.attentions), f"{perf_counter() - before:.2f}"))
        passed(1)
    slowest = max(float(str(row[-1])) for row in rows)
    notes = (
        f"{catalogue.name}, demand {demand} stops a day, those sent on come on top; at most {REPLAY_SECONDS:g} s.",
    )
    table = Table("Replay time", ("seed", "stops", "attentions", "seconds"), rows, notes)
    return as_text(table), slowest <= REPLAY_SECONDS and demand == 4039


def chapters() -> Iterator[Chapter]:
    yield Chapter("Erlang C", 1, erlang_table)
    yield Chapter("Two classes", ARRIVALS * len(TWO_CLASSES), two_classes)
    yield Chapter("Starvation", starving.guarded(), starvation)
    yield Chapter("Peers", visits(load_centre(CENTRES / "region-sur.toml")), peers)
    yield Chapter("Promise and last ticket", promising.DAYS, promising.promise)
    yield Chapter("Promise by policy", other_policies.DAYS, other_policies.by_policy)
    yield Chapter("Replay time", 3, replay_time)


@click.command()
@click.option("--only", default="", metavar="WORD", help="Only the chapters whose name has this word in it.")
def main(only: str) -> None:
    """What the rules of waiting do, in numbers that anyone can make again."""
    failed: list[str] = []
    for chapter in chapters():
        if only.lower() not in chapter.name.lower():
            continue
        with click.progressbar(length=chapter.length, label=chapter.name, file=sys.stderr) as bar:
            text, good = chapter.write(bar.update)
        click.echo(f"{text}\n\n{'Shown' if good else 'NOT SHOWN'}: {chapter.name}\n\n")
        if not good:
            failed.append(chapter.name)
    if failed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
