"""The figures are kept by a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from suyana import cli
from sync.exchange import Batch
from sync.office import recount
from sync.office.store import OfficeStore, StoreFailed
from sync.office.store.recounting import Recounting
from tests.fakes.office import sqlite_url
from tests.fakes.records import CENTRE, NOON, STORE, record

ROOT = Path(__file__).parents[3]


@pytest.fixture
def url(file: Path) -> str:
    with OfficeStore(sqlite_url(file)) as store:
        store.take(CENTRE, STORE, Batch(0, 20, (record(10), record(15))), NOON)
    return sqlite_url(file)


def pending(url: str) -> int:
    with OfficeStore(url) as store:
        return len(Recounting(store).changed())


def test_it_counts_and_ends_when_who_started_it_has_ended(url: str) -> None:
    """Of a starter that was killed nothing is left but the end of the pipe."""
    environment = {**os.environ, recount.DATABASE: url}
    command = [sys.executable, "-m", "sync.office.recount"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=30
    )
    assert (done.returncode, b"figures of 1 days of centres counted" in done.stderr) == (0, True)
    assert pending(url) == 0


def test_beside_a_block_it_ends_with_it(url: str) -> None:
    with recount.beside(url):
        pass
    assert pending(url) == 0


def test_a_database_that_is_none_is_one_sentence(file: Path) -> None:
    file.write_text("this is a letter, not a database " * 50)
    environment = {**os.environ, recount.DATABASE: sqlite_url(file)}
    command = [sys.executable, "-m", "sync.office.recount"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=30
    )
    assert done.returncode == 2
    assert done.stderr.decode().endswith("cannot be used: file is not a database\n")


@pytest.mark.logs("the figures could not be counted")
def test_a_store_that_fails_once_is_tried_again(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ended, tries = threading.Event(), []
    count = Recounting.count

    def at_first_not(self: Recounting, marks: object) -> int:
        tries.append(marks)
        if len(tries) == 1:
            raise StoreFailed("disk is full")
        ended.set()
        return count(self, marks)  # type: ignore[arg-type]

    monkeypatch.setattr(Recounting, "count", at_first_not)
    with OfficeStore(url) as store:
        recount.follow(store, 0.01, ended)
    assert pending(url) == 0


def test_it_is_done_on_demand_too(url: str) -> None:
    done = CliRunner().invoke(cli, ["office", "count", "--database", url])
    assert (done.exit_code, done.output) == (0, "Figures of 1 days of centres counted\n")
    assert pending(url) == 0
