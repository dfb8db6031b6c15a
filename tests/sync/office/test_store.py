from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from sync.exchange import Batch
from sync.office.store import OfficeStore, StoreFailed, StoreUnusable
from sync.record import Ending
from tests.fakes.records import CENTRE, NOON, SERVED, STORE, batch, record


def rows(file: Path, sql: str) -> list[tuple]:
    connection = sqlite3.connect(file)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def seqs(file: Path) -> list[int]:
    return [seq for (seq,) in rows(file, "SELECT seq FROM attention ORDER BY seq")]


def test_a_store_never_heard_of_begins_at_zero(store: OfficeStore) -> None:
    assert store.cursor(CENTRE, STORE) == 0


def test_records_and_cursor_move_together(store: OfficeStore, file: Path) -> None:
    assert store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOON) == 2
    assert store.cursor(CENTRE, STORE) == 20
    assert seqs(file) == [10, 15]


def test_a_batch_that_fails_half_way_leaves_neither_records_nor_cursor(store: OfficeStore, file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute(
            "CREATE TRIGGER full BEFORE INSERT ON attention WHEN NEW.seq = 15 BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    other.close()
    with pytest.raises(StoreFailed, match="full"):
        store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOON)
    assert store.cursor(CENTRE, STORE) == 0
    assert seqs(file) == []


def test_the_same_batch_twice_changes_nothing(store: OfficeStore, file: Path) -> None:
    store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOON)
    assert store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOON) == 0
    assert store.cursor(CENTRE, STORE) == 20
    assert seqs(file) == [10, 15]


def test_of_a_batch_that_overlaps_only_what_is_new_is_stored(store: OfficeStore, file: Path) -> None:
    store.take(CENTRE, STORE, batch(0, 12, 10), NOON)
    assert store.take(CENTRE, STORE, batch(5, 20, 10, 15), NOON) == 1
    assert seqs(file) == [10, 15]


def test_a_batch_that_would_leave_a_hole_is_not_taken(store: OfficeStore, file: Path) -> None:
    store.take(CENTRE, STORE, batch(0, 12, 10), NOON)
    assert store.take(CENTRE, STORE, batch(13, 20, 15), NOON) == 0
    assert store.cursor(CENTRE, STORE) == 12
    assert seqs(file) == [10]


def test_an_empty_batch_moves_the_cursor(store: OfficeStore) -> None:
    store.take(CENTRE, STORE, Batch(0, 7, ()), NOON)
    assert store.cursor(CENTRE, STORE) == 7


def test_each_store_of_each_centre_has_its_own_cursor(store: OfficeStore) -> None:
    store.take(CENTRE, STORE, batch(0, 20, 10), NOON)
    for centre, incarnation in ((CENTRE, "another"), ("lima-norte", STORE)):
        theirs = Batch(0, 11, (record(10, centre=centre, incarnation=incarnation),))
        assert store.cursor(centre, incarnation) == 0
        assert store.take(centre, incarnation, theirs, NOON) == 1
    assert [(c.centre, c.cursor, c.records) for c in store.centres()] == [
        ("lima-norte", 11, 1),
        (CENTRE, 20, 1),
        (CENTRE, 11, 1),
    ]


def test_a_record_reads_in_the_file_as_it_was_sent(store: OfficeStore, file: Path) -> None:
    store.take(CENTRE, STORE, Batch(0, 10, (SERVED,)), NOON)
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    (row,) = connection.execute("SELECT * FROM attention").fetchall()
    connection.close()
    found = dict(row)
    assert found.pop("id") == 1
    assert found.pop("received_at") == "2026-11-23T17:00:00.000000Z"
    assert (found.pop("promised_from"), found.pop("promised_to")) == (5, 10)
    sent = msgspec.to_builtins(SERVED)
    assert found["called_at"] == "2026-11-23T16:50:59.999999Z"
    assert sent.pop("promised") == (5, 10)
    services = sent.pop("services")
    assert {name: _plain(value) for name, value in found.items()} == {n: _plain(v) for n, v in sent.items()}
    assert rows(file, "SELECT * FROM coded_service") == [(1, i, service) for i, service in enumerate(services)]


def _plain(value: object) -> object:
    return value.replace(".000000Z", "Z") if isinstance(value, str) else value


def test_a_record_without_times_keeps_them_empty(store: OfficeStore, file: Path) -> None:
    cancelled = record(10, outcome=Ending.CANCELLED, called_at=None, started_at=None, services=(), promised=None)
    store.take(CENTRE, STORE, Batch(0, 10, (cancelled,)), NOON)
    assert rows(file, "SELECT called_at, started_at, promised_from, promised_to FROM attention") == [(None,) * 4]
    assert rows(file, "SELECT * FROM coded_service") == []


def test_everything_is_there_after_the_office_opens_again(file: Path) -> None:
    with OfficeStore(file) as store:
        store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOON)
        before = store.centres()
    with OfficeStore(file) as store:
        assert store.cursor(CENTRE, STORE) == 20
        assert store.centres() == before
        assert (before[0].records, before[0].last_received_at) == (2, NOON)


def test_the_file_is_written_ahead_and_flushed(store: OfficeStore, file: Path) -> None:
    assert rows(file, "PRAGMA journal_mode") == [("wal",)]
    assert store._connection.execute("PRAGMA synchronous").fetchall() == [(2,)]
    assert rows(file, "PRAGMA integrity_check") == [("ok",)]


def test_the_last_day_counts_by_entity_and_outcome(store: OfficeStore) -> None:
    assert store.last_day(CENTRE) is None
    store.take(CENTRE, STORE, Batch(0, 10, (record(5, day=date(2026, 11, 20)),)), NOON - timedelta(days=3))
    absent = record(13, outcome=Ending.ABSENT, entity="bn")
    store.take(CENTRE, STORE, Batch(10, 14, (record(11), record(12), absent)), NOON)
    day = store.last_day(CENTRE)
    assert day is not None
    assert day.day == date(2026, 11, 23)
    assert day.by_entity == {"bn": {Ending.ABSENT: 1}, "pj": {Ending.SERVED: 2}}


def test_a_file_that_is_no_store_is_named(file: Path) -> None:
    file.write_bytes(b"not a database, by far" * 100)
    with pytest.raises(StoreUnusable, match=r"office\.sqlite cannot be used: file is not a database"):
        OfficeStore(file)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        OfficeStore(tmp_path / "taken" / "office.sqlite")
