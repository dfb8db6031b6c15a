"""What was corrected after the close of a day, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from shared.domain import events as e
from shared.domain.correcting import Corrections
from shared.reports.table import Cell, Table

HEADINGS = ("at (UTC)", "by", "what", "of", "before", "now")
NOTES = ("The figures above have it; those of the close are in the log too.",)


def corrections_table(title: str, entries: Iterable[e.Recorded]) -> Table:
    """`entries`: those of the log that followed the close."""
    rows = [
        (f"{entry.at:%Y-%m-%d %H:%M}", entry.person or entry.device, *_told(entry.event))
        for entry in entries
        if isinstance(entry.event, Corrections)
    ]
    return Table(f"{title}, corrected after the close", HEADINGS, rows, NOTES)


def _told(event: Corrections) -> tuple[Cell, ...]:
    match event:
        case e.ServicesCorrected():
            return "services", event.ticket, " ".join(event.before), " ".join(event.services)
        case e.InterruptionNoted():
            of = event.service or event.queue or event.entity or "the whole centre"
            until = f"{event.until:%H:%M}" if event.until else ""
            return "interruption", of, "", f"{event.reason} {event.since:%H:%M}-{until} {event.since:%Z}".strip()
        case e.InterruptionWithdrawn():
            return "interruption", event.interruption, "logged", "withdrawn"
    assert_never(event)
