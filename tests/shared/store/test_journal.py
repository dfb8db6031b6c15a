"""What a device remembers: orders until they are answered, spare numbers, facts; on disk before anybody sees it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.store.database import StoreError
from shared.store.journal import Journal, Kept, Spare

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def spare(number: int = 1, first: str = "r1", day: str = "2026-11-23") -> Spare:
    return Spare("A", day, number, first, AT, b"{}", "token", f"m{number}")


def test_an_order_is_there_after_a_restart_until_it_is_answered(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        journal.keep("r1", AT, b"one")
        journal.keep("r2", AT + timedelta(seconds=1), b"two")
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        assert [kept.request for kept in journal.orders("open")] == ["r1", "r2"]
        journal.answered("r1", b"yes")
        assert journal.orders("answered") == [Kept("r1", AT, b"one", "answered", b"yes")]
        journal.settle("r1")
        assert journal.orders("settled") == [Kept("r1", AT, b"one", "settled")]


def test_a_spare_number_takes_the_place_of_its_order_in_one_step(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        journal.keep("r1", AT, b"one")
        journal.give(spare())
        assert journal.orders("open") == []
        journal.answered("r1", b"late")
        assert [kept.request for kept in journal.orders("replaced")] == ["r1"]
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        assert journal.spares() == [spare()]


def test_the_same_number_is_never_given_twice(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        journal.keep("r2", AT, b"two")
        journal.give(spare())
        with pytest.raises(StoreError, match="cannot be written"):
            journal.give(spare(first="r2"))
        assert len(journal.orders("open")) == 1


def test_a_merge_keeps_the_words_it_was_sent_with_first(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        journal.give(spare())
        journal.send("m1", b"first")
        journal.send("m1", b"second")
        assert journal.spares()[0].sent == b"first"


def test_what_is_settled_is_forgotten_and_what_is_open_never(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        journal.keep("r1", AT, b"one")
        journal.keep("r2", AT, b"two")
        journal.settle("r2")
        journal.give(spare(1, "r3"))
        journal.give(spare(2, "r4"))
        journal.give(spare(3, "r5", "2026-11-24"))
        journal.mark("m2", "merged")
        journal.forget(AT + timedelta(hours=1))
        assert [kept.request for kept in journal.orders("open")] == ["r1"]
        assert journal.orders("settled") == []
        assert [one.number for one in journal.spares()] == [1, 3]


def test_a_clock_that_is_days_ahead_does_not_make_it_forget_todays_numbers(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        journal.give(spare())
        journal.mark("m1", "merged")
        journal.forget(AT + timedelta(days=30))
        assert [one.number for one in journal.spares()] == [1]


def test_facts_are_remembered_and_replaced(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        assert journal.recall("letter") == b""
        journal.remember("letter", b"A")
        journal.remember("letter", b"B")
    with closing(Journal(tmp_path / "journal.sqlite")) as journal:
        assert journal.recall("letter") == b"B"


def test_it_is_flushed_with_every_change_and_belongs_to_one_program(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "journal.sqlite"
    with closing(Journal(path)) as journal:
        assert journal._db.execute("PRAGMA synchronous").fetchone() == (2,)
        with pytest.raises(StoreError, match="in use by another program"):
            Journal(path)


def test_a_file_that_is_no_journal_is_said(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"not a database, and longer than a header has to be" * 20)
    with pytest.raises(StoreError, match="cannot be opened"):
        Journal(path)


def test_a_disk_without_room_is_said_and_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(Journal(path)) as journal:
        pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
        journal._db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        with pytest.raises(StoreError, match="full"):
            journal.keep("r1", AT, b"x" * 100_000)
        assert journal.orders("open") == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
