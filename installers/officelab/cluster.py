"""A real PostgreSQL of its own, on a socket in its own folder: started anew, and ended with all that was in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psycopg

from installers.system import POSTGRES

ACCOUNT = "postgres"  # PostgreSQL refuses to run as root
NEEDS = (POSTGRES,)
SECONDS = 600  # for one command


def as_account(*command: str) -> list[str]:
    return ["runuser", "-u", ACCOUNT, "--", *command] if os.geteuid() == 0 else list(command)


def binary(name: str) -> str:
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda place: int(place.parts[4]))
    found = str(places[-1]) if places else shutil.which(name)
    assert found, f"PostgreSQL's {name} is not here; `make test` installs it"
    return found


class Cluster:
    """A cluster that listens in `folder`; a database of any name is made on demand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def url(self, database: str) -> str:
        return f"postgresql://{ACCOUNT}@/{database}?host={self.folder}"

    def empty(self, database: str) -> str:
        """The URL of a database with nothing in it, whoever was connected to it."""
        self.drop(database)
        self._order(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def copy(self, database: str, to: str) -> None:
        """What a backup is while nobody is connected: `to` becomes what `database` is now."""
        self.drop(to)
        self._order(f'CREATE DATABASE "{to}" TEMPLATE "{database}"')

    def drop(self, database: str) -> None:
        self._order(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def dump(self, database: str, file: Path) -> None:
        """A backup made while everybody works, by pg_dump."""
        with file.open("wb") as out:
            self._run("pg_dump", "-Fc", database, stdout=out)

    def restore(self, database: str, file: Path) -> None:
        """The database as it was when it was dumped; nothing of what came later is left."""
        self.empty(database)
        with file.open("rb") as dumped:
            self._run("pg_restore", "-d", database, "--exit-on-error", stdin=dumped)

    def _order(self, sql: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def _run(self, program: str, *arguments: str, **streams: object) -> None:
        where = ("-h", str(self.folder), "-U", ACCOUNT)
        subprocess.run([binary(program), *where, *arguments], check=True, timeout=SECONDS, **streams)  # type: ignore[call-overload]


@contextmanager
def running_cluster(settings: str = "") -> Iterator[Cluster]:
    """`settings`: more options of the server, as `-c shared_buffers=1GB`. Flushes are real."""
    folder = Path(mkdtemp(prefix="suyana-pg-"))
    data, log = folder / "data", folder / "log"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)
        folder.chmod(0o711)
        initdb = (binary("initdb"), "-D", str(data), "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        _quietly(folder, *as_account(*initdb))
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=60 {settings}"
        control = (binary("pg_ctl"), "-D", str(data), "-w", "-l", str(log))
        _quietly(folder, *as_account(*control, "-o", options, "start"))
        try:
            yield Cluster(folder)
        finally:
            _quietly(folder, *as_account(*control, "-m", "immediate", "stop"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _quietly(folder: Path, *command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60, cwd=folder)
