"""Records as rows of the office's tables."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sync.record import AttentionRecord


def row_of(record: AttentionRecord) -> dict[str, str | int | None]:
    """A record as its row: hours in UTC as text, the promise in two columns."""
    row: dict[str, str | int | None] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name == "promised":
            row["promised_from"], row["promised_to"] = value or (None, None)
        elif name != "services":
            row[name] = _value(value)
    return row


def _value(value: object) -> str | int | None:
    match value:
        case None | str():
            return value
        case datetime():
            return text_of(value)
        case date():
            return value.isoformat()
        case bool() | int():
            return int(value)
    raise TypeError(f"no column for {value!r}")


def text_of(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
