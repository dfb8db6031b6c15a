"""The one thread that writes: in order, in groups, and nothing more after a failure."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

import pytest

from shared.store.database import Store
from shared.store.event_log import Batch, EventLog, GivenAnswer
from shared.store.writer import GROUP, Writer
from tests.fakes.scene import NINE

PATIENCE = 10  # seconds, for what comes at once


class GatedLog(EventLog):
    """Writes each group when the gate is open, and says so when it stands before it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.gate = threading.Event()
        self.waits = threading.Event()
        self.groups: list[list[str]] = []

    def append(self, batches: Iterable[Batch]) -> None:
        group = list(batches)
        self.waits.set()
        assert self.gate.wait(PATIENCE)
        super().append(group)
        self.groups.append(names(group))


class Hearer:
    """What the writer told, in its own thread."""

    def __init__(self, log: EventLog) -> None:
        self.committed: list[str] = []
        self.failures: list[Exception] = []
        self.failed = threading.Event()
        self.writer = Writer(log, self._committed, self._failed)

    def _committed(self, group: list[Batch]) -> None:
        self.committed += names(group)

    def _failed(self, error: Exception) -> None:
        self.failures.append(error)
        self.failed.set()


def names(group: Iterable[Batch]) -> list[str]:
    return [batch.answer.request for batch in group if batch.answer]


def batch(name: str) -> Batch:
    return Batch((), (), GivenAnswer(name, NINE, "", 1, b"{}"))


@pytest.fixture
def log(store: Store) -> GatedLog:
    return GatedLog(store)


@pytest.fixture
def hearer(log: GatedLog) -> Iterator[Hearer]:
    hearer = Hearer(log)
    hearer.writer.start()
    yield hearer
    log.gate.set()
    hearer.writer.stop()


def stored(log: EventLog) -> list[str]:
    return [answer.request for answer in log.answers()]


def test_batches_are_written_and_told_in_the_order_in_which_they_came(log: GatedLog, hearer: Hearer) -> None:
    log.gate.set()
    expected = [f"r{n:03d}" for n in range(150)]
    for name in expected:
        hearer.writer.write(batch(name))
    hearer.writer.stop()
    assert hearer.committed == expected
    assert stored(log) == expected


def test_all_that_waits_is_written_in_one_transaction_up_to_64(log: GatedLog, hearer: Hearer) -> None:
    hearer.writer.write(batch("first"))
    assert log.waits.wait(PATIENCE)
    for n in range(GROUP + 3):
        hearer.writer.write(batch(f"r{n:03d}"))
    log.gate.set()
    hearer.writer.stop()
    assert [len(group) for group in log.groups] == [1, 64, 3]


def test_nothing_is_told_before_it_is_on_disk(log: GatedLog, hearer: Hearer) -> None:
    hearer.writer.write(batch("r1"))
    assert log.waits.wait(PATIENCE)
    assert (hearer.committed, stored(log)) == ([], [])
    log.gate.set()
    hearer.writer.stop()
    assert (hearer.committed, stored(log)) == (["r1"], ["r1"])


def test_what_else_is_done_with_the_log_is_done_after_what_is_in_line(log: GatedLog, hearer: Hearer) -> None:
    hearer.writer.write(batch("r1"))
    assert log.waits.wait(PATIENCE)
    hearer.writer.write(batch("r2"))
    asked = hearer.writer.call(stored)
    hearer.writer.write(batch("r3"))
    log.gate.set()
    assert asked.result(PATIENCE) == ["r1", "r2"]
    hearer.writer.stop()
    assert log.groups == [["r1"], ["r2"], ["r3"]]


def test_failure_of_what_else_was_asked_reaches_the_one_who_asked_and_nobody_else(
    log: GatedLog, hearer: Hearer
) -> None:
    log.gate.set()

    def read_what_is_not_there(event_log: EventLog) -> None:
        event_log.store.db.conn.execute("SELECT * FROM nowhere")

    with pytest.raises(sqlite3.OperationalError, match="no such table: nowhere"):
        hearer.writer.call(read_what_is_not_there).result(PATIENCE)
    hearer.writer.write(batch("r1"))
    hearer.writer.stop()
    assert (hearer.committed, hearer.failures) == (["r1"], [])


def test_one_who_asked_and_waits_no_more_leaves_the_writer_at_work(log: GatedLog, hearer: Hearer) -> None:
    hearer.writer.write(batch("r1"))
    assert log.waits.wait(PATIENCE)
    asked: Future[list[str]] = hearer.writer.call(stored)
    assert asked.cancel()
    hearer.writer.write(batch("r2"))
    log.gate.set()
    hearer.writer.stop()
    assert hearer.committed == ["r1", "r2"]


def test_failure_is_told_once_and_nothing_is_written_or_told_after_it(log: GatedLog, hearer: Hearer) -> None:
    log.gate.set()
    hearer.writer.write(Batch((), (("INSERT INTO ticket (id) VALUES (?)", ("not a number",)),), batch("r1").answer))
    assert hearer.failed.wait(PATIENCE)
    hearer.writer.write(batch("r2"))
    hearer.writer.stop()
    assert [type(error) for error in hearer.failures] == [sqlite3.IntegrityError]
    assert (hearer.committed, stored(log)) == ([], [])


def test_stopping_writes_what_is_in_line_and_can_be_asked_twice(log: GatedLog, hearer: Hearer) -> None:
    hearer.writer.write(batch("r1"))
    assert log.waits.wait(PATIENCE)
    hearer.writer.write(batch("r2"))
    log.gate.set()
    hearer.writer.stop()
    hearer.writer.stop()
    assert stored(log) == ["r1", "r2"]


def test_long_job_lets_orders_and_questions_through_in_their_order(log: GatedLog, hearer: Hearer) -> None:
    log.gate.set()
    begun, waits = threading.Event(), threading.Event()
    heard: list[list[str]] = []

    def long(event_log: EventLog) -> str:
        begun.set()
        assert waits.wait(PATIENCE)
        hearer.writer.in_between()
        heard.append(stored(event_log))
        return "done"

    job = hearer.writer.call(long)
    assert begun.wait(PATIENCE)
    hearer.writer.write(batch("r1"))
    asked = hearer.writer.call(stored)
    hearer.writer.write(batch("r2"))
    waits.set()
    assert job.result(PATIENCE) == "done"
    assert asked.result(PATIENCE) == ["r1"]
    assert heard == [["r1", "r2"]]
    assert hearer.committed == ["r1", "r2"]


def test_failed_disk_in_what_else_was_asked_ends_the_writer_too(log: GatedLog, hearer: Hearer) -> None:
    log.gate.set()

    def fails(_: EventLog) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR | 4 << 8
        raise error

    with pytest.raises(sqlite3.OperationalError, match="disk I/O error"):
        hearer.writer.call(fails).result(PATIENCE)
    assert hearer.failed.wait(PATIENCE)
    hearer.writer.write(batch("r1"))
    hearer.writer.stop()
    assert hearer.committed == []
    assert hearer.writer.call(stored).cancelled()
