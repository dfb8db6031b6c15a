"""A database opened for the office: SQLite with its pragmas read back, or PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import psycopg
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DisconnectionError

from sync.office.store import (  # tables of their own in the same metadata
    down_tables as down_tables,
    figure_tables as figure_tables,
    live_tables as live_tables,
    people_tables as people_tables,
)
from sync.office.store.tables import metadata
from sync.office.store.writing import IntoPostgres, IntoSqlite, Writing

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
VERSION = 1  # of the tables
FAMILIES = ("sqlite", "postgresql")
IDLE = 1.0  # seconds


@dataclass(frozen=True)
class Database:
    engine: Engine
    writing: Writing

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"


def open_database(url: str) -> Database:
    """Connect, and make the tables where there are none.

    Raises ValueError in a sentence, OSError, SQLAlchemyError.
    """
    parsed = make_url(url)
    family = parsed.get_backend_name()
    if family not in FAMILIES:
        raise ValueError(f"expected sqlite:///FILE or postgresql://..., not {family}")
    if family == "sqlite":
        Path(parsed.database or "").parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    else:
        engine = connected_engine(parsed)
    try:
        _make_tables(engine)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, IntoSqlite() if family == "sqlite" else IntoPostgres())


def connected_engine(url: URL) -> Engine:
    """Of a PostgreSQL. A connection that lay idle is tried before it is used: the database may have begun anew."""
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_size=8, max_overflow=8)
    event.listen(engine, "checkin", lambda _connection, record: record.info.update(since=monotonic()))

    def try_(connection: Any, record: Any, _proxy: Any) -> None:
        if monotonic() > record.info.get("since", monotonic()) + IDLE:
            try:
                engine.dialect.do_ping(connection)
            except psycopg.Error as error:
                raise DisconnectionError from error

    event.listen(engine, "checkout", try_)
    return engine


def _make_tables(engine: Engine) -> None:
    """Receivers that begin together meet here; the second one finds them made."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7171000)")
        metadata.create_all(connection)


def _set_pragmas(connection: Any, _record: Any) -> None:
    """Also leave transactions to us: Python's driver would begin them late."""
    connection.isolation_level = None
    for name, wanted in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise ValueError(f"{name} stays {found!r}, {wanted!r} is needed")
