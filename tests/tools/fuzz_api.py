"""Fuzzes the office's interface from its own OpenAPI page: `python -m tests.tools.fuzz_api`, or `make api-fuzz`.

Schemathesis makes the requests, of an office on SQLite and on PostgreSQL. Then it does the same with an office one
handler of which is broken on purpose, which must be found: else the zero above says nothing.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from shared.lan.web import listen
from sync.office.api import asked as a, told as t
from sync.office.api.reading import Reading
from sync.office.server import server
from sync.office.store import OfficeStore
from sync.office.store.consumers import Consumers
from sync.signing import Key
from tests.fakes.country import NOW, fill
from tests.fakes.office import sqlite_url
from tests.fakes.postgres import running_postgres

SEED = 20261124
SHORT, FULL = ("fuzzing",), ("examples", "coverage", "fuzzing")
RUNS = (  # what is asked, on SQLite or not, broken or not
    ("the office on SQLite", True, False),
    ("the office on PostgreSQL", False, False),
    ("one handler broken on purpose", True, True),
)
EXAMPLES = 400  # for each operation, in the full form
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "ignored_auth",
)


class Found(NamedTuple):
    """cases: requests made. failures: what was found, and where."""

    operations: int
    cases: int
    failures: tuple[str, ...]

    @property
    def server_errors(self) -> int:
        return sum(failure.startswith("ServerError") for failure in self.failures)


def fuzz(url: str, key: str, phases: tuple[str, ...], examples: int, seed: int = SEED) -> Found:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            *(str(Path(sys.executable).with_name("st")), "run", f"{url}/api/v1/openapi.json"),
            *("--header", f"Authorization: Bearer {key}", "--checks", ",".join(CHECKS)),
            *("--phases", ",".join(phases), "--max-examples", str(examples), "--seed", str(seed)),
            *("--continue-on-failure", "--workers", "1", "--no-color", "--warnings", "off"),
            *("--report", "json", "--report-json-path", str(report), "--generation-database", "none"),
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=1800)
        if not report.exists():
            raise SystemExit(f"schemathesis made no report: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        told = json.loads(report.read_text())
    if told["operations"]["tested"] != told["operations"]["total"] or told["errors"]:
        raise SystemExit(f"not every operation was asked: {told['operations']} {told['errors']}")
    failures = tuple(f"{each['type']} in {', '.join(each['operations'])}" for each in told["failures"])
    return Found(told["operations"]["tested"], told["test_cases"]["generated"], failures)


@contextmanager
def office(url: str, broken: bool = False) -> Iterator[tuple[str, str]]:
    """An office with something of everything: its address and a key. `broken`: one handler fails for some queries."""
    with OfficeStore(url) as store, listen("127.0.0.1", 0) as listening, _handlers(broken):
        fill(store, tickets=20)
        key = Consumers(store).new("fuzz", 100_000, NOW)
        serving = server(store, Key.new())
        thread = threading.Thread(target=serving.run, args=([listening],), name="office")
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}", key
        finally:
            serving.should_exit = True
            thread.join()


@contextmanager
def _handlers(broken: bool) -> Iterator[None]:
    whole = Reading.waiting

    def fails_sometimes(self: Reading, asked: a.AskedWaiting) -> t.Waiting:
        if asked.service is not None:
            raise RuntimeError("broken on purpose")
        return whole(self, asked)

    if broken:
        Reading.waiting = fails_sometimes  # type: ignore[method-assign]
    try:
        yield
    finally:
        Reading.waiting = whole  # type: ignore[method-assign]


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz_api", description=__doc__)
    parser.add_argument("--examples", type=int, default=EXAMPLES, help="requests made at random for each operation")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # the broken one would say so a thousand times
    found = []
    for words, is_sqlite, broken in RUNS:
        with database(is_sqlite) as url, office(url, broken) as to:
            found.append(fuzz(*to, FULL, options.examples, options.seed))
        print(
            f"{words}: seed {options.seed}, {found[-1].operations} operations, {found[-1].cases} requests, "
            f"{found[-1].server_errors} server errors, {len(found[-1].failures)} findings",
            *found[-1].failures,
            sep="\n  ",
            flush=True,
        )
    *whole, control = found
    return 0 if not any(each.failures for each in whole) and control.server_errors else 1


@contextmanager
def database(is_sqlite: bool) -> Iterator[str]:
    """The address of one with nothing in it."""
    if is_sqlite:
        with tempfile.TemporaryDirectory() as folder:
            yield sqlite_url(Path(folder) / "office.sqlite")
    else:
        with running_postgres() as postgres:
            yield postgres.empty("office")


if __name__ == "__main__":
    sys.exit(main())
