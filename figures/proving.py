"""`suyana proof`: the statement on preferential attention of a past day, folded from its events."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from shared.reports.proof import statement
from shared.reports.table import as_csv, as_text
from shared.store.history import History


def day_proof(history: History, day: date | None, csv: Path | None) -> tuple[str, int]:
    """The statement as text, and how many faults there are. No day: the last one. Raises StoreError."""
    hall = history.hall(day or history.last_day())
    assert hall.day is not None
    table = statement(hall.centre.catalogue, hall.day.day, hall.proof, history.names())
    if csv:
        csv.write_text(as_csv(table), encoding="utf-8", newline="")
    return as_text(table), len(hall.proof.faults)
