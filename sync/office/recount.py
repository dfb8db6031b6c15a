"""Counts what has changed, again and again, beside those that receive: `python -m sync.office.recount`.

A process of its own, so that no centre waits for its answer while a month is added up. Any number of them may run on
one database. It ends with whoever started it.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sync.office.store import OfficeStore, StoreFailed, StoreUnusable
from sync.office.store.recounting import Recounting

log = logging.getLogger(__name__)

EVERY = 10.0  # seconds
DATABASE = "SUYANA_OFFICE_DATABASE"  # not in the arguments, which every user of the machine can read


def follow(store: OfficeStore, every: float, ended: threading.Event) -> None:
    """Count, wait, count. A store that fails is tried again."""
    recounting = Recounting(store)
    while True:
        try:
            if counted := recounting.all():
                log.info("figures of %d days of centres counted", counted)
        except StoreFailed as error:
            log.error("the figures could not be counted: %s", error)
        if ended.wait(every):
            return


@contextmanager
def beside(database: str) -> Iterator[None]:
    """A process that counts, until the block ends."""
    command = [sys.executable, "-m", "sync.office.recount"]
    environment = {**os.environ, DATABASE: database}
    # In a session of its own: a Ctrl-C at the terminal is for the office, which ends this one.
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, start_new_session=True) as process:
        try:
            yield
        finally:
            assert process.stdin
            process.stdin.close()


def main() -> int:
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: ended.set())
    threading.Thread(target=_wait_for_starter, args=(ended,), daemon=True, name="starter").start()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    try:
        with OfficeStore(os.environ[DATABASE]) as store:
            follow(store, EVERY, ended)
    except StoreUnusable as error:
        print(f"suyana office: {error}", file=sys.stderr)
        return 2
    return 0


def _wait_for_starter(ended: threading.Event) -> None:
    """Its end of the pipe closes when it ends, however it does."""
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    sys.exit(main())
