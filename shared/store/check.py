"""Looks whether a copy is whole, in a process of its own, so that the hall's orders wait for none of it:
`python -m shared.store.check FILE`, exit status 0, or 1 with one sentence; 3 with the days whose tables are wrong."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from math import inf
from pathlib import Path

from shared.store.agreement import wrong_days
from shared.store.copies import must_be_whole, open_read_only
from shared.store.database import StoreError

log = logging.getLogger(__name__)

ROOT = Path(__file__).parents[2]
NICE = 10
LOOK = 0.2  # seconds
DIFFERS = 3  # exit status
SOON = 5.0  # seconds that a check is given when the hub stops


class TablesDiffer(StoreError):
    """The log is whole, and the tables of these days do not say what it says."""

    def __init__(self, path: Path, days: list[date]) -> None:
        super().__init__(f"{path}: the tables of {', '.join(map(str, days))} are not what the log says")
        self.days = days


class Check:
    """In another process, one file at a time. `stop` may be called from any thread."""

    def __init__(self) -> None:
        self._ends_by = inf

    def __call__(self, path: Path) -> None:
        """Raises StoreError when the file is not a whole store, or when the hub stops; TablesDiffer."""
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        with subprocess.Popen(
            [sys.executable, "-m", "shared.store.check", str(path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            said = self._said(process)
        if process.returncode == DIFFERS:
            raise TablesDiffer(path, [date.fromisoformat(day) for day in said.split()])
        if process.returncode:
            raise StoreError(said.strip().splitlines()[-1] if said.strip() else f"{path} could not be checked")
        if said.strip():
            log.error("%s", said.strip())

    def stop(self) -> None:
        """Give up the check that runs unless it ends soon: of a large store it takes minutes, a hub ends in seconds."""
        self._ends_by = time.monotonic() + SOON

    def _said(self, process: subprocess.Popen[str]) -> str:
        while True:
            try:
                return process.communicate(timeout=LOOK)[1]
            except subprocess.TimeoutExpired:
                if time.monotonic() > self._ends_by:
                    process.kill()


def _wrong_days(path: Path, connection: sqlite3.Connection) -> list[date]:
    """A log that cannot be folded must not keep a copy of it from being made. Raises sqlite3.Error."""
    try:
        return wrong_days(connection)
    except sqlite3.Error:
        raise
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        print(f"{path}: its tables could not be held against its log: {why}", file=sys.stderr)
        return []


def main(path: Path) -> int:
    if hasattr(os, "nice"):
        os.nice(NICE)
    try:
        must_be_whole(path)
        with closing(open_read_only(path)) as connection:
            wrong = _wrong_days(path, connection)
    except (StoreError, sqlite3.Error) as error:
        print(error, file=sys.stderr)
        return 1
    print(*wrong, file=sys.stderr)
    return DIFFERS if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
