"""A real PostgreSQL of a test's own, on a socket in its own folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psycopg

ACCOUNT = "postgres"  # PostgreSQL refuses to run as root


def _as_account(*command: str) -> list[str]:
    return ["runuser", "-u", ACCOUNT, "--", *command] if os.geteuid() == 0 else list(command)


def _binary(name: str) -> str:
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda place: int(place.parts[4]))
    found = str(places[-1]) if places else shutil.which(name)
    assert found, f"PostgreSQL's {name} is not here; `make test` installs it"
    return found


class Postgres:
    """A cluster that listens in `folder`; a database of any name is made on demand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def url(self, database: str) -> str:
        return f"postgresql://{ACCOUNT}@/{database}?host={self.folder}"

    def empty(self, database: str) -> str:
        """The URL of a database with nothing in it."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def say(self, database: str, statement: str) -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)

    def copy(self, database: str, to: str) -> None:
        """What a backup is: `to` becomes what `database` is now."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{to}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{to}" TEMPLATE "{database}"')


@contextmanager
def running_postgres(settings: str = "") -> Iterator[Postgres]:
    """Started anew, and ended with all that was in it. settings: as pg_ctl passes them on."""
    folder = Path(mkdtemp(prefix="suyana-pg-"))
    data, log = folder / "data", folder / "log"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)
        quietly = {"check": True, "capture_output": True, "timeout": 60, "cwd": folder}
        initdb = (_binary("initdb"), "-D", str(data), "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        subprocess.run(_as_account(*initdb), **quietly)
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=60 {settings}"
        control = (_binary("pg_ctl"), "-D", str(data), "-w", "-l", str(log))
        subprocess.run(_as_account(*control, "-o", options, "start"), **quietly)
        try:
            yield Postgres(folder)
        finally:
            subprocess.run(_as_account(*control, "-m", "immediate", "stop"), **quietly)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
