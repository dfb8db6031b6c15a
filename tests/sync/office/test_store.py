from __future__ import annotations

import threading
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, text

from sync.exchange import Batch, Kept
from sync.office.store import Diverged, OfficeStore, StoreFailed, StoreUnusable, office_store, opened
from sync.office.store.tables import attention, changed_day
from sync.record import Ending
from tests.fakes.office import sqlite_url
from tests.fakes.records import CENTRE, NOON, SERVED, STORE, batch, record


def seqs(store: OfficeStore) -> list[int]:
    with store.reading() as connection:
        return list(connection.execute(select(attention.c.seq).order_by(attention.c.seq)).scalars())


def kept(store: OfficeStore) -> int:
    return store.cursor(CENTRE, STORE).cursor


def take(store: OfficeStore, batch: Batch) -> int:
    return store.take(CENTRE, STORE, batch, NOON).stored


def test_a_store_never_heard_of_begins_at_zero(store: OfficeStore) -> None:
    assert store.cursor(CENTRE, STORE) == Kept(0, "")


def test_records_and_cursor_move_together(store: OfficeStore) -> None:
    assert take(store, batch(0, 20, 10, 15)) == 2
    assert kept(store) == 20
    assert seqs(store) == [10, 15]


def test_a_batch_that_fails_half_way_leaves_neither_records_nor_cursor(
    store: OfficeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    # any error of the database, after the records were written
    monkeypatch.setattr(office_store, "moved", lambda connection, *_: connection.execute(text("SELECT * FROM nowhere")))
    with pytest.raises(StoreFailed, match="nowhere"):
        store.take(CENTRE, STORE, batch(0, 20, 10, 15), NOON)
    assert kept(store) == 0
    assert seqs(store) == []


def test_the_same_batch_twice_changes_nothing(store: OfficeStore) -> None:
    take(store, batch(0, 20, 10, 15))
    assert take(store, batch(0, 20, 10, 15)) == 0
    assert kept(store) == 20
    assert seqs(store) == [10, 15]
    assert [centre.records for centre in store.centres()] == [2]


def test_what_comes_under_another_event_is_there_once_all_the_same(store: OfficeStore) -> None:
    """No honest store sends a first revision twice; the office need not believe it."""
    take(store, batch(0, 12, 10))
    again = msgspec.structs.replace(record(10), seq=15)
    assert take(store, Batch(12, 20, (again, record(16)))) == 1
    assert kept(store) == 20
    assert seqs(store) == [10, 16]


def test_a_month_that_an_older_backup_does_not_have_is_made_again(store: OfficeStore) -> None:
    take(store, batch(0, 12, 10))
    with store.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("DROP TABLE attention_2026_11")
        else:
            connection.exec_driver_sql("DELETE FROM attention")
    for _ in range(2):
        with suppress(StoreFailed):
            take(store, batch(12, 20, 15))
    assert seqs(store) == [15]


def test_of_a_batch_that_overlaps_only_what_is_new_is_stored(store: OfficeStore) -> None:
    take(store, batch(0, 12, 10))
    assert take(store, batch(5, 20, 10, 15)) == 1
    assert seqs(store) == [10, 15]


def test_a_batch_that_comes_early_counts_once_the_hole_before_it_is_filled(store: OfficeStore) -> None:
    take(store, batch(0, 12, 10))
    assert take(store, batch(13, 20, 15)) == 1
    assert take(store, batch(20, 30, 25)) == 1
    assert kept(store) == 12
    assert take(store, batch(12, 13)) == 0
    assert kept(store) == 30
    assert seqs(store) == [10, 15, 25]


def test_a_later_revision_of_a_stop_replaces_it_and_an_earlier_one_does_not(store: OfficeStore) -> None:
    first, second = record(10), record(10, revision=1, outcome=Ending.ABSENT)
    take(store, Batch(0, 10, (first,)))
    assert take(store, Batch(10, 20, (second,))) == 1
    assert take(store, Batch(0, 10, (first,))) == 0
    with store.reading() as connection:
        assert connection.execute(select(attention.c.revision, attention.c.outcome)).all() == [(1, "absent")]


def test_two_revisions_in_one_batch_are_one_row(store: OfficeStore) -> None:
    both = tuple(record(10, revision=revision) for revision in (0, 2, 1))
    assert take(store, Batch(0, 20, both)) == 1
    with store.reading() as connection:
        assert connection.execute(select(attention.c.revision)).scalars().all() == [2]


def test_a_record_that_cannot_be_true_is_put_aside_and_the_next_goes_on(store: OfficeStore) -> None:
    bad = record(12, started_at=SERVED.ended_at + timedelta(minutes=1))
    taken = store.take(CENTRE, STORE, Batch(0, 20, (record(10), bad, record(15))), NOON)
    assert (taken.kept.cursor, taken.stored) == (20, 2)
    assert [(parked.seq, parked.reason) for parked in taken.parked] == [
        (12, "its hours are not in order: issued, eligible, called, started, ended")
    ]
    assert store.parked(CENTRE, STORE) == list(taken.parked)
    assert seqs(store) == [10, 15]


def test_a_number_that_no_column_holds_is_put_aside_and_holds_nobody_up(store: OfficeStore) -> None:
    large = 2**53
    bad = (
        record(12, stop=large),
        record(13, revision=large),
        record(14, counter=large),
        record(15, promised=(1, large)),
    )
    taken = store.take(CENTRE, STORE, Batch(0, 20, (record(10), *bad)), NOON)
    assert (taken.kept.cursor, taken.stored) == (20, 1)
    assert [parked.seq for parked in store.parked(CENTRE, STORE)] == [12, 13, 14, 15]


def test_a_record_put_aside_is_taken_once_it_comes_mended(store: OfficeStore) -> None:
    bad = record(12, advisor="a" * 65)
    take(store, Batch(0, 20, (bad,)))
    take(store, Batch(0, 20, (bad,)))
    assert len(store.parked(CENTRE, STORE)) == 1
    assert take(store, Batch(0, 20, (msgspec.structs.replace(bad, advisor="a001"),))) == 1
    assert store.parked(CENTRE, STORE) == []


def test_what_does_not_follow_from_what_was_sent_before_is_not_taken(store: OfficeStore) -> None:
    here, there = "a" * 32, "b" * 32
    store.take(CENTRE, STORE, Batch(0, 10, (record(10),), "", here), NOON)
    with pytest.raises(Diverged, match="event 10 of store"):
        store.take(CENTRE, STORE, Batch(10, 20, (record(15),), there, there), NOON)
    assert store.cursor(CENTRE, STORE) == Kept(10, here)
    assert store.take(CENTRE, STORE, Batch(10, 20, (record(15),), here, there), NOON).kept == Kept(20, there)


def test_of_a_store_that_was_stopped_nothing_is_taken(store: OfficeStore) -> None:
    take(store, batch(0, 10, 10))
    store.stop(CENTRE, STORE, "two logs under one name")
    with pytest.raises(Diverged, match="two logs under one name"):
        take(store, batch(10, 20, 15))
    assert store.centres()[0].stopped == "two logs under one name"


def test_an_empty_batch_moves_the_cursor(store: OfficeStore) -> None:
    take(store, Batch(0, 7, ()))
    assert kept(store) == 7


def test_each_store_of_each_centre_has_its_own_cursor(store: OfficeStore) -> None:
    take(store, batch(0, 20, 10))
    for centre, incarnation in ((CENTRE, "another"), ("lima-norte", STORE)):
        theirs = Batch(0, 11, (record(10, centre=centre, incarnation=incarnation),))
        assert store.cursor(centre, incarnation).cursor == 0
        assert store.take(centre, incarnation, theirs, NOON).stored == 1
    found = [(c.centre, c.cursor, c.records) for c in store.centres()]
    assert sorted(found) == [("lima-norte", 11, 1), (CENTRE, 11, 1), (CENTRE, 20, 1)]


def test_a_record_reads_in_the_table_as_it_was_sent(store: OfficeStore) -> None:
    take(store, Batch(0, 10, (SERVED,)))
    assert store.records_of(CENTRE, STORE, SERVED.day) == [SERVED]


def test_a_record_without_times_keeps_them_empty(store: OfficeStore) -> None:
    cancelled = record(10, outcome=Ending.CANCELLED, called_at=None, started_at=None, services=(), promised=None)
    take(store, Batch(0, 10, (cancelled,)))
    assert store.records_of(CENTRE, STORE, SERVED.day) == [cancelled]


def test_everything_is_there_after_the_office_opens_again(url: str) -> None:
    with OfficeStore(url) as store:
        take(store, batch(0, 20, 10, 15))
        before = store.centres()
    with OfficeStore(url) as store:
        assert kept(store) == 20
        assert store.centres() == before
        assert (before[0].records, before[0].last_received_at) == (2, NOON)


def test_records_of_every_month_find_their_place(store: OfficeStore) -> None:
    for month in (1, 2, 12):
        later = [at.replace(month=month) for at in (SERVED.issued_at, SERVED.ended_at)]
        moved = {"day": date(2026, month, 23), "issued_at": later[0], "eligible_at": later[0], "ended_at": later[1]}
        theirs = record(month, called_at=None, started_at=None, attended_seconds=0, **moved)
        store.take(CENTRE, STORE, Batch(month - 1, month, (theirs,)), NOON + timedelta(days=60))
    assert seqs(store) == [1, 2, 12]


def test_days_whose_figures_are_to_be_counted_anew_are_marked(store: OfficeStore) -> None:
    take(store, batch(0, 20, 10, 15))
    take(store, batch(20, 30, 25))
    with store.reading() as connection:
        assert connection.execute(select(changed_day)).all() == [(CENTRE, SERVED.day, 2)]


def test_receivers_that_take_the_same_at_once_take_it_once(url: str) -> None:
    with OfficeStore(url) as one, OfficeStore(url) as other:
        taking = [
            threading.Thread(target=store.take, args=(CENTRE, STORE, batch(0, 20, 10, 15), NOON))
            for store in (one, other) * 4
        ]
        for thread in taking:
            thread.start()
        for thread in taking:
            thread.join()
        assert seqs(one) == [10, 15]
        assert [(centre.cursor, centre.records) for centre in one.centres()] == [(20, 2)]


def test_a_file_that_is_no_store_is_named(file: Path) -> None:
    file.write_bytes(b"not a database, by far" * 100)
    with pytest.raises(StoreUnusable, match=r"office\.sqlite cannot be used: file is not a database"):
        OfficeStore(sqlite_url(file))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StoreUnusable, match="cannot be used"):
        OfficeStore(sqlite_url(tmp_path / "taken" / "office.sqlite"))


@pytest.mark.parametrize("url", ["mysql://there/office", "office.sqlite"])
def test_an_address_that_is_no_store_is_one_sentence(url: str) -> None:
    with pytest.raises(StoreUnusable, match="cannot be used") as error:
        OfficeStore(url)
    assert "\n" not in str(error.value)


def test_what_the_database_said_is_told_without_frames() -> None:
    assert opened._said(ValueError("two\nlines")) == "two lines"
