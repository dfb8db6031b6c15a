"""Orders on a store, each in a process of its own that the lab breaks at one system call: see `tracing.py`.

What is acknowledged is one line in `said`, once it is on disk; a fault one sentence in `complained`, with exit status
1 or 2.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from sqlite_utils import Database

from installers.faultlab.work import BEGINS, Work, centre
from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.store.database import Store, StoreError
from shared.store.day_key import DayKeyFile
from shared.store.event_log import EventLog
from shared.store.migrations import migrations

STORE = "centre.sqlite"
COUNTER = 20
SERVICE = "PJ01"
FIRST_DUE = "m006_spare_numbers"  # of the changes of the schema that `migrate` makes
CHECKPOINT = 4  # pages of WAL: a checkpoint falls into every order


def orders(catalogue: Catalogue) -> dict[str, Callable[[], list[c.Command]]]:
    """What each order of the lab is made of, in the order of a day."""
    advisor = catalogue.advisors[COUNTER - 1].id
    today = BEGINS.astimezone(catalogue.timezone).date()
    return {
        "create": lambda: [c.ChangeCatalogue(catalogue), c.OpenDay(today), c.OpenCounter(COUNTER, advisor)],
        "migrate": lambda: [c.IssueTicket(SERVICE)],
        "issue": lambda: [c.IssueTicket(SERVICE), c.IssueTicket(SERVICE, preferential=True)],
        "call": lambda: [c.CallNext(COUNTER)],
        "finish": lambda: [c.StartAttention(COUNTER), c.FinishAttention(COUNTER)],
        "close": lambda: [c.CloseDay()],
    }


def carry_out(path: Path, name: str, acknowledge: Callable[[str], object], *, early: bool = False) -> None:
    """Raises StoreError or sqlite3.Error. `early`: acknowledge before anything is on disk, as a bad hub would."""
    catalogue = centre()
    with closing(Store(path)) as store:
        store.db.conn.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}").fetchall()
        log = EventLog(store)
        log.identity(catalogue.id, BEGINS)
        work = Work(log, catalogue, Random(name))
        for command in orders(catalogue)[name]():
            batch = work.ordered(command)
            if isinstance(command, c.OpenDay):
                DayKeyFile(path).made(command.day)
            assert batch.answer
            if early:
                acknowledge(batch.answer.request)
            log.append([batch])
            if isinstance(command, c.CloseDay):
                DayKeyFile(path).destroy()
            if not early:
                acknowledge(batch.answer.request)


def prepare(folder: Path, name: str) -> list[str]:
    """A store as it is before an order, and the requests acknowledged until then."""
    path, acknowledged = folder / STORE, list[str]()
    names = list(orders(centre()))
    for before in names[: names.index(name)]:
        carry_out(path, before, acknowledged.append)
    if name == "migrate":
        _make_older(path)
    return acknowledged


def _make_older(path: Path) -> None:
    """The same store in the schema of an older version, with all that this one has a place for."""
    newer = path.replace(path.with_name("newer"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        older = Database(connection)
        migrations.apply(older, stop_before=FIRST_DUE)
        connection.execute("ATTACH ? AS newer", (str(newer),))
        known = {name for (name,) in connection.execute("SELECT name FROM newer.sqlite_master WHERE type = 'table'")}
        for table in sorted(known & set(older.table_names()) - {"_sqlite_migrations", "sqlite_sequence"}):
            [has, had] = [
                [row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]
                for schema in ("newer", "main")
            ]
            columns = ", ".join(f'"{name}"' for name in had if name in has)
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
        connection.execute("DETACH newer")
    newer.unlink()


def burn(call: str, times: int, spare: Path) -> None:
    """Make a system call so often, without any effect: strace counts calls by kind and process."""
    handle = os.open(spare, os.O_RDWR | os.O_CREAT)
    some: dict[str, Callable[[], object]] = {
        "pwrite64": lambda: os.pwrite(handle, b"x", 0),
        "pread64": lambda: os.pread(handle, 1, 0),
        "fsync": lambda: os.fsync(handle),
        "fdatasync": lambda: os.fdatasync(handle),
        "ftruncate": lambda: os.ftruncate(handle, 1),
        "unlink": lambda: spare.with_name("nothing").unlink(),
        "openat": lambda: os.close(os.open("/dev/null", os.O_RDONLY)),
    }
    opened = 3 if call == "openat" else 0  # the spare file and the two that are written to
    for _ in range(times - opened):
        with suppress(FileNotFoundError):
            some[call]()


def child(call: str, times: int, folder: Path, names: Sequence[str], *, early: bool) -> int:
    """Carry out orders on the store of a folder; the exit status is that of the process."""
    for number, file in ((1, "said"), (2, "complained")):
        os.dup2(os.open(folder / file, os.O_WRONLY | os.O_CREAT), number)
    burn(call, times, folder / "spare")
    try:
        for name in names:
            carry_out(folder / STORE, name, lambda request: os.write(1, f"{request}\n".encode()), early=early)
    except (StoreError, sqlite3.Error, OSError) as error:
        os.write(2, f"stopped: {error}".encode())
        return getattr(error, "status", 1)
    except BaseException:
        os.write(2, traceback.format_exc().encode())
        return 70
    return 0


def main(call: str, until: str, early: str, names: str, *folders: str) -> None:
    """For each `K=FOLDER`: in a process of its own, so that the fault at call number `until` is at the K-th there."""
    warm = Path(folders[0].partition("=")[2] + "-warm")
    warm.mkdir()
    for name in orders(centre()):
        carry_out(warm / STORE, name, lambda _: None)
    for each in folders:
        k, _, folder = each.partition("=")
        process = os.fork()
        if process == 0:
            os._exit(child(call, int(until) - int(k), Path(folder), names.split(","), early=bool(early)))
        _, status = os.waitpid(process, 0)
        Path(folder, "status").write_text(str(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    main(*sys.argv[1:])
