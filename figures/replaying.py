"""`suyana replay`: the same day under other rules or with other counters, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from figures.policies import ruled_by
from shared.domain.catalogue import Catalogue
from shared.domain.measured import measured
from shared.domain.plan import Plan, ordinary_plan, recorded_plan, resized
from shared.domain.proof import BY_POLICY
from shared.domain.recorded import as_it_was, left_out, overtakes, trace_of
from shared.domain.replay import Outcome, replay
from shared.domain.trace import Trace, read_trace
from shared.reports.comparison import Way, by_queue, comparison
from shared.reports.table import as_csv, as_text
from shared.store.history import History


@dataclass(frozen=True)
class Day:
    """What is lived again: `ways` has the recorded day where there is one."""

    name: str
    catalogue: Catalogue
    trace: Trace
    plan: Plan
    ways: list[Way] = field(default_factory=list)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for. counters: of these queues, in all ways but the first."""

    policies: Sequence[str]
    counters: Mapping[str, int]
    csv: Path | None = None
    picture: Path | None = None


def recorded_day(history: History, day: date) -> Day:
    """A day of the log. Raises StoreError."""
    trace, hall, proof = trace_of(history.events(day))
    assert hall.day is not None
    catalogue = hall.centre.catalogue
    notes = _said("Done by people, and done again after the same wait", as_it_was(hall.day))
    notes += _said("Not lived again", left_out(hall.day))
    ends = [attention.ended_at for attention in hall.day.attentions.values() if attention.ended_at]
    passed = len(proof.faults) + sum(one.how == BY_POLICY for one in proof.exceptions)
    way = Way("as it was", measured(catalogue, hall.day), overtakes(hall.day), passed, max(ends, default=None))
    return Day(f"{catalogue.name}, {day:%A %d %B %Y}", catalogue, trace, recorded_plan(hall.day), [way], notes)


def _said(what: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    listed = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return (f"{what}: {listed}.",) if listed else ()


def traced_day(path: Path, catalogue: Catalogue) -> Day:
    """A trace in a file, with the ordinary staffing of that weekday. Raises OSError, TraceError, ValueError."""
    with path.open("rb") as lines:
        trace = read_trace(lines)
    if trace.header.centre != catalogue.id:
        raise ValueError(f"{path} is a day of centre {trace.header.centre!r}, and the centre file is {catalogue.id!r}")
    _must_know(catalogue, trace, path)
    day = trace.header.day
    return Day(f"{catalogue.name}, {day}, {trace.header.source}", catalogue, trace, ordinary_plan(catalogue, day))


def _must_know(catalogue: Catalogue, trace: Trace, path: Path) -> None:
    for number, visit in enumerate(trace.visits, 2):
        if visit.goal and visit.goal not in catalogue.service:
            raise ValueError(f"line {number} of {path}: the centre has no service {visit.goal!r}")
        for task in visit.tasks:
            if task.queue not in catalogue.queue:
                raise ValueError(f"line {number} of {path}: the centre has no queue {task.queue!r}")
            if task.service and task.service not in catalogue.service:
                raise ValueError(f"line {number} of {path}: the centre has no service {task.service!r}")


def compare(day: Day, wanted: Wanted) -> str:
    """Live the day again in every way asked for; writes the files asked for, and returns the text."""
    ways = [*day.ways]
    variants = _variants(day, wanted)
    with click.progressbar(length=len(variants) * len(day.trace.visits), label="Living the day again") as bar:
        for name, catalogue, plan in variants:
            ways.append(_way(name, replay(catalogue, day.trace, plan, passed=bar.update)))
    table = comparison(day.name, ways, day.catalogue.timezone)
    queues = by_queue("By queue", ways)
    if wanted.csv:
        wanted.csv.write_text(as_csv(table), encoding="utf-8", newline="")
    if wanted.picture:
        from shared.reports.picture import draw

        draw(wanted.picture, day.name, ways)
    return "\n\n".join([as_text(table), *day.notes, as_text(queues)])


def _variants(day: Day, wanted: Wanted) -> list[tuple[str, Catalogue, Plan]]:
    variants = [("its own rules", day.catalogue, day.plan)]
    catalogue, plan = resized(day.catalogue, day.plan, wanted.counters)
    more = " ".join(f"{queue}={number}" for queue, number in wanted.counters.items())
    if wanted.counters and not wanted.policies:
        variants.append((more, catalogue, plan))
    for text in wanted.policies:
        name, ruled = ruled_by(catalogue, text)
        variants.append((f"{name} {more}".strip(), ruled, plan))
    return variants


def _way(name: str, outcome: Outcome) -> Way:
    return Way(
        name,
        measured(outcome.catalogue, outcome.day),
        outcome.overtakes,
        outcome.violations,
        max(outcome.last.values(), default=None),
        sum(outcome.refused.values()),
    )


def read_counters(written: Sequence[str]) -> dict[str, int]:
    """`PJ=3` and so on. Raises ValueError."""
    counters: dict[str, int] = {}
    for text in written:
        queue, _, number = text.partition("=")
        if not queue or not number.isdecimal():
            raise ValueError(f"counters are written as QUEUE=NUMBER, such as PJ=3, not {text!r}")
        counters[queue.upper()] = int(number)
    return counters
