"""Records as rows of `attention`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping

from sync.columns import TIMES, Columns, moments
from sync.office.store.tables import attention
from sync.record import AttentionRecord, Ending

COLUMNS = tuple(column.name for column in attention.columns)


def record_of(row: RowMapping) -> AttentionRecord:
    """The record of a row."""
    told = {name: row[name] for name in AttentionRecord.__struct_fields__ if name not in ("promised", "outcome")}
    promised = None if row["promised_from"] is None else (row["promised_from"], row["promised_to"])
    return AttentionRecord(**told, outcome=Ending(row["outcome"]), promised=promised)


def rows_of(records: Columns) -> list[dict[str, Any]]:
    """As both databases take rows: the values of each record by their column's name."""
    columns = [moments(records.column(name)) if name in TIMES else records.column(name) for name in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in zip(*columns, strict=True)]
