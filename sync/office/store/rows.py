"""Records as rows of `attention`."""

from __future__ import annotations

from datetime import date, datetime

from sync.office.store.tables import attention
from sync.record import AttentionRecord

COLUMNS = tuple(column.name for column in attention.columns)

Value = str | int | bool | date | datetime | list[str] | None


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
        record.interrupted_seconds,
        record.limit_minutes,
        record.calls,
        record.counter,
        record.advisor,
        promised_from,
        promised_to,
        record.because,
        record.satisfaction,
    )
