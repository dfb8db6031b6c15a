"""The logged interruptions of a day as a table."""

from __future__ import annotations

from collections.abc import Iterable

from shared.reports.table import Table

HEADINGS = ("reason", "of", "by", "since (UTC)", "until (UTC)")
NOTES = ("Their time is taken out of the ANS; the column whole % has the ANS with it.",)


def interruptions_table(title: str, rows: Iterable[tuple[str, ...]]) -> Table:
    """`rows`: reason, entity, queue, service, by, since and until, as the store has them."""
    told = [
        (reason, service or queue or entity or "the whole centre", by, since[11:16], (until or "")[11:16])
        for reason, entity, queue, service, by, since, until in rows
    ]
    return Table(f"{title}, interruptions", HEADINGS, told, NOTES)
