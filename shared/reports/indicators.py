"""The indicators of a day or a month as tables: a short one to read, a long one with every figure for CSV."""

from __future__ import annotations

from collections.abc import Mapping

from shared.domain.indicators import Figures, flat
from shared.reports.table import Cell, Table

HEADINGS = {
    "centre": "centre",
    "class": "class",
    "entity": "entity",
    "queue": "queue",
    "service": "service asked for",
    "hour": "hour of arrival",
    "counter": "counter",
    "advisor": "advisor",
    "day": "day",
    "month": "month",
}
SHORT = (
    *("tickets", "stops", "attentions", "services"),
    *("wait mean", "p50", "p90", "p95", "max", "ANS %", "whole %"),
    *("present.", "attention", "p90", "ANS %", "total"),
    *("no-show %", "left %", "occup. %", "opened %", "punct. %", "kept %"),
)
NOTES = (
    "Minutes. Waits, presentations and totals are of stops, attention times of stops attended; percentiles are values",
    "that occurred. ANS: without logged interruptions; whole: with them. left: ended without a call, of all stops.",
    "opened: counters attended when their entity opened. punct.: advisors there when due. kept: called as promised.",
)


def short_table(title: str, by: str, found: Mapping[str, Figures]) -> Table:
    """One row a group."""
    rows = [(key or "all", *_short(figures)) for key, figures in found.items()]
    return Table(title, (HEADINGS[by], *SHORT), rows, NOTES)


def long_table(title: str, by: str, found: Mapping[str, Figures]) -> Table:
    """Every figure under the name it has in the table `day_figures`; times in seconds."""
    names = list(flat(next(iter(found.values())))) if found else []
    return Table(title, (by, *names), [(key, *flat(figures).values()) for key, figures in found.items()])


def _short(figures: Figures) -> tuple[Cell, ...]:
    wait, attention = figures.wait, figures.attention
    return (
        *(figures.tickets, figures.stops, figures.attentions, figures.services),
        *map(minutes, (wait.mean, wait.p50, wait.p90, wait.p95, wait.max)),
        percent(figures.wait_share),
        percent(figures.wait_share_whole),
        *map(minutes, (figures.presentation.mean, attention.mean, attention.p90)),
        percent(figures.attention_share),
        minutes(figures.total.mean),
        percent(figures.absent_share),
        percent(figures.abandoned_share),
        percent(figures.staffing.occupancy),
        percent(figures.staffing.punctual),
        percent(figures.staffing.punctuality),
        percent(figures.kept / figures.promised if figures.promised else None),
    )


def minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


def percent(share: float | None) -> float | None:
    return None if share is None else share * 100
