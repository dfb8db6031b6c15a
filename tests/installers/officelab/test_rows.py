"""The rows in short: what is counted has to hold; how quick anything is means nothing here."""

from __future__ import annotations

from pathlib import Path

import pytest

from installers.bench.row import Bench, Measured, Row
from installers.officelab import growth, rates, weak

COUNTED = {
    "office-bytes": ("bytes a record, live pushes of 100", "rows that a replay of the day changes"),
    "office-rate": (),
    "office-rush": ("records of the closing hour that are not there once",),
    "office-growth": ("plans that touch other months or read a whole one",),
}
ROWS = [row for row in (*weak.ROWS, *rates.ROWS, *growth.ROWS) if row.name in COUNTED]


def found_by(row: Row, folder: Path) -> dict[str, Measured]:
    found = row.run(Bench(1, 1, False, folder, folder, lambda _: None))
    print("\n".join(f"{row.name}, seed 1: {each.what}: {each.value:.3g}; {each.said}" for each in found))
    return {each.what: each for each in found}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_is_counted_holds(row: Row, tmp_path: Path) -> None:
    found = found_by(row, tmp_path)
    assert [name for name in COUNTED[row.name] if not found[name].reached] == []


def test_a_plan_that_reads_another_month_or_all_of_one_is_noticed() -> None:
    """The control."""
    month = "attention_2024_11"
    assert growth.fault_of_plan(f"Index Scan using {month}_pkey on {month} attention", month) == ""
    assert growth.fault_of_plan(f"Append -> Index Scan on {month} -> Index Scan on attention_2024_10", month)
    assert growth.fault_of_plan(f"Seq Scan on {month} attention", month)
