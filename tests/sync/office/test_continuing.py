"""A restored store goes on where the one before it left off: nothing doubled, nothing overwritten, nothing lost."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from sqlalchemy import select

from sync.exchange import Ancestor, Batch, Kept
from sync.office.store import Diverged, OfficeStore
from sync.office.store.tables import attention
from sync.record import AttentionRecord, Ending
from tests.fakes.records import CENTRE, NOON, SERVED, STORE, batch, record

AGAIN, ONCE_MORE = "1111111111111111", "2222222222222222"
TEN, TWENTY, THIRTY = "a" * 32, "b" * 32, "c" * 32
FROM_TEN = (Ancestor(STORE, 10, TEN),)


def rows(store: OfficeStore) -> list[tuple[str, int, int]]:
    wanted = select(attention.c.incarnation, attention.c.seq, attention.c.revision)
    with store.reading() as connection:
        return sorted(tuple(row) for row in connection.execute(wanted).all())


def take(store: OfficeStore, incarnation: str, after: int, to: int, *records: AttentionRecord, **hashes: str) -> Kept:
    return store.take(CENTRE, incarnation, Batch(after, to, records, **hashes), NOON).kept


def beyond(store: OfficeStore) -> list[tuple[str, int, int]]:
    return [(each.incarnation, each.seq, each.revision) for each in store.beyond(CENTRE)]


def test_what_the_office_has_of_the_store_before_is_not_sent_again(store: OfficeStore) -> None:
    take(store, STORE, 0, 10, record(5), record(10), chain=TEN)
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(10, TEN)
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(10, TEN)
    take(store, AGAIN, 10, 15, record(15, incarnation=AGAIN), before=TEN)
    assert rows(store) == [(STORE, 5, 0), (STORE, 10, 0), (AGAIN, 15, 0)]
    assert beyond(store) == []


def test_an_office_that_is_behind_goes_on_from_where_it_is(store: OfficeStore) -> None:
    take(store, STORE, 0, 6, record(5), chain=THIRTY)
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(6, THIRTY)
    taken = store.take(CENTRE, AGAIN, Batch(6, 15, (record(10), record(15, incarnation=AGAIN)), THIRTY), NOON)
    assert (taken.kept.cursor, taken.parked) == (15, ())
    assert rows(store) == [(STORE, 5, 0), (STORE, 10, 0), (AGAIN, 15, 0)]


def test_what_the_centre_lost_is_kept_and_not_overwritten(store: OfficeStore) -> None:
    lost = record(15, advisor="lost")
    take(store, STORE, 0, 20, record(5), lost, chain=TWENTY)
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(10, TEN)
    lived = record(15, incarnation=AGAIN, advisor="lived")
    take(store, AGAIN, 10, 15, lived, before=TEN)
    assert store.records_of(CENTRE, AGAIN, SERVED.day) == [record(5), lived]
    assert store.beyond(CENTRE) == [lost]
    counts = {(each.incarnation, each.records) for each in store.centres()}
    assert counts == {(STORE, 1), (AGAIN, 1)}


def test_a_record_put_aside_of_what_the_centre_lost_is_kept_too(store: OfficeStore) -> None:
    poison = record(15, advisor="a" * 65)
    take(store, STORE, 0, 20, record(5, advisor="b" * 65), poison)
    store.continues(CENTRE, AGAIN, FROM_TEN, NOON)
    assert store.beyond(CENTRE) == [poison]
    assert [parked.seq for parked in store.parked(CENTRE, AGAIN)] == [5]


def test_where_a_lost_revision_had_taken_the_place_of_one_that_is_not_lost_its_day_is_sent_again(
    store: OfficeStore,
) -> None:
    day_before = {name: getattr(SERVED, name) - timedelta(days=1) for name in ("issued_at", "eligible_at", "ended_at")}
    sunday = record(3, day=date(2026, 11, 22), called_at=None, started_at=None, attended_seconds=0, **day_before)
    first = record(8)
    take(store, STORE, 0, 10, sunday, first, chain=TEN)
    take(store, STORE, 10, 20, msgspec.structs.replace(first, seq=15, revision=1), before=TEN, chain=TWENTY)
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(3, "")
    take(store, AGAIN, 3, 10, first, before=THIRTY, chain=TEN)
    assert rows(store) == [(STORE, 3, 0), (STORE, 8, 0)]
    assert beyond(store) == [(STORE, 15, 1)]


def test_a_restored_store_goes_on_revising_what_was_before_it(store: OfficeStore) -> None:
    take(store, STORE, 0, 10, record(5), chain=TEN)
    store.continues(CENTRE, AGAIN, FROM_TEN, NOON)
    anew = msgspec.structs.replace(record(5, outcome=Ending.ABSENT), seq=12, revision=1)
    take(store, AGAIN, 10, 15, anew, before=TEN)
    assert store.records_of(CENTRE, AGAIN, SERVED.day) == [anew]


def test_nothing_more_is_taken_of_a_store_that_is_continued(store: OfficeStore) -> None:
    take(store, STORE, 0, 10, record(5), chain=TEN)
    store.continues(CENTRE, AGAIN, FROM_TEN, NOON)
    with pytest.raises(Diverged, match=f"store {AGAIN} continues it from event 10"):
        take(store, STORE, 10, 20, record(15), before=TEN)


def test_who_has_another_event_at_the_same_place_continues_nothing(store: OfficeStore) -> None:
    take(store, STORE, 0, 10, record(5), chain=TWENTY)
    with pytest.raises(Diverged, match=f"event 10 of store {STORE} is not the one from which {AGAIN} continues"):
        store.continues(CENTRE, AGAIN, FROM_TEN, NOON)
    assert take(store, STORE, 10, 20, record(15), before=TWENTY).cursor == 20


def test_an_office_that_knows_none_of_them_has_everything_sent(store: OfficeStore) -> None:
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(0, "")
    take(store, AGAIN, 0, 15, record(5), record(15, incarnation=AGAIN))
    assert rows(store) == [(STORE, 5, 0), (AGAIN, 15, 0)]


def test_a_store_that_continues_nothing_is_a_fresh_one(store: OfficeStore) -> None:
    take(store, STORE, 0, 10, record(5), chain=TEN)
    assert store.cursor(CENTRE, AGAIN) == Kept(0, "")
    take(store, AGAIN, 0, 5, record(5, incarnation=AGAIN))
    assert rows(store) == [(STORE, 5, 0), (AGAIN, 5, 0)]
    assert take(store, STORE, 10, 20, record(15), before=TEN).cursor == 20


def test_a_record_of_a_store_that_is_not_continued_is_put_aside(store: OfficeStore) -> None:
    taken = store.take(CENTRE, STORE, Batch(0, 10, (record(5, incarnation=AGAIN), record(6))), NOON)
    assert [parked.reason for parked in taken.parked] == [f"it is of store {AGAIN}, which this one does not continue"]
    assert rows(store) == [(STORE, 6, 0)]


def test_a_store_restored_twice_goes_on_from_the_last_one_that_the_office_knows(store: OfficeStore) -> None:
    take(store, STORE, 0, 20, record(5), record(15), chain=TWENTY)
    store.continues(CENTRE, AGAIN, FROM_TEN, NOON)
    take(store, AGAIN, 10, 20, record(12, incarnation=AGAIN), record(18, incarnation=AGAIN), before=TEN, chain=THIRTY)
    both = (*FROM_TEN, Ancestor(AGAIN, 14, TWENTY))
    assert store.continues(CENTRE, ONCE_MORE, both, NOON) == Kept(14, TWENTY)
    assert rows(store) == [(STORE, 5, 0), (AGAIN, 12, 0)]
    assert beyond(store) == [(STORE, 15, 0), (AGAIN, 18, 0)]
    assert [each.seq for each in store.records_of(CENTRE, ONCE_MORE, SERVED.day)] == [5, 12]


def test_of_two_copies_that_were_restored_the_last_one_holds(store: OfficeStore) -> None:
    take(store, STORE, 0, 20, record(5), record(8), record(15), chain=TWENTY)
    store.continues(CENTRE, AGAIN, (Ancestor(STORE, 6, THIRTY),), NOON)
    take(store, AGAIN, 6, 9, record(9, incarnation=AGAIN), before=THIRTY)
    assert store.continues(CENTRE, ONCE_MORE, FROM_TEN, NOON) == Kept(6, THIRTY)
    take(store, ONCE_MORE, 6, 12, record(8), record(12, incarnation=ONCE_MORE), before=THIRTY)
    assert rows(store) == [(STORE, 5, 0), (STORE, 8, 0), (ONCE_MORE, 12, 0)]
    assert beyond(store) == [(STORE, 8, 0), (STORE, 15, 0), (AGAIN, 9, 0)]


def test_after_a_restoration_of_the_office_itself_it_is_told_again(store: OfficeStore) -> None:
    """The backup is from before the centre's restoration: it has more of the lost store than the centre."""
    take(store, STORE, 0, 20, record(5), record(15), chain=TWENTY)
    assert store.cursor(CENTRE, AGAIN) == Kept(0, "")
    assert take(store, STORE, 20, 25, record(25), before=TWENTY).cursor == 25
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(10, TEN)
    assert beyond(store) == [(STORE, 15, 0), (STORE, 25, 0)]


def test_what_came_early_of_a_continued_store_is_sent_again(store: OfficeStore) -> None:
    take(store, STORE, 0, 4, record(4), chain=THIRTY)
    store.take(CENTRE, STORE, batch(6, 9, 8), NOON)
    assert store.continues(CENTRE, AGAIN, FROM_TEN, NOON) == Kept(4, THIRTY)
    assert take(store, AGAIN, 4, 12, record(5), record(8), before=THIRTY).cursor == 12
    assert rows(store) == [(STORE, 4, 0), (STORE, 5, 0), (STORE, 8, 0)]
