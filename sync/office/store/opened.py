"""A database of the office, open: reading, and writing all or nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import psycopg
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from sync.office.store.engine import Database, open_database

FAILURES = (SQLAlchemyError, psycopg.Error)  # COPY speaks to the driver itself


class StoreUnusable(Exception):
    """The database cannot be the office's store; one sentence."""


class StoreFailed(Exception):
    """The database could not be read or written just now; nothing of what was asked was done."""


class OpenStore:
    """All but opening raises StoreFailed."""

    def __init__(self, url: str) -> None:
        """Open a database, or make its tables. `url`: sqlite:///FILE or postgresql://... Raises StoreUnusable."""
        try:
            self._database: Database = open_database(url)
        except (SQLAlchemyError, OSError, ValueError) as error:
            raise StoreUnusable(f"the store {url} cannot be used: {_said(error)}") from error
        self._insert = sqlite.insert if self._database.is_sqlite else postgresql.insert
        self._one_writer = threading.Lock()  # SQLite has one; PostgreSQL locks by centre

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The database's address, without its password."""
        return self._database.engine.url.render_as_string(hide_password=True)

    def insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """An insertion that may meet a row: both databases say it with the same words."""
        return self._insert(table)

    def close(self) -> None:
        self._database.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        try:
            with self._database.engine.connect() as connection:
                yield connection
        except FAILURES as error:
            raise StoreFailed(_said(error)) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it or nothing."""
        try:
            if self._database.is_sqlite:
                with self._one_writer, self._database.engine.begin() as connection:
                    yield connection
            else:
                with self._database.engine.begin() as connection:
                    yield connection
        except FAILURES as error:
            raise StoreFailed(_said(error)) from error


def _said(error: BaseException) -> str:
    """What the database said, without SQLAlchemy's own frame, in one line."""
    return " ".join(str(getattr(error, "orig", None) or error).split())
