"""Every test of the store runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.office.store import OfficeStore
from tests.fakes.office import sqlite_url
from tests.fakes.postgres import Postgres, running_postgres


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "office.sqlite"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as postgres:
        yield postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, file: Path) -> str:
    """A database with nothing in it."""
    if request.param == "sqlite":
        return sqlite_url(file)
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.empty("office")


@pytest.fixture
def store(url: str) -> Iterator[OfficeStore]:
    with OfficeStore(url) as store:
        yield store
