"""Column types that mean the same in both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import DateTime, String, TypeDecorator
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine


class Moment(TypeDecorator[datetime]):
    """UTC: a timestamp with its zone in PostgreSQL, text that sorts in SQLite."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(String())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        if value is None or isinstance(value, datetime):
            return None if value is None else value.astimezone(UTC)
        return datetime.fromisoformat(value)


class Texts(TypeDecorator[tuple[str, ...]]):
    """A few words: an array in PostgreSQL, JSON in SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(ARRAY(String))
        return dialect.type_descriptor(String())

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> Any:
        words = list(value or ())
        return words if dialect.name == "postgresql" else msgspec.json.encode(words).decode()

    def process_result_value(self, value: Any, _dialect: Dialect) -> tuple[str, ...] | None:
        if value is None:
            return None
        return tuple(value) if not isinstance(value, str) else tuple(msgspec.json.decode(value, type=list[str]))


class Spread(TypeDecorator[dict[int, int]]):
    """How often each number of minutes came: JSON, in both."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: dict[int, int] | None, _dialect: Dialect) -> str:
        return msgspec.json.encode(dict(sorted((value or {}).items()))).decode()

    def process_result_value(self, value: str | None, _dialect: Dialect) -> dict[int, int]:
        return msgspec.json.decode(value, type=dict[int, int]) if value else {}
