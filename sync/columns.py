"""Attention records by columns: what an office does with thousands of them it does with a column, not with a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import partial
from itertools import compress
from typing import Any, overload

from sync.record import AttentionRecord, Ending

TIMES = ("issued_at", "eligible_at", "called_at", "started_at", "ended_at")


@dataclass(frozen=True, eq=False)
class Columns(Sequence[AttentionRecord]):
    """One value a record in each, by the names of the record's fields. Times in seconds since 1970, UTC.

    As a sequence it is the records, made when they are asked for.
    """

    centre: list[str]
    incarnation: list[str]
    ticket: list[int]
    stop: list[int]
    revision: list[int]
    seq: list[int]
    day: list[date]
    number: list[str]
    entity: list[str]
    queue: list[str]
    service: list[str]
    services: list[tuple[str, ...]]
    preferential: list[bool]
    language: list[str]
    outcome: list[str]
    issued_at: list[int]
    eligible_at: list[int]
    called_at: list[int | None]
    started_at: list[int | None]
    ended_at: list[int]
    attended_seconds: list[int]
    calls: list[int]
    counter: list[int]
    advisor: list[str]
    promised_from: list[int | None]
    promised_to: list[int | None]
    because: list[str]
    wait_limit: list[int | None]
    wait_interrupted: list[int]
    attention_limit: list[int | None]
    attention_interrupted: list[int]
    results: list[tuple[str, ...]]
    satisfaction: list[int | None]

    @classmethod
    def of(cls, records: Sequence[AttentionRecord]) -> Columns:
        if isinstance(records, Columns):
            return records
        return cls(*(list(map(VALUE_OF[name], records)) for name in NAMES))

    def column(self, name: str) -> list[Any]:
        column: list[Any] = getattr(self, name)
        return column

    def picked(self, wanted: Sequence[bool]) -> Columns:
        """Those for which `wanted` says yes."""
        return Columns(*(list(compress(self.column(name), wanted)) for name in NAMES))

    def newest(self) -> Columns:
        """Of the same stop only the highest revision."""
        newest: dict[tuple[str, int, int], int] = {}
        for at, stop in enumerate(zip(self.incarnation, self.ticket, self.stop, strict=True)):
            if stop not in newest or self.revision[newest[stop]] < self.revision[at]:
                newest[stop] = at
        if len(newest) == len(self):
            return self
        kept = set(newest.values())
        return self.picked([at in kept for at in range(len(self))])

    def __len__(self) -> int:
        return len(self.seq)

    def __iter__(self) -> Iterator[AttentionRecord]:
        return (_record(*row) for row in zip(*(self.column(name) for name in NAMES), strict=True))

    @overload
    def __getitem__(self, at: int) -> AttentionRecord: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[AttentionRecord]: ...
    def __getitem__(self, at: int | slice) -> AttentionRecord | Sequence[AttentionRecord]:
        if isinstance(at, slice):
            return Columns(*(self.column(name)[at] for name in NAMES))
        return _record(*(self.column(name)[at] for name in NAMES))


NAMES = tuple(field.name for field in fields(Columns))
_ENDINGS: dict[str, Ending] = {ending.value: ending for ending in Ending}


def moments(seconds: Iterable[int | None]) -> list[datetime | None]:
    return [None if at is None else datetime.fromtimestamp(at, UTC) for at in seconds]


def _record(*row: Any) -> AttentionRecord:
    told = dict(zip(NAMES, row, strict=True))
    first, last = told.pop("promised_from"), told.pop("promised_to")
    told.update(zip(TIMES, moments(told[name] for name in TIMES), strict=True))
    told["outcome"] = _ENDINGS[told["outcome"]]
    return AttentionRecord(**told, promised=None if first is None else (first, last))


def _promised(index: int, record: AttentionRecord) -> int | None:
    return record.promised and record.promised[index]


def _value(name: str, record: AttentionRecord) -> Any:
    value = getattr(record, name)
    if isinstance(value, datetime):
        return int(value.timestamp())
    return value.value if isinstance(value, Ending) else value


VALUE_OF: dict[str, Callable[[AttentionRecord], Any]] = {
    **{name: partial(_value, name) for name in NAMES},
    "promised_from": partial(_promised, 0),
    "promised_to": partial(_promised, 1),
}
"""How each column is told of a record."""
