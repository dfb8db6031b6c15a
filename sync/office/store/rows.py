"""Records as rows of `attention`."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import RowMapping

from sync.office.store.tables import attention
from sync.record import AttentionRecord, Ending

COLUMNS = tuple(column.name for column in attention.columns)

Value = str | int | bool | date | datetime | list[str] | None


def record_of(row: RowMapping) -> AttentionRecord:
    """The record that `row_of` was given."""
    told = {name: row[name] for name in AttentionRecord.__struct_fields__ if name not in ("promised", "outcome")}
    promised = None if row["promised_from"] is None else (row["promised_from"], row["promised_to"])
    return AttentionRecord(**told, outcome=Ending(row["outcome"]), promised=promised)


def row_of(record: AttentionRecord) -> tuple[Value, ...]:
    """The values of a record, in the order of `COLUMNS`."""
    promised_from, promised_to = record.promised or (None, None)
    return (
        record.centre,
        record.day,
        record.ticket,
        record.stop,
        record.incarnation,
        record.revision,
        record.seq,
        record.number,
        record.entity,
        record.queue,
        record.service,
        list(record.services),
        list(record.results),
        record.preferential,
        record.language,
        record.outcome.value,
        record.issued_at,
        record.eligible_at,
        record.called_at,
        record.started_at,
        record.ended_at,
        record.attended_seconds,
        record.wait_limit,
        record.wait_interrupted,
        record.attention_limit,
        record.attention_interrupted,
        record.calls,
        record.counter,
        record.advisor,
        promised_from,
        promised_to,
        record.because,
        record.satisfaction,
    )
