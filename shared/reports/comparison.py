"""Several ways in which the same day could go, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from shared.domain.indicators import Figures, figures
from shared.domain.measured import MeasuredStop
from shared.reports.indicators import minutes, percent
from shared.reports.table import Cell, Table


@dataclass(frozen=True)
class Way:
    """One way: its name, the stops as they went, and what only a replay can tell (None for the recorded day)."""

    name: str
    stops: Sequence[MeasuredStop]
    overtakes: int | None = None
    violations: int | None = None
    last: datetime | None = None
    refused: int | None = None

    def of(self, *, preferential: bool) -> Figures:
        return figures([stop for stop in self.stops if stop.preferential is preferential])


def comparison(title: str, ways: Sequence[Way], zone: tzinfo) -> Table:
    """A figure a row, a way a column."""
    classes = [(way.of(preferential=True), way.of(preferential=False)) for way in ways]
    everybody = [figures(way.stops) for way in ways]
    rows: list[tuple[Cell, ...]] = [("stops", *(of.stops for of in everybody))]
    for name, index in (("preferential", 0), ("ordinary", 1)):
        for label, value in _SPREAD:
            rows.append((f"wait {name} {label}", *(minutes(value(pair[index])) for pair in classes)))
    rows += [
        ("ANS of the wait %, preferential", *(percent(pair[0].wait_share) for pair in classes)),
        ("ANS of the wait %, ordinary", *(percent(pair[1].wait_share) for pair in classes)),
        ("ANS of the wait %, all", *(percent(of.wait_share) for of in everybody)),
        ("no-shows %", *(percent(of.absent_share) for of in everybody)),
        ("overtakes", *(way.overtakes for way in ways)),
        ("ordinary before preferential", *(way.violations for way in ways)),
        ("tickets not given", *(way.refused for way in ways)),
        ("last served at", *(f"{way.last.astimezone(zone):%H:%M}" if way.last else None for way in ways)),
    ]
    return Table(title, ("", *(way.name for way in ways)), rows, NOTES)


def by_queue(title: str, ways: Sequence[Way]) -> Table:
    """ANS compliance of the wait and its 90 % point, queue by queue."""
    queues = sorted({stop.queue for way in ways for stop in way.stops})
    rows: list[tuple[Cell, ...]] = []
    for queue in queues:
        row: list[Cell] = [queue]
        for way in ways:
            of = figures([stop for stop in way.stops if stop.queue == queue])
            row += [percent(of.wait_share), minutes(of.wait.p90)]
        rows.append(tuple(row))
    columns = [column for way in ways for column in (f"{way.name}: ANS %", "p90")]
    return Table(title, ("queue", *columns), rows)


NOTES = (
    "Minutes. An overtake: somebody who came to the centre later is called first at a counter that could have called",
    "both. Ordinary before preferential: calls that break Ley 28683 unless the centre answers for its policy.",
)
_SPREAD: tuple[tuple[str, Callable[[Figures], float | None]], ...] = (
    ("mean", lambda of: of.wait.mean),
    ("p50", lambda of: of.wait.p50),
    ("p90", lambda of: of.wait.p90),
    ("max", lambda of: of.wait.max),
)
