"""A row of the fault lab in its short form, as `make test` runs it."""

from __future__ import annotations

from pathlib import Path

from installers.faultlab.lab import Shown, run_row
from installers.faultlab.row import Row, Scale, nobody

SEED = 1


def short_form_of(row: Row, folder: Path) -> Shown:
    """Fails where the row does not hold, and where its control does."""
    shown = run_row(row, SEED, Scale.SHORT, folder, nobody)
    print(f"\n{row.name}, seed {SEED}: {shown.found.figure}; control: {shown.control.figure}")
    assert shown.found.holds, (shown.found.figure, *shown.found.details[:5])
    assert not shown.control.holds, f"the control run must fail: {shown.control.figure}"
    return shown
